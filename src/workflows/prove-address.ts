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

const proveAddressStep = createStep(
  "prove-address",
  async (input: { reference: string; code: string }, { container }) => {
    const row = await hamonService(container).proveAddress(input, now())
    return new StepResponse({ withdrawalId: row?.id ?? null })
  },
)

/**
 * Proves the address of a declaration by the code of its acknowledgement.
 *
 * @summary Prove the e-mail address of a withdrawal.
 */
export const hamonProveAddressWorkflow = createWorkflow(
  "hamon-prove-address",
  (input: WorkflowData<{ reference: string; code: string }>) => {
    const proven = proveAddressStep(input)
    emitEventStep({ eventName: WORK_DUE, data: {} })
    return new WorkflowResponse(proven)
  },
)
