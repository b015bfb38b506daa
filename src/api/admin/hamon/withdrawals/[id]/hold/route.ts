import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonSetHoldWorkflow } from "../../../../../../workflows/holds/set-hold"
import type { SetHold } from "../../../validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff lift the hold on goods that have not left, or place it, each with a ground. */
export async function POST(req: AuthenticatedMedusaRequest<SetHold>, res: MedusaResponse) {
  await hamonSetHoldWorkflow(req.scope).run({
    input: { withdrawal_id: req.params.id, ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
