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

const resendLetterStep = createStep("resend-letter", async (input: { letter_id: string }, { container }) => {
  await hamonService(container).resendLetter(input.letter_id, now())
  return new StepResponse(undefined)
})

/**
 * Staff have a letter sent again that failed: the same bytes, to the same address.
 *
 * @summary Send a failed letter again.
 */
export const hamonResendLetterWorkflow = createWorkflow(
  "hamon-resend-letter",
  (input: WorkflowData<{ letter_id: string }>) => {
    resendLetterStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { letter_id: input.letter_id } })
    return new WorkflowResponse({ letter_id: input.letter_id })
  },
)
