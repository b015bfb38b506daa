import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonAnswerDeductionWorkflow } from "../../../../../../../../workflows/follow/answer-deduction"
import type { NoteAnswer } from "../../../../../desk-validators"
import { withdrawalPicture } from "../../../../../withdrawal-picture"

/** Staff note what a customer answered, by post or telephone, to a proposed deduction (L221-23). */
export async function POST(req: AuthenticatedMedusaRequest<NoteAnswer>, res: MedusaResponse) {
  const { answer, on, ground: words } = req.validatedBody
  await hamonAnswerDeductionWorkflow(req.scope).run({
    input: {
      withdrawal_id: req.params.id,
      deduction_id: req.params.deduction_id,
      ...{ accept: answer === "accepted", words },
      noted: { by: req.auth_context.actor_id, on },
    },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
