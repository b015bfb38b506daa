import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonSyncOrderWorkflow } from "../workflows/sync-order"
import { orderOfPayment } from "../workflows/order-facts/find-orders"

/** Money went out, by us or by the hand of staff: ledger and refund clock are computed again. */
export default async function paymentRefunded({ event, container }: SubscriberArgs<{ id: string }>) {
  const orderId = await orderOfPayment(container, event.data.id)
  if (orderId) await hamonSyncOrderWorkflow(container).run({ input: { order_id: orderId } })
}

export const config: SubscriberConfig = {
  event: "payment.refunded",
  context: { subscriberId: "hamon-payment-refunded" },
}
