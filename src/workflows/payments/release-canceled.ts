import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import { currency } from "../../law"
import type { CaseRow } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { sentenceOf, type SweepResult } from "../sweeps/run-sweep"
import { compareBooks } from "./compare-books"
import { readablePayments } from "./provider-books"

const MOST_ORDERS = 100

/**
 * Sees that a cancelled order costs the customer nothing. Core cancels an order even where the provider refused to void or
 * to refund, and leaves the rest of a payment captured in part on hold: what is held is given back here, and money that was
 * taken and not given back is said, at each run, until somebody has refunded it.
 */
export async function releaseCanceled(
  container: MedusaContainer,
  cursor: Record<string, string>,
): Promise<SweepResult> {
  const service = hamonService(container)
  // Orders that wait for a person must not stand before the others: each run goes on where the last one stopped.
  const orders = await service.unreleasedOrders(cursor.after ?? "", MOST_ORDERS)
  const failures: string[] = []
  for (const order of orders) {
    try {
      await release(container, order)
      await service.paymentsReleased(order.order_id, now())
    } catch (error) {
      failures.push(`order ${order.display_id}: ${sentenceOf(error)}`)
    }
  }
  const after = orders.length < MOST_ORDERS ? "" : (orders.at(-1)?.order_id ?? "")
  return { handled: orders.length - failures.length, cursor: { after }, error: failures.join("; ") || null }
}

async function release(container: MedusaContainer, { order_id: orderId, facts }: CaseRow): Promise<void> {
  const ids = facts.payments.map(({ id }) => id)
  for (const { gateway, reference } of await readablePayments(container, ids)) {
    if (reference) await gateway.releaseHeld(reference)
  }
  for (const { payment_id, currency: code, provider, error } of await compareBooks(container, orderId)) {
    if (error) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, error)
    if (!provider) continue
    // Core books a refund that its provider refused, without a row of it: Medusa's own sums say nothing here.
    const money = currency(code)
    const lost = provider.disputes.filter(({ status }) => status === "lost")
    const back = [provider.refunded, ...lost.map(({ amount }) => amount)]
    const given = back.reduce((sum, amount) => sum + money.read(amount, "amount"), 0n)
    if (given >= money.read(provider.captured, "captured")) continue
    const sentence = `it is cancelled, but the provider has given back ${money.write(given)} of ${provider.captured} (${payment_id}): refund the rest at the provider`
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, sentence)
  }
}
