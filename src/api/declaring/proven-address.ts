import { seal, unseal } from "../../kit/sealed"
import type { HamonOptions } from "../../modules/hamon/options"

const PURPOSE = "orders_link_proof"

/** An address that the visitor proved by a link sent to it, as its key, and until when that counts: milliseconds since 1970. */
export type ProvenAddress = { readonly address: string; readonly until: number }

/** What the pages carry from one to the next, so that no cookie is needed. */
export function sealProof(proven: ProvenAddress, { secret }: Pick<HamonOptions, "secret">): string {
  return seal(secret, PURPOSE, proven)
}

/** @returns null for anything that is not ours, or counts no longer */
export function openProof(sealed: unknown, { secret }: Pick<HamonOptions, "secret">, now: Date): ProvenAddress | null {
  const opened = typeof sealed === "string" ? unseal(secret, PURPOSE, sealed) : null
  const proven = opened?.whole ? provenIn(opened.content) : null
  return proven && stillProven(proven, now) ? proven : null
}

export function stillProven({ until }: ProvenAddress, now: Date): boolean {
  return until > now.getTime()
}

/** The shape, of a content whose seal was looked at. */
export function provenIn(content: unknown): ProvenAddress | null {
  const { address, until } = (content ?? {}) as Partial<ProvenAddress>
  return typeof address === "string" && address !== "" && typeof until === "number" ? { address, until } : null
}
