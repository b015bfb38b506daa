import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonDeclineWithdrawalWorkflow } from "../../../../../../workflows/desk/decide-whole"
import type { DeclineWithdrawal } from "../../../desk-validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff decline a whole declaration, with a ground that the customer is told. */
export async function POST(req: AuthenticatedMedusaRequest<DeclineWithdrawal>, res: MedusaResponse) {
  await hamonDeclineWithdrawalWorkflow(req.scope).run({
    input: { withdrawal_id: req.params.id, ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
