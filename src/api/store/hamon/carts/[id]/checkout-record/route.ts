import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { hamonRecordCheckoutWorkflow } from "../../../../../../workflows/checkout/record-checkout"
import type { RecordCheckout } from "../../../validators"

/** Freezes what the cart announces; the shop calls it when it shows the summary before the order. */
export async function POST(req: MedusaStoreRequest<RecordCheckout>, res: MedusaResponse) {
  const { result } = await hamonRecordCheckoutWorkflow(req.scope).run({
    input: { cart_id: req.params.id, ...req.validatedBody },
  })
  res.json({ checkout_record: result })
}
