import { fill } from "../kit/fill"
import { longDate } from "../letters/format"
import type { Followed } from "../modules/hamon/operations/followed"
import type { LetterLocale } from "../modules/hamon/types"
import { followTexts } from "./texts"

/** Where the declaration stands, in a sentence that promises nothing that nobody has decided. */
export function standingOf(followed: Followed, locale: LetterLocale): string {
  const { withdrawal, refunds, lines } = followed
  const t = followTexts(locale).standing
  const { status, outcome, phase } = withdrawal
  if (outcome) return t[outcome]
  if (status === "closed") return t.closed
  if (status === "refunded") return t.refunded
  if (refunds.some(({ state }) => state === "unknown" || state === "failed")) return t.refund_stuck
  if (refunds.length > 0) return t.refund_approved
  if (waitsAsLate(followed)) return t.late
  if (lines.some(({ decision }) => decision === "pending")) return t.being_decided
  if (status === "goods_back") return fill(t.goods_back, { date: longDate(withdrawal.goods_back_on ?? "", locale) })
  if (lines.length === 0 && withdrawal.flags.includes("withdrawn_before")) return t.withdrawn_before
  if (status === "matched" && phase === "not_shipped") return t.not_shipped
  return t[status]
}

/** Sent after the period, and nobody has decided: nothing is asked of the customer, and nothing promised to him (L221-18). */
export function waitsAsLate({ withdrawal: { flags, outcome }, refunds }: Followed): boolean {
  return flags.includes("late") && outcome === null && refunds.length === 0
}
