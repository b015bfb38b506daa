import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { hamonService } from "./service"

export type ShowConsentInput = { id: string; ground: string; actor: string }

const showConsentStep = createStep("show-consent", async ({ id, ground, actor }: ShowConsentInput, { container }) => {
  // What staff recorded is evidence: it is never taken back.
  return new StepResponse(await hamonService(container).showConsent(id, ground, actor, now()))
})

/**
 * Records the customer's consent to an extra that staff can show (L121-17), such as a call that was noted.
 *
 * @summary Record the consent to an extra.
 */
export const hamonShowConsentWorkflow = createWorkflow(
  "hamon-show-consent",
  (input: WorkflowData<ShowConsentInput>) => new WorkflowResponse(showConsentStep(input)),
)
