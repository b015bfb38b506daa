import { createHmac, randomBytes } from "node:crypto"
import { type Canonical, canonicalJson } from "../../../kit/canonical-json"
import { sha256 } from "../../../kit/secrets"

/**
 * Evidence, format version 1. Frozen: a change here would make every chain in the world unreadable. A new format is a new
 * file with a new name; this one stays to verify what it wrote.
 *
 * A link is a canonical JSON text (RFC 8785) with exactly the members of `EvidenceText`; its hash is the SHA-256 of the
 * text's UTF-8. `previous` is the hash of the link before, or `GENESIS` for sequence 1. What is personal stands in the text
 * as a commitment only: HMAC-SHA-256 with a random salt as key, over `name`, a line feed and the value's canonical text.
 * Value and salt are kept beside the chain and may be erased: the chain stays whole, the commitment then says nothing.
 */
export const FORMAT = "hamon-evidence/1"

/** SHA-256 of "hamon-evidence/1 genesis", written out: renaming something elsewhere must not move it. */
export const GENESIS = "fa15119cd42d6bcdce0930845317c3309aa36eb6e42172c991e61d70364cd130"

export type EvidenceText = {
  readonly format: typeof FORMAT
  /** 1, 2, 3 … without holes. */
  readonly sequence: number
  readonly previous: string
  readonly kind: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly order: string | null
  /** UTC with milliseconds. */
  readonly recorded_at: string
  readonly facts: { readonly [name: string]: Canonical }
  readonly commitments: { readonly [name: string]: string }
}

/** The text of a link and its hash. */
export function writeEvidence(link: Omit<EvidenceText, "format">): { text: string; hash: string } {
  const text = canonicalJson({ format: FORMAT, ...link })
  return { text, hash: sha256(text) }
}

export type Opening = { readonly name: string; readonly value: string; readonly salt: string }

/** Commits to a personal value: the commitment goes into the chain, the opening beside it. */
export function commit(name: string, value: Canonical, salt = randomBytes(32).toString("base64url")) {
  const opening: Opening = { name, value: canonicalJson(value), salt }
  return { commitment: commitmentOf(opening), opening }
}

/** The commitment that an opening opens. */
export function commitmentOf({ name, value, salt }: Opening): string {
  return createHmac("sha256", Buffer.from(salt, "base64url")).update(`${name}\n${value}`, "utf8").digest("hex")
}
