import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonSyncOrderWorkflow } from "../workflows/sync-order"
import { orderOfFulfillment } from "../workflows/order-facts/find-orders"

/** A parcel was delivered: its reception starts the withdrawal period (L221-18). */
export default async function deliveryCreated({ event, container }: SubscriberArgs<{ id: string }>) {
  const orderId = await orderOfFulfillment(container, event.data.id)
  // A return travels as a fulfilment too, and belongs to no order.
  if (orderId) await hamonSyncOrderWorkflow(container).run({ input: { order_id: orderId } })
}

export const config: SubscriberConfig = {
  event: "delivery.created",
  context: { subscriberId: "hamon-delivery-created" },
}
