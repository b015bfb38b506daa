import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

/** The repository. */
export const ROOT = path.join(__dirname, "..")
/** Everything that the demo keeps between two starts. */
export const HOME = path.join(ROOT, ".demo")
/** Books of the emulated payment providers. */
export const PROVIDERS = path.join(HOME, "providers")

/** What the demo remembers of itself; each member is written once what it says is done. */
export type Memory = {
  /** Secrets of this demo's store. */
  readonly secret: string
  /** Fingerprint of the sources that were built. */
  readonly built?: string
  /** Database and sources that were migrated. */
  readonly migrated?: string
  /** Ports of the last start: the same addresses again, when they are free. */
  readonly ports?: Readonly<Record<string, number>>
  /** Orders of earlier stories, to look at again. */
  readonly stories?: readonly EarlierStory[]
}

export type EarlierStory = {
  readonly orderId: string
  readonly withdrawalId: string
  readonly email: string
  readonly refunded: string
  readonly subjects: readonly string[]
  /** Where it was paid, in a shop with payments. */
  readonly paidAt?: PaidAt
}

export type PaidAt = {
  readonly provider: "stripe" | "paypal"
  /** The provider's id of the payment. */
  readonly reference: string
}

const FILE = path.join(HOME, "memory.json")

/** Reads what the demo remembers; the first time, and after `--fresh`, makes it. */
export function recall(): Memory {
  mkdirSync(HOME, { recursive: true })
  if (existsSync(FILE)) return JSON.parse(readFileSync(FILE, "utf8")) as Memory
  return remember({ secret: randomBytes(32).toString("base64url") })
}

/** Remembers more. Written beside and renamed: a kill leaves the old memory or the new one, never half of one. */
export function remember(more: Partial<Memory>): Memory {
  const known = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Memory) : ({} as Memory)
  const memory = { ...known, ...more }
  writeFileSync(`${FILE}.new`, JSON.stringify(memory, null, 2), { mode: 0o600 })
  renameSync(`${FILE}.new`, FILE)
  return memory
}

/** Forgets everything but the database's own folder, which its launcher empties. */
export function forget(): void {
  rmSync(FILE, { force: true })
  for (const folder of [path.join(HOME, "mails"), PROVIDERS]) rmSync(folder, { recursive: true, force: true })
}
