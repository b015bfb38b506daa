import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonLookAtWithdrawalWorkflow } from "../../../../../../workflows/desk/look-at"
import type { LookAt } from "../../../desk-validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff have looked at what a flag of a declaration says, and say what they found. */
export async function POST(req: AuthenticatedMedusaRequest<LookAt>, res: MedusaResponse) {
  await hamonLookAtWithdrawalWorkflow(req.scope).run({
    input: { withdrawal_id: req.params.id, ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
