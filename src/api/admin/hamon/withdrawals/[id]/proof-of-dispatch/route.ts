import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonRecordProofOfDispatchWorkflow } from "../../../../../../workflows/record-proof-of-dispatch"
import type { RecordProofOfDispatch } from "../../../validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff record the proof of dispatch that a customer gave (L221-24). */
export async function POST(req: AuthenticatedMedusaRequest<RecordProofOfDispatch>, res: MedusaResponse) {
  await hamonRecordProofOfDispatchWorkflow(req.scope).run({
    input: { withdrawal_id: req.params.id, ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
