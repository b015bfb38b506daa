import {
  beginOrderEditOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  orderEditUpdateItemQuantityWorkflow,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

export type ReduceOrderInput = {
  order_id: string
  withdrawal_id: string
  /** Quantities that the lines have afterwards. */
  items: { id: string; quantity: number }[]
}

/** By which an edit that we began is known. */
export function editNote(withdrawalId: string): string {
  return `hamon_withdrawal:${withdrawalId}`
}

/**
 * Takes withdrawn units out of Medusa's order by an edit, in core's own acts; when one fails, core undoes the ones before. It is
 * not requested on the way: many shops write to their customer when an edit waits for him, and this one does not.
 *
 * @summary Take withdrawn units out of an order before they leave.
 */
export const hamonReduceOrderWorkflow = createWorkflow(
  "hamon-reduce-order",
  (input: WorkflowData<ReduceOrderInput>) => {
    const begin = transform({ input }, ({ input: { order_id, withdrawal_id } }) => ({
      order_id,
      internal_note: editNote(withdrawal_id),
    }))
    beginOrderEditOrderWorkflow.runAsStep({ input: begin })
    const update = transform({ input }, ({ input: { order_id, items } }) => ({ order_id, items }))
    orderEditUpdateItemQuantityWorkflow.runAsStep({ input: update })
    const confirm = transform({ input }, ({ input: { order_id } }) => ({ order_id, confirmed_by: "hamon" }))
    confirmOrderEditRequestWorkflow.runAsStep({ input: confirm })
    return new WorkflowResponse(confirm)
  },
)
