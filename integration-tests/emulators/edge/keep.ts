import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import path from "node:path"
import { deserialize, serialize } from "node:v8"

/** What an emulator holds, by name: only what can be written down, and no secret that lives for one run. */
export type Parts = Readonly<Record<string, Map<string, unknown> | unknown[]>>

/**
 * Fills the parts from the file, where it is there, so that a provider outlives its process as a real one does. Objects
 * that two parts share are shared again.
 * @returns writes the parts down; beside and renamed, so that a kill leaves the old state or the new one
 * @throws Error when the file cannot be read as these parts
 */
export function kept(file: string, parts: Parts): () => void {
  if (existsSync(file)) fill(parts, read(file))
  mkdirSync(path.dirname(file), { recursive: true })
  return () => {
    writeFileSync(`${file}.new`, serialize(parts), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
}

function read(file: string): Parts {
  try {
    return deserialize(readFileSync(file)) as Parts
  } catch (error) {
    throw new Error(`${file} cannot be read (${String(error)}): remove it; the payments in it are lost`)
  }
}

function fill(parts: Parts, found: Parts): void {
  for (const [name, part] of Object.entries(parts)) {
    const before = found[name] ?? []
    if (Array.isArray(part)) part.push(...(before as unknown[]))
    else for (const [key, value] of before as Map<string, unknown>) part.set(key, value)
  }
}
