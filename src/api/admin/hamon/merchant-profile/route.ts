import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonPublishMerchantProfileWorkflow } from "../../../../workflows/publish-merchant-profile"
import { hamonService } from "../../../../workflows/service"
import type { PublishMerchantProfile } from "../validators"
import { refusePublishing } from "./profile-answers"

/**
 * Who the merchant is: as published, as typed, and how each of his duties stands. `seen` is what a later save or publication
 * names, so that two editors do not overwrite each other.
 */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const picture = await hamonService(req.scope).merchantPicture()
  res.json({ ...picture, merchant_profile: picture.published })
}

/** Publishes who the merchant is in one step, as a new version, for scripts: refused as the draft is. */
export async function POST(req: AuthenticatedMedusaRequest<PublishMerchantProfile>, res: MedusaResponse) {
  const { result } = await hamonPublishMerchantProfileWorkflow(req.scope).run({
    input: { content: req.validatedBody.merchant, actor: req.auth_context.actor_id },
  })
  if (result.outcome === "refused") return refusePublishing(res, result.missing)
  res.json({ merchant_profile: result.profile })
}
