import { type CivilDate, civilDateIn } from "../../../law"
import type { RefundRow } from "../types"

type Line = Pick<RefundRow, "state" | "booked_at" | "provider_status" | "paid_otherwise">

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
export function isPaid({ state, provider_status, paid_otherwise }: Line): boolean {
  return state === "booked" && (paid_otherwise !== null || provider_status !== "pending")
}
