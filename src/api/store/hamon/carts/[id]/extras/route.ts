import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { extrasOfCart } from "../../../../../../workflows/checkout/extras"
import { hamonService } from "../../../../../../workflows/service"
import { customerLocale } from "../../../customer-locale"
import { shownExtra } from "./shown"

/** The paid extras of a cart (L121-17): what each costs, the words for its unticked box, and whether the customer chose it. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse) {
  const locale = customerLocale(req, hamonService(req.scope).getOptions())
  const { extras } = await extrasOfCart(req.scope, req.params.id, locale)
  res.vary("Accept-Language").set("Content-Language", locale).set("Cache-Control", "no-store")
  res.json({ extras: extras.map(shownExtra) })
}
