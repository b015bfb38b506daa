import type { Answer } from "../../scripts/shop/client"
import { runJobs, until, withdrawalOf } from "./scenes"
import type { TestStore } from "./store"

/** What Medusa's books say of an order, over the admin API. */

/** Amounts that core has refunded, the smallest first. */
export async function coreRefunds({ shop }: TestStore, orderId: string): Promise<number[]> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=*payment_collections.payments.refunds`)
  return order.payment_collections
    .flatMap(({ payments }: Answer) => payments.flatMap((payment: Answer) => payment.refunds))
    .map(({ amount }: Answer) => amount)
    .sort((a: number, b: number) => a - b)
}

/** What core says is still to be paid, or to be given back where it is negative. */
export async function balance({ shop }: TestStore, orderId: string): Promise<number> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=*summary`)
  return Math.round(order.summary.pending_difference * 100) / 100
}

/** Staff approve the refund of a withdrawal; answers it once the money has gone. */
export async function refunded(store: TestStore, id: string): Promise<Answer> {
  await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
  return until(async () => {
    await runJobs(store)
    const withdrawal = await withdrawalOf(store, id)
    return withdrawal.status === "refunded" ? withdrawal : null
  })
}
