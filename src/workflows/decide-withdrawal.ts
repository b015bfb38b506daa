import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import type { Decision } from "../modules/hamon/operations/decisions"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

export type DecideWithdrawalInput = { withdrawal_id: string; decisions: Decision[]; actor: string }

const decideWithdrawalStep = createStep("decide-withdrawal", async (input: DecideWithdrawalInput, { container }) => {
  await hamonService(container).decideLines(input.withdrawal_id, input.decisions, input.actor, now())
  // A decision is a fact with its author and ground: it stands as evidence and is not taken back by the machine.
  return new StepResponse(undefined)
})

/**
 * Staff decide on units that the shop announced as excepted from the right of withdrawal (L221-28).
 *
 * @summary Decide on excepted units of a withdrawal.
 */
export const hamonDecideWithdrawalWorkflow = createWorkflow(
  "hamon-decide-withdrawal",
  (input: WorkflowData<DecideWithdrawalInput>) => {
    decideWithdrawalStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { withdrawal_id: input.withdrawal_id } })
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
