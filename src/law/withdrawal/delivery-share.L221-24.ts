import { LawError, trueOrFalse } from "../foundations/law-error"
import { type Amount, type Currency, divideHalfUp, least, type Minor, most, sum } from "../foundations/money"
import type { LawOptions } from "../options"
import { type Counts, entry, isComplete, type OrderLines, paid } from "./order-units"

export type DeliveryFacts = {
  /** What was paid for the mode chosen. */
  readonly paid: Amount
  /** Price of the cheapest standard mode that was offered for this order (frozen at checkout). */
  readonly standard: Amount
  /** Price of the same mode for what is kept after this withdrawal: the difference method needs it. */
  readonly kept?: Amount
  /** The same before this withdrawal, where there were earlier ones. */
  readonly keptBefore?: Amount
  /** What earlier withdrawals really refunded of the delivery, from the ledger: wins over `keptBefore`. */
  readonly refundedBefore?: Amount
  /** Whether the consumer expressly chose the mode; a dearer one that was pre-selected is refunded whole. Default true. */
  readonly expresslyChosen?: boolean
}

/**
 * The part of the delivery costs that goes back with a withdrawal (L221-24, al. 1 and 4), and the supplement for a dearer
 * mode that stays with the consumer. A partial withdrawal takes its part by the method of U9; once everything is withdrawn
 * all of it has gone back.
 * @throws LawError naming the field
 */
export function deliveryShare(
  delivery: DeliveryFacts | undefined,
  order: OrderLines,
  before: Counts,
  after: Counts,
  options: LawOptions,
  money: Currency,
): { share: Minor; supplement: Minor } {
  if (delivery === undefined || delivery === null) return { share: 0n, supplement: 0n }
  entry(delivery, "delivery", "{ paid, standard }")
  const chosen = money.read(delivery.paid, "delivery.paid")
  const standard = money.read(delivery.standard, "delivery.standard")
  const refundable = trueOrFalse(delivery.expresslyChosen ?? true, "delivery.expresslyChosen")
    ? least(chosen, standard)
    : chosen
  const supplement = chosen - refundable
  const soFar = (counts: Counts, kept: Amount | undefined, field: string): Minor => {
    if (isComplete(order, counts)) return refundable
    if (counts.size === 0) return 0n
    switch (options.u9PartialDelivery) {
      case "full":
        return refundable
      case "difference":
        return refundable === 0n ? 0n : most(0n, refundable - money.read(kept as Amount, field))
      case "prorata": {
        const value = sum([...order.keys()].map((line) => paid(order, line, counts)))
        const all = sum([...order.values()].map(({ net }) => net))
        return all === 0n ? 0n : divideHalfUp(refundable * value, all)
      }
    }
  }
  const { refundedBefore, keptBefore, kept } = delivery
  const toDate = soFar(after, kept, "delivery.kept")
  if (refundedBefore !== undefined) {
    // The ledger knows what went out: nothing is taken back, and nothing is refunded twice.
    return { share: most(0n, toDate - money.read(refundedBefore, "delivery.refundedBefore")), supplement }
  }
  const share = toDate - soFar(before, keptBefore, "delivery.keptBefore")
  if (share < 0n) {
    throw new LawError(
      "delivery.kept",
      "a price that is not above delivery.keptBefore, or what was refunded so far in delivery.refundedBefore",
      kept,
    )
  }
  return { share, supplement }
}
