import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonApproveRefundWorkflow } from "../../../../../../workflows/approve-refund"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff approve the refund of a withdrawal: it is computed, planned once, and sent. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await hamonApproveRefundWorkflow(req.scope).run({
    input: { withdrawal_id: req.params.id, actor: req.auth_context.actor_id },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
