import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

export type RetryRefundInput = { refund_id: string; actor: string }

const retryRefundStep = createStep("retry-refund", async (input: RetryRefundInput, { container }) => {
  await hamonService(container).retryRefund(input.refund_id, input.actor, now())
  return new StepResponse(undefined)
})

/**
 * Staff have seen at the provider that a refund was not paid: it is sent again.
 *
 * @summary Send a failed or unknown refund again.
 */
export const hamonRetryRefundWorkflow = createWorkflow(
  "hamon-retry-refund",
  (input: WorkflowData<RetryRefundInput>) => {
    retryRefundStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { refund_id: input.refund_id } })
    return new WorkflowResponse({ refund_id: input.refund_id })
  },
)
