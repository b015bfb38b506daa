import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonAnswerKeepGoodsWorkflow } from "../../../../../../workflows/follow/answer-keep-goods"
import type { AnswerKeeping } from "../../../desk-validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff answer a customer who asked to keep the goods after all (U21). */
export async function POST(req: AuthenticatedMedusaRequest<AnswerKeeping>, res: MedusaResponse) {
  const { decision, note } = req.validatedBody
  await hamonAnswerKeepGoodsWorkflow(req.scope).run({
    input: { withdrawal_id: req.params.id, agree: decision === "agreed", note, by: req.auth_context.actor_id },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
