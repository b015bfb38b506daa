import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonReceiveGoodsWorkflow } from "../../../../../../workflows/desk/receive-goods"
import type { ReceiveGoods } from "../../../desk-validators"
import { withdrawalPicture } from "../../../withdrawal-picture"

/** Staff record which units came back, and in which condition. */
export async function POST(req: AuthenticatedMedusaRequest<ReceiveGoods>, res: MedusaResponse) {
  await hamonReceiveGoodsWorkflow(req.scope).run({
    input: {
      withdrawal_id: req.params.id,
      on: req.validatedBody.on,
      lines: req.validatedBody.lines.map(({ order_line_id: line, ...one }) => ({ line, ...one })),
      actor: req.auth_context.actor_id,
    },
  })
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
