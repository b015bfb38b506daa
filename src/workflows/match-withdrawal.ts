import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import type { Units } from "../modules/hamon/types"
import { hamonService } from "./service"
import { hamonSyncOrderWorkflow } from "./sync-order"
import { WORK_DUE } from "./work-due"

export type MatchWithdrawalInput = { withdrawal_id: string; order_id: string; lines: Units[]; actor: string }

const matchWithdrawalStep = createStep("match-withdrawal", async (input: MatchWithdrawalInput, { container }) => {
  const match = { orderId: input.order_id, lines: input.lines, actor: input.actor }
  await hamonService(container).matchByStaff(input.withdrawal_id, match, now())
  return new StepResponse(undefined)
})

/**
 * Staff bind a declaration to its order and say which units it means.
 *
 * @summary Match a withdrawal to an order by hand.
 */
export const hamonMatchWithdrawalWorkflow = createWorkflow(
  "hamon-match-withdrawal",
  (input: WorkflowData<MatchWithdrawalInput>) => {
    hamonSyncOrderWorkflow.runAsStep({ input: { order_id: input.order_id } })
    matchWithdrawalStep(input)
    emitEventStep({ eventName: WORK_DUE, data: { withdrawal_id: input.withdrawal_id } })
    return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
  },
)
