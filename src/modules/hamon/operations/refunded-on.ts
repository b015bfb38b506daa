import { type CivilDate, civilDateIn } from "../../../law"
import { isManual } from "../manual-payment"
import type { RefundRow } from "../types"

type Line = Pick<
  RefundRow,
  "amount" | "state" | "booked_at" | "provider_status" | "paid_otherwise" | "payment_provider_id"
>

/**
 * The day on which a withdrawal was refunded (L221-24): that of its last line; null while one is not paid. What a provider
 * accepted and still holds back (it waits for the shop's balance, or for a bank) is not paid: the trader owes it.
 * @param zone of the merchant, where an instant is a day; a day that staff recorded is one already
 */
export function refundedOn(lines: readonly Line[], zone: string): CivilDate | null {
  if (!lines.every(isPaid)) return null
  const days = lines.flatMap(({ booked_at, paid_otherwise }) => {
    if (paid_otherwise) return [paid_otherwise.on]
    return booked_at ? [civilDateIn(booked_at.toISOString(), zone)] : []
  })
  return days.sort().at(-1) ?? null
}

/** Whether the money has left for good. */
export function isPaid(line: Line): boolean {
  return (
    line.state === "booked" &&
    (line.paid_otherwise !== null || !(line.provider_status === "pending" || isOwedByHand(line)))
  )
}

/** Core has booked it with a provider that moves no money: it is paid once staff have paid it, and say so. */
export function isOwedByHand({ amount, state, payment_provider_id, paid_otherwise }: Omit<Line, "booked_at">): boolean {
  return state === "booked" && paid_otherwise === null && isManual(payment_provider_id) && /[1-9]/.test(amount)
}
