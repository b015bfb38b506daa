import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonDecideWithdrawalWorkflow } from "../../../../../../workflows/decide-withdrawal"
import type { DecideWithdrawal } from "../../../validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff decide on units that are announced as excepted (L221-28), each with its ground. */
export async function POST(req: AuthenticatedMedusaRequest<DecideWithdrawal>, res: MedusaResponse) {
  await hamonDecideWithdrawalWorkflow(req.scope).run({
    input: {
      withdrawal_id: req.params.id,
      decisions: req.validatedBody.decisions.map(({ line_id: lineId, ...one }) => ({ lineId, ...one })),
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
