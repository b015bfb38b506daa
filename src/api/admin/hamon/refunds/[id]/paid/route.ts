import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonRecordRefundPaidWorkflow } from "../../../../../../workflows/record-refund-paid"
import { hamonService } from "../../../../../../workflows/service"
import type { RecordRefundPaid } from "../../../validators"

/** Staff record that a refund was paid otherwise than by this machine. */
export async function POST(req: AuthenticatedMedusaRequest<RecordRefundPaid>, res: MedusaResponse) {
  const { consent = null, ...paid } = req.validatedBody
  await hamonRecordRefundPaidWorkflow(req.scope).run({
    input: { refund_id: req.params.id, paid: { ...paid, consent }, actor: req.auth_context.actor_id },
  })
  const [refund] = await hamonService(req.scope).listRefunds({ id: req.params.id })
  res.json({ refund })
}
