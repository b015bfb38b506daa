import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { type MerchantContent, readMerchant } from "../modules/hamon/merchant"
import { hamonService } from "./service"

export type PublishMerchantProfileInput = { content: MerchantContent; actor: string }

const publishMerchantProfileStep = createStep(
  "publish-merchant-profile",
  async (input: PublishMerchantProfileInput, { container }) => {
    const merchant = readMerchant(input.content)
    const { version, content, hash } = await hamonService(container).publishProfile(merchant, input.actor, now())
    // A version that was published may have been read: it is replaced by a newer one, never withdrawn.
    return new StepResponse({ version, content, hash })
  },
)

/**
 * Publishes who the merchant is, as a new version.
 *
 * @summary Publish the merchant profile.
 */
export const hamonPublishMerchantProfileWorkflow = createWorkflow(
  "hamon-publish-merchant-profile",
  (input: WorkflowData<PublishMerchantProfileInput>) => new WorkflowResponse(publishMerchantProfileStep(input)),
)
