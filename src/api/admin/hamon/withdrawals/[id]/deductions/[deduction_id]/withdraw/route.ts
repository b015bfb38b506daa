import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonWithdrawDeductionWorkflow } from "../../../../../../../../workflows/follow/withdraw-deduction"
import { withdrawalPicture } from "../../../../../withdrawal-picture"

/** Staff take a proposed deduction back. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await hamonWithdrawDeductionWorkflow(req.scope).run({
    input: {
      withdrawal_id: req.params.id,
      deduction_id: req.params.deduction_id,
      by: req.auth_context.actor_id,
    },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
