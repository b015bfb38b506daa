import {
  beginReturnOrderWorkflow,
  confirmReturnRequestWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

export type ReturnGoodsInput = {
  order_id: string
  withdrawal_id: string
  location_id: string | undefined
  items: { id: string; quantity: number }[]
}

/**
 * Opens and confirms core's return for a withdrawal, in core's three acts; when one fails, core undoes the ones before.
 * The location is always set: core cannot receive a return without one.
 *
 * @summary Open a return in Medusa for the goods of a withdrawal.
 */
export const hamonReturnGoodsWorkflow = createWorkflow(
  "hamon-return-goods",
  (input: WorkflowData<ReturnGoodsInput>) => {
    const begin = transform({ input }, ({ input: { order_id, location_id, withdrawal_id } }) => ({
      order_id,
      location_id,
      metadata: { hamon_withdrawal: withdrawal_id },
    }))
    const change = beginReturnOrderWorkflow.runAsStep({ input: begin })
    const request = transform({ input, change }, ({ input: { items }, change }) => ({
      return_id: change.return_id as string,
      items,
    }))
    requestItemReturnWorkflow.runAsStep({ input: request })
    const confirm = transform({ change }, ({ change }) => ({ return_id: change.return_id as string }))
    confirmReturnRequestWorkflow.runAsStep({ input: confirm })
    return new WorkflowResponse(confirm)
  },
)
