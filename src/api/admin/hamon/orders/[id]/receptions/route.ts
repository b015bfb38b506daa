import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonRecordReceptionsWorkflow } from "../../../../../../workflows/record-receptions"
import { hamonService } from "../../../../../../workflows/service"
import { orderPicture } from "../../../order-picture"
import type { RecordReceptions } from "../../../validators"

/** Staff record on which days parcels were received, with what shows it (L221-18). */
export async function POST(req: AuthenticatedMedusaRequest<RecordReceptions>, res: MedusaResponse) {
  const { actor_id: recordedBy } = req.auth_context
  await hamonRecordReceptionsWorkflow(req.scope).run({
    input: {
      order_id: req.params.id,
      receptions: req.validatedBody.receptions.map(({ fulfillment_id, received_on, proof }) => ({
        fulfillmentId: fulfillment_id,
        receivedOn: received_on,
        proof,
        source: "staff" as const,
        recordedBy,
      })),
    },
  })
  res.json({ hamon_order: await orderPicture(hamonService(req.scope), req.params.id) })
}
