import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonAcceptLateWithdrawalWorkflow } from "../../../../../../workflows/desk/decide-whole"
import type { Grounded } from "../../../desk-validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff accept a declaration that was sent after the period. */
export async function POST(req: AuthenticatedMedusaRequest<Grounded>, res: MedusaResponse) {
  await hamonAcceptLateWithdrawalWorkflow(req.scope).run({
    input: { withdrawal_id: req.params.id, ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
