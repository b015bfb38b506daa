import { refundOfKey } from "../gateways/refund-of-key"
import type { GatewayPayment, GatewayRefund } from "../gateways/types"
import { type Amount, currency } from "../law"
import { coreHasRefund } from "./core-rows"

/** How core's ids of refunds begin. */
const CORE_ROW = /^ref_/

/**
 * A refund that core asked for and whose answer was lost: core dropped its row, told staff that it failed, and asks with a
 * new row when they try again. It is the one that they want, and is not paid a second time.
 * @param cradle container of the payment module
 * @param books what the provider has of the payment
 * @param amount what is asked for now
 * @param told ids of the provider's refunds that earlier answers have told core of
 * @returns null where nothing is to be found: then it is paid
 */
export async function lostRefund(
  cradle: unknown,
  books: Pick<GatewayPayment, "refunds" | "currency">,
  amount: Amount,
  told: readonly string[],
): Promise<GatewayRefund | null> {
  const money = currency(books.currency)
  const asked = money.read(amount, "amount")
  const keys = new Set(books.refunds.flatMap(({ key }) => (key && CORE_ROW.test(key) ? [key] : [])))
  for (const key of keys) {
    const refund = refundOfKey(books, key)
    if (!refund || told.includes(refund.id) || money.read(refund.kept, "kept") !== asked) continue
    if (!(await coreHasRefund(cradle, key))) return refund
  }
  return null
}
