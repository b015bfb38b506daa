import { closeSync, fchownSync, fsyncSync, openSync, renameSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"

/**
 * Replaces a file, readable by its owner alone, in one step: whoever reads it finds the old content or the new one. It
 * belongs to the owner of the directory, who could not read what root wrote there for him.
 */
export function writeSecret(file: string, content: string): void {
  const draft = `${file}.${process.pid}.new`
  const descriptor = openSync(draft, "w", 0o600)
  try {
    writeFileSync(descriptor, content)
    const { uid, gid } = statSync(path.dirname(file))
    if (process.getuid?.() === 0) fchownSync(descriptor, uid, gid)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(draft, file)
  syncDirectory(path.dirname(file))
}

/** Makes a rename or a new name inside `directory` survive a power cut. */
export function syncDirectory(directory: string): void {
  const descriptor = openSync(directory, "r")
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** The `code` of a system error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code
}

/** The sentence of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error)
}
