import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer from "multer"
import { cleanFile, LARGEST_FILE } from "../kit/uploads/clean"
import type { FollowRefusal } from "../modules/hamon/follow-refusals"
import { MOST_FILES, type NewUpload } from "../modules/hamon/operations/uploads"

/** What a form with files held: its files, or why none of them is taken. Its fields are in `req.body`. */
export type SentFiles = {
  readonly files: readonly { readonly originalname: string; readonly buffer: Buffer }[]
  readonly refusal: FollowRefusal | null
}

/**
 * Reads a form with files, without script. A file is only taken in where `mayGive` says so of the fields before it: whoever
 * holds no page of ours fills no memory. What is wrong is told to the route, not thrown: the page is shown again with what
 * was typed.
 */
export function receiveFiles(mayGive: (req: MedusaRequest) => boolean) {
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: { files: MOST_FILES, fileSize: LARGEST_FILE, fields: 20, fieldSize: 20_000, fieldNameSize: 100, parts: 30 },
    defParamCharset: "utf8",
    fileFilter: (req: never, _, answer) => answer(null, mayGive(req)),
  }).array("files", MOST_FILES)
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const sent = req as MedusaRequest & { files?: SentFiles["files"]; sentFiles?: SentFiles }
    receive(req, res, (error: unknown) => {
      if (error && !(error instanceof multer.MulterError) && !isBroken(error)) return next(error as Error)
      sent.sentFiles = { files: error ? [] : (sent.files ?? []), refusal: error ? refusalOf(error) : null }
      next()
    })
  }
}

/** The files of a form that `receiveFiles` read. */
export function sentFiles(req: MedusaRequest): SentFiles {
  return (req as MedusaRequest & { sentFiles?: SentFiles }).sentFiles ?? { files: [], refusal: null }
}

/** Files as they are kept, or why one of them is not: then none is. A field without a choice sends an empty, nameless file. */
export async function cleanFiles({
  files,
  refusal,
}: SentFiles): Promise<{ readonly files: NewUpload[] } | { readonly refusal: FollowRefusal }> {
  if (refusal) return { refusal }
  const kept: NewUpload[] = []
  for (const { originalname, buffer } of files) {
    if (originalname === "" && buffer.length === 0) continue
    const file = await cleanFile({ name: originalname, bytes: buffer })
    if ("fault" in file) return { refusal: `file_${file.fault}` }
    const { name, contentType, size, hash, bytes } = file
    kept.push({ name, content_type: contentType, size, hash, content: bytes.toString("base64") })
  }
  return { files: kept }
}

/**
 * Sends a private file as an attachment that no browser opens in the shop's name: it may have been made to act, and it is
 * nobody's to keep on the way.
 */
export function sendPrivate(res: MedusaResponse, name: string, contentType: string, bytes: Buffer | string): void {
  res
    .attachment(name)
    .set("Content-Type", contentType)
    .set("X-Content-Type-Options", "nosniff")
    .set("Content-Security-Policy", "sandbox; default-src 'none'")
    .set("Cross-Origin-Resource-Policy", "same-origin")
    .set("Cache-Control", "no-store")
    .send(bytes)
}

function refusalOf(error: unknown): FollowRefusal {
  const { code } = error as { code?: string }
  if (code === "LIMIT_FILE_SIZE") return "file_too_large"
  if (code === "LIMIT_FILE_COUNT" || code === "LIMIT_UNEXPECTED_FILE") return "too_many_files"
  return "file_unreadable"
}

/** A body that ends too early, or is no form: its sender's fault, not ours. */
function isBroken(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Unexpected end of form|Unsupported content type|Multipart: |Malformed )/.test(error.message)
  )
}
