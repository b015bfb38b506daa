import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { hamonService } from "../service"
import { WORK_DUE } from "../work-due"

export type RecordObjectionInput = { reference: string; code: string }

const recordObjectionStep = createStep("record-objection", async (input: RecordObjectionInput, { container }) => {
  const withdrawal = await hamonService(container).recordObjection(input, now())
  return new StepResponse({ recorded: withdrawal !== null })
})

/**
 * The customer of an order says that a declaration in his name is not his: its hold is lifted, and staff are told.
 *
 * @summary Record an objection to a withdrawal.
 */
export const hamonRecordObjectionWorkflow = createWorkflow(
  "hamon-record-objection",
  (input: WorkflowData<RecordObjectionInput>) => {
    const result = recordObjectionStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { reference: input.reference } })
    return new WorkflowResponse(result)
  },
)
