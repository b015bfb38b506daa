import type { Amount, NoticeChoices } from "../law"
import type { MerchantContent } from "../modules/hamon/merchant"

/**
 * Who bears the direct cost of a return. The consumer does only where he was told so before the order (L221-5, 8°; L221-6;
 * L221-23): a merchant who has not said it bears it.
 */
export function returnCostOf(merchant: MerchantContent | null): {
  readonly paid_by: "merchant" | "customer"
  /** Of goods that cannot normally be posted: at most so much, in euros. */
  readonly at_most: Amount | null
} {
  const { paidBy = "merchant", atMost } = merchant?.returnCost ?? {}
  return { paid_by: paidBy, at_most: paidBy === "customer" ? (atMost ?? null) : null }
}

/** The same as the passage (5) b of the model notice asks for it. */
export function returnCostOfNotice(merchant: MerchantContent): NonNullable<NoticeChoices["goods"]>["cost"] {
  const { paid_by, at_most } = returnCostOf(merchant)
  if (paid_by === "merchant") return "trader"
  return at_most === null ? "consumer" : { atMost: at_most }
}
