import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonRefundUnchosenExtraWorkflow } from "../../../../../../workflows/refund-unchosen-extra"

/** Gives the extra back (L121-17). */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { result } = await hamonRefundUnchosenExtraWorkflow(req.scope).run({
    input: { id: req.params.id, actor: req.auth_context.actor_id },
  })
  res.json({ refunds: result })
}
