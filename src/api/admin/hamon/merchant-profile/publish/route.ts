import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonPublishMerchantDraftWorkflow } from "../../../../../workflows/publish-merchant-draft"
import { hamonService } from "../../../../../workflows/service"
import type { PublishMerchantDraft } from "../../validators"
import { refuseChanged, refusePublishing } from "../profile-answers"

/** Publishes the draft as the next version: 400 with what is missing, 409 where it is no longer the draft that was seen. */
export async function POST(req: AuthenticatedMedusaRequest<PublishMerchantDraft>, res: MedusaResponse) {
  const { result } = await hamonPublishMerchantDraftWorkflow(req.scope).run({
    input: { seen: req.validatedBody.seen, actor: req.auth_context.actor_id },
  })
  if (result.outcome === "refused") return refusePublishing(res, result.missing)
  const picture = await hamonService(req.scope).merchantPicture()
  if (result.outcome === "changed") return refuseChanged(res, picture)
  res.json({ ...picture, merchant_profile: result.profile })
}
