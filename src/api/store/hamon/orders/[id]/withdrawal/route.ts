import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { orderRights } from "../../../../../../declaring/order-rights"
import { declaringTexts } from "../../../../../../declaring/texts"
import { now } from "../../../../../../kit/clock"
import { ownOrder } from "../../../../../../workflows/declarations/own-orders"
import { hamonService } from "../../../../../../workflows/service"
import { tooMany } from "../../../../../limits"
import { customerLocale } from "../../../customer-locale"
import { declarerOf } from "../../../withdrawals/declarer"
import { functionOf } from "../../../withdrawals/shown"

/**
 * For each line of an order whether the right of withdrawal exists, until when and why: for the customer of the order, by
 * his token, or by the code of the link to his orders. To everybody else no order is there.
 */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse) {
  const options = hamonService(req.scope).getOptions()
  const locale = customerLocale(req, options)
  const { customerId, proven, refused } = await declarerOf(req)
  if (refused) return tooMany(req, res, refused.retryAfter)
  const order = await ownOrder(req.scope, req.params.id, { customerId, address: proven?.address ?? null })
  if (!order) throw new MedusaError(MedusaError.Types.NOT_FOUND, declaringTexts(locale).api.noOrder)
  return res.json({ withdrawal: { ...orderRights(order, locale, now()), function: functionOf(locale, options) } })
}
