/** What this package uses of multer, which ships no types of its own. */
declare module "multer" {
  type SentFile = { readonly originalname: string; readonly buffer: Buffer }
  type Options = {
    readonly storage: unknown
    readonly limits: Readonly<Record<string, number>>
    readonly defParamCharset: string
    readonly fileFilter: (req: never, file: unknown, answer: (error: null, take: boolean) => void) => void
  }
  function multer(options: Options): {
    array(field: string, most: number): (req: object, res: object, next: (error?: unknown) => void) => void
  }
  namespace multer {
    function memoryStorage(): unknown
    class MulterError extends Error {
      readonly code: string
    }
  }
  export = multer
}
