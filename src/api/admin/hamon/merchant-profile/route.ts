import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonPublishMerchantProfileWorkflow } from "../../../../workflows/publish-merchant-profile"
import { hamonService } from "../../../../workflows/service"
import type { PublishMerchantProfile } from "../validators"

/** Who the merchant is, as published; null while nobody has said it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ merchant_profile: await hamonService(req.scope).publishedProfile(null) })
}

/** Publishes who the merchant is, as a new version. */
export async function POST(req: AuthenticatedMedusaRequest<PublishMerchantProfile>, res: MedusaResponse) {
  const { result } = await hamonPublishMerchantProfileWorkflow(req.scope).run({
    input: { content: req.validatedBody.merchant, actor: req.auth_context.actor_id },
  })
  res.json({ merchant_profile: result })
}
