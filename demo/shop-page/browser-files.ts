import { readdirSync } from "node:fs"
import { join } from "node:path"

const FOLDER = join(__dirname, "browser")

/** Path of each file of the page → where it is. A list made beforehand: no request can name a file outside the folder. */
export function browserFiles(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(FOLDER.length), file]),
  )
}
