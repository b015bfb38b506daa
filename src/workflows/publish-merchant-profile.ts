import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import type { MerchantDraft } from "../modules/hamon/merchant-draft"
import { hamonService } from "./service"

export type PublishMerchantProfileInput = { content: MerchantDraft; actor: string }

const publishMerchantProfileStep = createStep(
  "publish-merchant-profile",
  async ({ content, actor }: PublishMerchantProfileInput, { container }) =>
    // A version that was published may have been read: it is replaced by a newer one, never withdrawn.
    new StepResponse(await hamonService(container).publishProfile(content, actor, now())),
)

/**
 * Publishes who the merchant is in one step, as a new version; refused with the duties that are not met.
 *
 * @summary Publish the merchant profile.
 */
export const hamonPublishMerchantProfileWorkflow = createWorkflow(
  "hamon-publish-merchant-profile",
  (input: WorkflowData<PublishMerchantProfileInput>) => new WorkflowResponse(publishMerchantProfileStep(input)),
)
