import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonMatchWithdrawalWorkflow } from "../../../../../../workflows/match-withdrawal"
import type { MatchWithdrawal } from "../../../validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff say to which order a declaration belongs, and which units it means. */
export async function POST(req: AuthenticatedMedusaRequest<MatchWithdrawal>, res: MedusaResponse) {
  const { order_id, lines } = req.validatedBody
  await hamonMatchWithdrawalWorkflow(req.scope).run({
    input: {
      withdrawal_id: req.params.id,
      order_id,
      lines: lines.map(({ order_line_id: line, quantity }) => ({ line, quantity })),
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
