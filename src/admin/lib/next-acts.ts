import type { Refund, Withdrawal, WithdrawalStatus } from "./types"

const APPROVABLE: readonly WithdrawalStatus[] = ["matched", "return_open", "goods_back"]

/** Whether staff may approve the refund: the order is known, nothing was planned yet, and lateness was accepted (L221-18). */
export function mayApprove({ status, refunds, flags }: Withdrawal): boolean {
  return APPROVABLE.includes(status) && refunds.length === 0 && !flags.includes("late")
}

/** Whether staff may still say to which order and units a declaration belongs. */
export function mayChooseUnits({ status, refunds, return_id }: Withdrawal): boolean {
  return status === "received" || (status === "matched" && return_id === null && refunds.length === 0)
}

/** Whether the law lets the trader wait with the refund: goods left, none came back, and no dispatch was proven (L221-24). */
export function goodsAreOut({ phase, goods_back_on, proof_of_dispatch_on }: Withdrawal): boolean {
  return phase !== "not_shipped" && goods_back_on === null && proof_of_dispatch_on === null
}

/** Whether staff may record that a refund was paid: the machine has not paid it, or nobody knows; or it never will. */
export function mayRecordPaid(refund: Standing): boolean {
  return isStuck(refund.state) || isPaidByHand(refund) || isOwedByHand(refund)
}

/** Whether a refund waits for staff to pay it: another means, a gift card, a surcharge. The machine never does. */
export function isPaidByHand({ state, payment_id }: Pick<Refund, "state" | "payment_id">): boolean {
  return state === "planned" && payment_id === null
}

/** The way of what no payment gives back; null of what one does. */
export function handWay({ key, kind, payment_id }: Refund): "surcharge" | "means" | "credit" | null {
  if (payment_id !== null) return null
  if (kind === "surcharge") return "surcharge"
  return (["means", "credit"] as const).find((way) => key.includes(`:${way}`)) ?? null
}

/** Whether Medusa has booked a refund that moves no money: staff pay it themselves. */
export function isOwedByHand({
  state,
  payment_provider_id: provider,
  paid_otherwise: paid,
  amount,
}: Standing): boolean {
  return state === "booked" && !paid && (provider ?? "").startsWith("pp_system_") && Number(amount) > 0
}

type Standing = Pick<Refund, "state" | "payment_id" | "payment_provider_id" | "paid_otherwise" | "amount">

function isStuck(state: Refund["state"]): boolean {
  return state === "failed" || state === "unknown"
}

/** Whether a refund may be sent again: never to where the money came back from. */
export function maySendAgain({ state, provider_status }: Pick<Refund, "state" | "provider_status">): boolean {
  return isStuck(state) && !cameBack(provider_status)
}

function cameBack(status: Refund["provider_status"]): boolean {
  return status === "failed" || status === "canceled"
}
