import { isPaidByHand, mayApprove, mayChooseUnits } from "./next-acts"
import type { Withdrawal, WithdrawalDetail } from "./types"

/** Every act whose form says its consequence in law. */
export const DESK_ACTS = [
  "decline",
  "accept_late",
  "reopen",
  "decide",
  "reception",
  "deduction",
  "keeping",
  "hold",
  "hold_again",
  "looked_at",
  "dispatch",
  "means",
  "answer",
  "take_back",
  "files",
  "record",
] as const
export type DeskAct = (typeof DESK_ACTS)[number]

/** What happened, as the texts name it: a code with its dots as underscores. */
export const TIMELINE_CODES = [
  "withdrawal_declared",
  "withdrawal_matched",
  "withdrawal_address_proven",
  "withdrawal_return_opened",
  "withdrawal_goods_back",
  "withdrawal_dispatch_proven",
  "withdrawal_condition_recorded",
  "withdrawal_decided",
  "withdrawal_declined",
  "withdrawal_late_accepted",
  "withdrawal_looked_at",
  "withdrawal_reopened",
  "withdrawal_deduction_proposed",
  "withdrawal_deduction_withdrawn",
  "withdrawal_deduction_accepted",
  "withdrawal_deduction_contested",
  "withdrawal_keep_goods_asked",
  "withdrawal_keep_goods_agreed",
  "withdrawal_keep_goods_refused",
  "withdrawal_other_means_agreed",
  "withdrawal_other_means_taken_back",
  "withdrawal_files_kept",
  "withdrawal_held",
  "withdrawal_hold_lifted",
  "withdrawal_hold_ended",
  "withdrawal_objected",
  "withdrawal_shipped_despite_hold",
  "withdrawal_return_canceled",
  "withdrawal_closed",
  "refund_approved",
  "refund_booked",
  "refund_came_back",
  "refund_recorded_as_paid",
  "refund_retried",
  "refund_replanned",
  "refund_payment_given_up",
  "surcharge_owed",
  "surcharge_recorded_as_paid",
  "letter_queued",
  "letter_sent",
  "letter_failed",
] as const
export type TimelineCode = (typeof TIMELINE_CODES)[number]

/** The name of a code in the texts; null for one that they do not know. */
export function timelineCode(code: string): TimelineCode | null {
  return TIMELINE_CODES.find((known) => known === code.replaceAll(".", "_")) ?? null
}

export const NEXT_THINGS = [
  "match",
  "decide_late",
  "choose_units",
  "decide_lines",
  "answer_keeping",
  "look_at",
  "check_refund",
  "pay_by_hand",
  "refund_now",
  "await_goods",
  "await_proof",
  "await_refund",
  "nothing",
] as const
export type NextThing = (typeof NEXT_THINGS)[number]

/** The one thing that a declaration asks of staff next. */
export function nextThing(withdrawal: WithdrawalDetail): NextThing {
  const { status, flags, lines, refunds, keep_goods, goods_back_on } = withdrawal
  if (status === "closed") return "nothing"
  if (refunds.some(({ state }) => state === "failed" || state === "unknown")) return "check_refund"
  if (refunds.some(isPaidByHand)) return "pay_by_hand"
  if (status === "refunded") return "nothing"
  if (status === "received") return "match"
  if (flags.includes("late")) return "decide_late"
  if (flags.includes("unclear_articles") && mayChooseUnits(withdrawal)) return "choose_units"
  if (lines.some(({ decision }) => decision === "pending")) return "decide_lines"
  if (keep_goods === "asked") return "answer_keeping"
  if (flags.includes("withdrawn_before") || lookedAt(withdrawal).length > 0) return "look_at"
  if (refunds.length > 0) return "await_refund"
  const clock = withdrawal.deadlines.find(({ kind }) => kind === "refund")
  const runs = clock?.state === "running" || clock?.state === "passed"
  if (mayApprove(withdrawal) && (goods_back_on !== null || runs)) return "refund_now"
  return withdrawal.return_id ? "await_goods" : "await_proof"
}

export function isClosed({ status }: Pick<Withdrawal, "status">): boolean {
  return status === "closed" || status === "refunded"
}

/** Whether something may still be declined: no money was planned. */
export function mayDecline({ status, refunds }: Withdrawal): boolean {
  return !isClosed({ status }) && refunds.length === 0
}

/** Whether something was declined that may be opened again. */
export function mayReopen({ status, lines, refunds }: Withdrawal): boolean {
  return refunds.length === 0 && (status === "closed" || lines.some(({ decision }) => decision === "declined"))
}

/** Why a whole declaration is declined; those that its facts allow. */
export const DECLINE_BASES = ["late", "no_order", "withdrawn_before", "no_right"] as const
export type DeclineBasis = (typeof DECLINE_BASES)[number]

export function basesFor({ flags, order_id }: Withdrawal): DeclineBasis[] {
  return DECLINE_BASES.filter((basis) => {
    if (basis === "late") return flags.includes("late")
    if (basis === "no_order") return order_id === null
    return basis === "no_right" || flags.includes("withdrawn_before")
  })
}

/** Flags that no other act need settle: a person looks, and says what he found. */
export const LOOKED_AT = ["objected", "more_than_left", "shipped_despite_hold", "return_canceled"] as const
export type LookedAt = (typeof LOOKED_AT)[number]

export function lookedAt({ flags }: Pick<Withdrawal, "flags">): LookedAt[] {
  return LOOKED_AT.filter((flag) => flags.includes(flag))
}

/** Grounds of a refused article that are no exception of L221-28. */
export const LINE_BASES = ["withdrawn_before", "no_right"] as const

/** Whether another means of refund may be noted: nothing of the refund was begun. */
export function mayNoteMeans(withdrawal: Withdrawal): boolean {
  const begun = withdrawal.refunds.some(({ state }) => state !== "planned")
  return withdrawal.order_id !== null && !isClosed(withdrawal) && !begun
}
