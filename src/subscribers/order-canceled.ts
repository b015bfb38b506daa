import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonSyncOrderWorkflow } from "../workflows/sync-order"

/** Ends the clocks of an order that was cancelled. */
export default async function orderCanceled({ event, container }: SubscriberArgs<{ id: string }>) {
  await hamonSyncOrderWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = { event: "order.canceled", context: { subscriberId: "hamon-order-canceled" } }
