import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { explainPayment } from "../../../../payments/explain"
import { hamonService } from "../../../../workflows/service"
import { customerLocale } from "../customer-locale"
import type { ListPaymentMethods } from "../validators"
import { providersOffered } from "./providers-offered"

/** Explains the means of payment of a region, or of a cart's region, for the first step of the order (L221-14). */
export async function GET(req: MedusaStoreRequest<unknown, ListPaymentMethods>, res: MedusaResponse) {
  const query = req.validatedQuery as ListPaymentMethods
  const service = hamonService(req.scope)
  const options = service.getOptions()
  const locale = customerLocale(req, options)
  const [providers, profile] = await Promise.all([providersOffered(req.scope, query), service.publishedProfile(null)])
  const shop = { merchant: profile?.content ?? null, options }
  res.vary("Accept-Language").set("Content-Language", locale)
  res.json({ payment_methods: providers.map((id) => explainPayment(id, locale, shop)) })
}
