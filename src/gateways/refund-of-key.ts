import { currency } from "../law"
import type { GatewayPayment, GatewayRefund } from "./types"

/** Worst first: what is left of a refund in parts is only as good as its worst part. */
const ORDER: readonly GatewayRefund["status"][] = ["failed", "canceled", "pending", "succeeded"]

/**
 * What the provider's books say of one line of the ledger; null where it was never sent. PayPal pays one in parts when no
 * capture of the order holds enough: then the parts are one refund, with the sum and the worst status.
 */
export function refundOfKey({ refunds, currency: code }: GatewayPayment, key: string): GatewayRefund | null {
  const parts = refunds.filter((one) => one.key === key)
  if (parts.length < 2) return parts[0] ?? null
  const money = currency(code)
  const worst = ORDER.flatMap((status) => parts.filter((part) => part.status === status))[0]
  const amount = parts.reduce((sum, part) => sum + money.read(part.amount, "amount"), 0n)
  return { ...worst, amount: money.write(amount) }
}
