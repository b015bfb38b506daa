import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { hamonService } from "../service"

export type WithdrawDeductionInput = { withdrawal_id: string; deduction_id: string; by: string }

const withdrawDeductionStep = createStep(
  "withdraw-deduction",
  async ({ withdrawal_id, deduction_id, by }: WithdrawDeductionInput, { container }) => {
    await hamonService(container).withdrawDeduction(withdrawal_id, deduction_id, by, now())
    return new StepResponse(undefined)
  },
)

/**
 * Staff take a proposed deduction back.
 *
 * @summary Withdraw a proposed deduction.
 */
export const hamonWithdrawDeductionWorkflow = createWorkflow(
  "hamon-withdraw-deduction",
  (input: WorkflowData<WithdrawDeductionInput>) => {
    withdrawDeductionStep(input)
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
