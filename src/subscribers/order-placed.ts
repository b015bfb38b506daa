import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonSyncOrderWorkflow } from "../workflows/sync-order"

/** Opens the case: promises, confirmation letter, evidence. */
export default async function orderPlaced({ event, container }: SubscriberArgs<{ id: string }>) {
  await hamonSyncOrderWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = { event: "order.placed", context: { subscriberId: "hamon-order-placed" } }
