import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import type { PaidOtherwise } from "../modules/hamon/types"
import { refuseIfPaidByProvider } from "./refunds/paid-by-provider"
import { trySettleBooks } from "./refunds/settle-books"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

export type RecordRefundPaidInput = { refund_id: string; paid: PaidOtherwise; actor: string }

const recordRefundPaidStep = createStep("record-refund-paid", async (input: RecordRefundPaidInput, { container }) => {
  if (input.paid.means !== "provider") await refuseIfPaidByProvider(container, input.refund_id)
  const { order_id } = await hamonService(container).recordRefundPaid(input.refund_id, input.paid, input.actor, now())
  await trySettleBooks(container, order_id)
  return new StepResponse(undefined)
})

/**
 * Staff record that a refund which the machine could not send, or does not know of, was paid: by the provider, or by
 * another means that the customer agreed to (L221-24).
 *
 * @summary Record a refund as paid.
 */
export const hamonRecordRefundPaidWorkflow = createWorkflow(
  "hamon-record-refund-paid",
  (input: WorkflowData<RecordRefundPaidInput>) => {
    recordRefundPaidStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { refund_id: input.refund_id } })
    return new WorkflowResponse({ refund_id: input.refund_id })
  },
)
