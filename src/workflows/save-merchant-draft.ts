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

export type SaveMerchantDraftInput = {
  content: MerchantDraft
  /** Hash of what the editor began with. */
  seen: string | null
}

const saveMerchantDraftStep = createStep(
  "save-merchant-draft",
  async (input: SaveMerchantDraftInput, { container }) =>
    new StepResponse(await hamonService(container).saveDraft(input, now())),
)

/**
 * Keeps a draft of who the merchant is, of any completeness; nothing is written where somebody else changed it since.
 *
 * @summary Save the draft of the merchant profile.
 */
export const hamonSaveMerchantDraftWorkflow = createWorkflow(
  "hamon-save-merchant-draft",
  (input: WorkflowData<SaveMerchantDraftInput>) => new WorkflowResponse(saveMerchantDraftStep(input)),
)
