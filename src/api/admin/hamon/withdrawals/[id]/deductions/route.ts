import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonProposeDeductionWorkflow } from "../../../../../../workflows/follow/propose-deduction"
import type { ProposeDeduction } from "../../../desk-validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff propose a deduction for diminished value (L221-23). */
export async function POST(req: AuthenticatedMedusaRequest<ProposeDeduction>, res: MedusaResponse) {
  const { order_line_id: orderLineId, amount, ground } = req.validatedBody
  await hamonProposeDeductionWorkflow(req.scope).run({
    input: { withdrawal_id: req.params.id, orderLineId, amount, ground, by: req.auth_context.actor_id },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
