import { setTimeout as pause } from "node:timers/promises"
import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hamonSyncOrderWorkflow } from "../workflows/sync-order"

/**
 * The event comes while core still writes the answer that the customer waits for, often in the same process. A case opened a
 * moment later is as good; one whose moment never comes is found by reconcile.
 */
const AFTER_THE_ANSWER_MS = 250

/** Opens the case: promises, confirmation letter, evidence. */
export default async function orderPlaced({ event, container }: SubscriberArgs<{ id: string }>) {
  await pause(AFTER_THE_ANSWER_MS, undefined, { ref: false })
  await hamonSyncOrderWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = { event: "order.placed", context: { subscriberId: "hamon-order-placed" } }
