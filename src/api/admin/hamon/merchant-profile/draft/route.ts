import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonSaveMerchantDraftWorkflow } from "../../../../../workflows/save-merchant-draft"
import type { SaveMerchantDraft } from "../../validators"
import { refuseChanged } from "../profile-answers"

/** Keeps what has been typed of the merchant's profile, however incomplete; 409 where somebody else did so in between. */
export async function POST(req: AuthenticatedMedusaRequest<SaveMerchantDraft>, res: MedusaResponse) {
  const { merchant, seen } = req.validatedBody
  const { result } = await hamonSaveMerchantDraftWorkflow(req.scope).run({ input: { content: merchant, seen } })
  if (result.outcome === "changed") return refuseChanged(res, result.picture)
  res.json(result.picture)
}
