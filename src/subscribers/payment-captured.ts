import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonSyncOrderWorkflow } from "../workflows/sync-order"
import { orderOfPayment } from "../workflows/order-facts/find-orders"

/** Money came in: refunds can be planned. */
export default async function paymentCaptured({ event, container }: SubscriberArgs<{ id: string }>) {
  const orderId = await orderOfPayment(container, event.data.id)
  if (orderId) await hamonSyncOrderWorkflow(container).run({ input: { order_id: orderId } })
}

export const config: SubscriberConfig = {
  event: "payment.captured",
  context: { subscriberId: "hamon-payment-captured" },
}
