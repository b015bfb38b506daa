import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import type { Proposal } from "../../modules/hamon/operations/deductions"
import { hamonService } from "../service"
import { WORK_DUE } from "../work-due"

export type ProposeDeductionInput = Proposal & { withdrawal_id: string }

const proposeDeductionStep = createStep(
  "propose-deduction",
  async ({ withdrawal_id, ...proposal }: ProposeDeductionInput, { container }) => {
    const { id } = await hamonService(container).proposeDeduction(withdrawal_id, proposal, now())
    // Its letter is in the outbox: taken back, it is taken back openly.
    return new StepResponse({ deduction_id: id })
  },
)

/**
 * Staff propose a deduction for diminished value (L221-23); the customer is told, and answers.
 *
 * @summary Propose a deduction from the refund of a withdrawal.
 */
export const hamonProposeDeductionWorkflow = createWorkflow(
  "hamon-propose-deduction",
  (input: WorkflowData<ProposeDeductionInput>) => {
    const proposed = proposeDeductionStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { withdrawal_id: input.withdrawal_id } })
    return new WorkflowResponse(proposed)
  },
)
