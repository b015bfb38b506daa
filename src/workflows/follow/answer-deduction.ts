import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { DeductionAnswer } from "../../modules/hamon/operations/deductions"
import type { Noted } from "../../modules/hamon/types"
import { hamonService } from "../service"

export type AnswerDeductionInput = DeductionAnswer & {
  withdrawal_id: string
  deduction_id: string
  /** Where staff write down what a customer said by post or telephone. */
  noted?: Noted
}

const answerDeductionStep = createStep(
  "answer-deduction",
  async ({ withdrawal_id, deduction_id, noted, ...answer }: AnswerDeductionInput, { container }) => {
    await hamonService(container).answerDeduction(withdrawal_id, deduction_id, answer, now(), noted ?? null)
    return new StepResponse(undefined)
  },
)

/**
 * The customer accepts or contests a deduction that staff proposed.
 *
 * @summary Answer a proposed deduction.
 */
export const hamonAnswerDeductionWorkflow = createWorkflow(
  "hamon-answer-deduction",
  (input: WorkflowData<AnswerDeductionInput>) => {
    answerDeductionStep(input)
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
