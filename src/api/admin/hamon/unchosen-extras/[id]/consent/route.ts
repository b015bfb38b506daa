import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonShowConsentWorkflow } from "../../../../../../workflows/show-consent"
import type { ShowConsent } from "../../../validators"

/** Records the consent that staff can show. */
export async function POST(req: AuthenticatedMedusaRequest<ShowConsent>, res: MedusaResponse) {
  const { result } = await hamonShowConsentWorkflow(req.scope).run({
    input: { id: req.params.id, ground: req.validatedBody.ground, actor: req.auth_context.actor_id },
  })
  res.json({ unchosen_extra: result })
}
