import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { closedPlatform } from "../modules/hamon/merchant-duties/closed-platform"
import { TERMS_OF_SALE } from "../modules/hamon/operations/text-versions"
import type { LetterLocale } from "../modules/hamon/types"
import { hamonService } from "./service"

export type PublishTermsInput = {
  locale: LetterLocale
  body: string
  actor: string
  /** Hash of the version that the writer saw in force, null for none; undefined: whatever is in force. */
  seen?: string | null
}

const publishTermsStep = createStep("publish-terms", async (input: PublishTermsInput, { container }) => {
  if (closedPlatform(input.body)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "these terms point to ec.europa.eu/consumers/odr, which is closed since 20 July 2025: remove the link, and name your mediator (L616-1)",
    )
  }
  // What was published may have been read, and agreed to: a newer version replaces it, nothing takes it back.
  return new StepResponse(await hamonService(container).publishText({ kind: TERMS_OF_SALE, ...input }, now()))
})

/**
 * Puts terms of sale in force in a language, as a new version.
 *
 * @summary Publish terms of sale.
 */
export const hamonPublishTermsWorkflow = createWorkflow(
  "hamon-publish-terms",
  (input: WorkflowData<PublishTermsInput>) => new WorkflowResponse(publishTermsStep(input)),
)
