import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonSyncOrderWorkflow } from "../workflows/sync-order"

/** Goods are back: the refund clock is computed again. */
export default async function returnReceived({ event, container }: SubscriberArgs<{ order_id: string }>) {
  await hamonSyncOrderWorkflow(container).run({ input: { order_id: event.data.order_id } })
}

export const config: SubscriberConfig = {
  event: "order.return_received",
  context: { subscriberId: "hamon-return-received" },
}
