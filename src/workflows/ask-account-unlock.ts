import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import type { UnlockRequest } from "../modules/hamon/operations/account-unlock"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

const askAccountUnlockStep = createStep("ask-account-unlock", async (input: UnlockRequest, { container }) => {
  await hamonService(container).openAccountUnlock(input, now())
  return new StepResponse(undefined)
})

/**
 * Sends a code that unlocks an account, if there is one with this address. The answer says nothing about it.
 *
 * @summary Ask for the code that unlocks an account.
 */
export const hamonAskAccountUnlockWorkflow = createWorkflow(
  "hamon-ask-account-unlock",
  (input: WorkflowData<UnlockRequest>) => {
    askAccountUnlockStep(input)
    emitEventStep({ eventName: WORK_DUE, data: {} })
    return new WorkflowResponse({ asked: true })
  },
)
