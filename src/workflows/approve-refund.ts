import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { readOrder } from "./order-facts/read-order"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

export type ApproveRefundInput = { withdrawal_id: string; actor: string }

const approveRefundStep = createStep("approve-refund", async (input: ApproveRefundInput, { container }) => {
  const service = hamonService(container)
  const [withdrawal] = await service.listWithdrawals({ id: input.withdrawal_id }, { take: 1 })
  if (!withdrawal) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no withdrawal ${input.withdrawal_id}`)
  }
  // What staff refunded in Medusa a second ago must be seen before anything is planned.
  const order = withdrawal.order_id ? await readOrder(container, withdrawal.order_id) : null
  if (order) await service.syncOrder(order, now())
  const lines = await service.approveRefund(input.withdrawal_id, { by: input.actor }, now())
  return new StepResponse(lines.map(({ id, amount, currency, state }) => ({ id, amount, currency, state })))
})

/**
 * Plans what a withdrawal is owed (L221-24) and approves it; the sweeper sends it at once. Asked twice, the first plan
 * stands.
 *
 * @summary Plan and approve the refund of a withdrawal.
 */
export const hamonApproveRefundWorkflow = createWorkflow(
  "hamon-approve-refund",
  (input: WorkflowData<ApproveRefundInput>) => {
    const refunds = approveRefundStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { withdrawal_id: input.withdrawal_id } })
    return new WorkflowResponse(refunds)
  },
)
