import { opaqueToken } from "../../kit/secrets"
import { seal, unseal } from "../../kit/sealed"
import type { HamonOptions } from "../../modules/hamon/options"
import type { Declaration } from "../../modules/hamon/types"
import { declarationIn } from "../../pages/declaration"
import { type ProvenAddress, provenIn } from "./proven-address"

const PURPOSE = "withdrawal_form"

/**
 * A declaration between its two steps (D221-5): typed, and not sent yet. It is nowhere but with the customer, sealed: the
 * server keeps nothing of who turns back.
 */
export type Draft = {
  readonly declared: Declaration
  /** Makes one declaration of a form that is sent twice. */
  readonly key: string
  /** Milliseconds since 1970. */
  readonly shownAt: number
  /** When it was confirmed first, where a fault or a long time kept it from being recorded: sending counts (L221-21). */
  readonly confirmedAt: number | null
  /** Whose orders the customer was shown, where he proved an address and picked from them. */
  readonly proven: ProvenAddress | null
  /** Whether the seal is ours and unbroken. */
  readonly whole: boolean
}

/** A new draft, shown now. */
export function newDraft(declared: Declaration, proven: ProvenAddress | null, now: Date): Draft {
  return { declared, key: opaqueToken(), shownAt: now.getTime(), confirmedAt: null, proven, whole: true }
}

export function sealDraft({ whole: _, ...draft }: Draft, { secret }: Pick<HamonOptions, "secret">): string {
  return seal(secret, PURPOSE, draft)
}

/**
 * Opens a sealed draft. Of one whose seal is broken (another secret, a change on the way) the words are taken, for the
 * customer to read and confirm again, and nothing else is believed.
 * @returns null when it is none
 */
export function openDraft(sealed: unknown, { secret }: Pick<HamonOptions, "secret">): Draft | null {
  const opened = typeof sealed === "string" ? unseal(secret, PURPOSE, sealed) : null
  const content = opened?.content as Partial<Draft> | null | undefined
  const declared = declarationIn(content?.declared)
  if (!opened || !declared) return null
  const { key, shownAt, confirmedAt = null, proven } = content as Partial<Draft>
  if (!opened.whole || typeof key !== "string" || typeof shownAt !== "number") {
    return { declared, key: opaqueToken(), shownAt: 0, confirmedAt: null, proven: null, whole: false }
  }
  return { declared, key, shownAt, confirmedAt, proven: provenIn(proven), whole: true }
}
