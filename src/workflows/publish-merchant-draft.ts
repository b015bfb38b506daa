import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { hamonService } from "./service"

export type PublishMerchantDraftInput = {
  /** Hash of what the editor saw. */
  seen: string | null
  actor: string
}

const publishMerchantDraftStep = createStep(
  "publish-merchant-draft",
  async (input: PublishMerchantDraftInput, { container }) =>
    // What was published may have been read: a newer version replaces it, nothing takes it back.
    new StepResponse(await hamonService(container).publishDraft(input, now())),
)

/**
 * Publishes the draft of the merchant's profile that the editor saw; refused with the duties that are not met.
 *
 * @summary Publish the draft of the merchant profile.
 */
export const hamonPublishMerchantDraftWorkflow = createWorkflow(
  "hamon-publish-merchant-draft",
  (input: WorkflowData<PublishMerchantDraftInput>) => new WorkflowResponse(publishMerchantDraftStep(input)),
)
