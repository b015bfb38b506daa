import { type Amount, currency } from "../law"
import type { GatewayPayment, GatewayRefund } from "./types"

/** Worst first: what is left of a refund in parts is only as good as its worst part. */
const ORDER: readonly GatewayRefund["status"][] = ["failed", "canceled", "pending", "succeeded"]

/** A line of the ledger as the provider's books have it. */
export type LineRefund = GatewayRefund & {
  /** What is on its way to the customer, or with him: all parts but those that came back. */
  readonly kept: Amount
}

/**
 * What the provider's books say of one line of the ledger; null where it was never sent. PayPal pays one in parts when no
 * capture of the order holds enough: then the parts are one refund, with the sum and the worst status.
 */
export function refundOfKey(
  { refunds, currency: code }: Pick<GatewayPayment, "refunds" | "currency">,
  key: string,
): LineRefund | null {
  const parts = refunds.filter((one) => one.key === key)
  const [worst] = ORDER.flatMap((status) => parts.filter((part) => part.status === status))
  if (!worst) return null
  const money = currency(code)
  const total = (some: readonly GatewayRefund[]) =>
    money.write(some.reduce((sum, { amount }) => sum + money.read(amount, "amount"), 0n))
  const kept = parts.filter(({ status }) => status !== "failed" && status !== "canceled")
  return { ...worst, amount: total(parts), kept: total(kept) }
}
