import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { hamonSummariseCartWorkflow } from "../../../../../../workflows/checkout/summarise-cart"
import { hamonService } from "../../../../../../workflows/service"
import { customerLocale } from "../../../customer-locale"

/** What has to stand directly above the order button (L221-14), in its order. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse) {
  const locale = customerLocale(req, hamonService(req.scope).getOptions())
  const { result } = await hamonSummariseCartWorkflow(req.scope).run({ input: { cart_id: req.params.id, locale } })
  res.vary("Accept-Language").set("Content-Language", locale).set("Cache-Control", "no-store")
  res.json({ summary: result })
}
