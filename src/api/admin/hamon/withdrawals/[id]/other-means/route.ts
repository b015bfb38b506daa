import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonChooseMeansWorkflow } from "../../../../../../workflows/follow/choose-means"
import type { NoteMeans } from "../../../desk-validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff note that a customer agreed, by post or telephone, to another means of refund (L221-24), or took that back. */
export async function POST(req: AuthenticatedMedusaRequest<NoteMeans>, res: MedusaResponse) {
  const { means, details, on, ground: words } = req.validatedBody
  await hamonChooseMeansWorkflow(req.scope).run({
    input: {
      withdrawal_id: req.params.id,
      agreed: means === "original" ? null : { means, details, textShown: words },
      noted: { by: req.auth_context.actor_id, on, words },
    },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
