import { isPaidByHand } from "./next-acts"
import type { HamonOrder, Letter, Refund } from "./types"

const SOON = 3_000
const LATER = 30_000

type Work = { readonly letters: readonly Letter[]; readonly refunds: readonly Refund[] }

/**
 * How long to wait before asking again, in milliseconds: briefly while a letter or a refund is on its way; slowly
 * otherwise, so that what staff do with Medusa's own buttons, and work that is tried again later, appears by itself.
 */
export function pause({ letters, refunds }: Work): number {
  const first =
    letters.some(({ state, attempts }) => (state === "queued" || state === "sending") && attempts <= 1) ||
    // What staff pay by hand is on nobody's way.
    refunds.some(
      (one) => (one.state === "planned" || one.state === "sending") && one.attempts <= 1 && !isPaidByHand(one),
    )
  return first ? SOON : LATER
}

/** The same of an order: null has no case yet and gets one within a minute, undefined could not be read. */
export function pauseOfOrder(order: HamonOrder | null | undefined): number {
  if (order === undefined) return LATER
  if (order === null) return SOON
  return pause({ letters: order.letters, refunds: order.withdrawals.flatMap(({ refunds }) => refunds) })
}
