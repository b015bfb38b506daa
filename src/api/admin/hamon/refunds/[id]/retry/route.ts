import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonRetryRefundWorkflow } from "../../../../../../workflows/retry-refund"
import { hamonService } from "../../../../../../workflows/service"

/** Staff have seen at the provider that a refund was not paid: it is sent again. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await hamonRetryRefundWorkflow(req.scope).run({
    input: { refund_id: req.params.id, actor: req.auth_context.actor_id },
  })
  const [refund] = await hamonService(req.scope).listRefunds({ id: req.params.id })
  res.json({ refund })
}
