import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { readOrder } from "./order-facts/read-order"
import { trySettleBooks } from "./refunds/settle-books"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

const syncOrderStep = createStep("sync-order", async (input: { order_id: string }, { container }) => {
  const order = await readOrder(container, input.order_id)
  // An order deleted meanwhile has no case to open; one that exists is never lost: reconcile comes again.
  if (!order) return new StepResponse({ found: false, opened: false })
  const { opened } = await hamonService(container).syncOrder(order, now())
  if (!opened) await trySettleBooks(container, input.order_id)
  return new StepResponse({ found: true, opened })
})

/**
 * Brings an order's case up to what Medusa says of the order. Every event of an order ends here, and so does the reconcile
 * job: told twice, late or by two processes, it ends the same, so it needs no compensation.
 *
 * @summary Open or refresh the Hamon case of an order.
 * @example
 * await hamonSyncOrderWorkflow(container).run({ input: { order_id: "order_123" } })
 */
export const hamonSyncOrderWorkflow = createWorkflow(
  "hamon-sync-order",
  (input: WorkflowData<{ order_id: string }>) => {
    const result = syncOrderStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { order_id: input.order_id } })
    return new WorkflowResponse(result)
  },
)
