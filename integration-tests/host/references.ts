import { existsSync, readFileSync } from "node:fs"
import { builtinModules } from "node:module"
import path from "node:path"

export type Reference = { readonly file: string; readonly module: string }

/** How a file names another module, by the file's ending. The emitted code is regular: no parser is needed. */
const FORMS: Readonly<Record<string, RegExp>> = {
  ".js": /\b(?:require|import)\("([^"]+)"\)/g,
  ".mjs": /(?:\bfrom |\bimport |\bimport\()"([^"]+)"/g,
  ".ts": /(?:\bfrom |\bimport |\bimport\()["']([^"']+)["']/g,
}

/** Every module that the files of a package name, those of Node aside. */
export function references(folder: string, files: readonly string[]): Reference[] {
  return files.flatMap((file) => {
    const form = FORMS[path.extname(file)]
    if (!form) return []
    const found = readFileSync(path.join(folder, file), "utf8").matchAll(form)
    return [...found]
      .map(([, module]) => ({ file, module }))
      .filter(({ module }) => !module.startsWith("node:") && !builtinModules.includes(module))
  })
}

/** Whether a module is a file beside the one that names it, and not a package. */
export function isRelative({ module }: Reference): boolean {
  return module.startsWith(".")
}

/** The package of a module: "@a/b" of "@a/b/c". */
export function packageOf({ module }: Reference): string {
  return module.split("/", module.startsWith("@") ? 2 : 1).join("/")
}

/** Whether a file that is named beside another one is in the package. */
export function isThere(folder: string, { file, module }: Reference): boolean {
  const target = path.join(folder, path.dirname(file), module)
  const endings = file.endsWith(".d.ts") ? [".d.ts", "/index.d.ts"] : ["", ".js", "/index.js"]
  const bare = file.endsWith(".d.ts") ? target.replace(/\.js$/, "") : target
  return endings.some((ending) => existsSync(bare + ending))
}
