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

const proveByLinkStep = createStep("prove-by-link", async (input: { link: string }, { container }) => {
  const row = await hamonService(container).proveByLink(input.link, now())
  return new StepResponse({ withdrawalId: row?.id ?? null })
})

/**
 * Proves the address of a declaration by the link of one of its letters.
 *
 * @summary Prove the e-mail address of a withdrawal by a link.
 */
export const hamonProveByLinkWorkflow = createWorkflow(
  "hamon-prove-by-link",
  (input: WorkflowData<{ link: string }>) => {
    const proven = proveByLinkStep(input)
    emitEventStep({ eventName: WORK_DUE, data: {} })
    return new WorkflowResponse(proven)
  },
)
