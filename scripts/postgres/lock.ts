/** One process at a time starts or stops the server of a directory: two that start together would both run initdb. */
import { randomUUID } from "node:crypto"
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { codeOf } from "./files"
import { sleep, startOf } from "./processes"

const PATIENCE_MS = 180_000
const POLL_MS = 50

/**
 * Runs `work` while no other process holds the lock of `directory`. The lock of a dead process does not count.
 * @throws Error when the lock is not free after three minutes
 */
export async function exclusively<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(directory, "lock")
  const mine = `${process.pid} ${startOf(process.pid)} ${randomUUID()}`
  const deadline = Date.now() + PATIENCE_MS
  while (!take(lock, mine)) {
    const holder = read(lock)
    if (holder !== null && !isHeld(holder)) breakStale(lock, holder)
    else if (Date.now() > deadline) {
      throw new Error(`Process ${holder?.split(" ")[0]} has held ${lock} for too long: end it and try again.`)
    } else await sleep(POLL_MS)
  }
  try {
    return await work()
  } finally {
    if (read(lock) === mine) rmSync(lock, { force: true })
  }
}

/** A hard link appears with its content: a lock is never seen empty, as one made with `open` could be. */
function take(lock: string, mine: string): boolean {
  const draft = `${lock}.${randomUUID()}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function read(lock: string): string | null {
  try {
    return readFileSync(lock, "utf8")
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null
    throw error
  }
}

function isHeld(holder: string): boolean {
  const [pid, start] = holder.split(" ")
  return startOf(Number(pid)) === start
}

function breakStale(lock: string, stale: string): void {
  const aside = `${lock}.${randomUUID()}`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if (codeOf(error) === "ENOENT") return
    throw error
  }
  // Somebody may have broken the stale lock and taken a new one between our look and our rename: give it back.
  if (read(aside) !== stale) {
    try {
      linkSync(aside, lock)
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error
    }
  }
  rmSync(aside, { force: true })
}
