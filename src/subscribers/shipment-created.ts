import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonSyncOrderWorkflow } from "../workflows/sync-order"
import { orderOfFulfillment } from "../workflows/order-facts/find-orders"

/** A parcel left. */
export default async function shipmentCreated({ event, container }: SubscriberArgs<{ id: string }>) {
  const orderId = await orderOfFulfillment(container, event.data.id)
  // A return travels as a fulfilment too, and belongs to no order.
  if (orderId) await hamonSyncOrderWorkflow(container).run({ input: { order_id: orderId } })
}

export const config: SubscriberConfig = {
  event: "shipment.created",
  context: { subscriberId: "hamon-shipment-created" },
}
