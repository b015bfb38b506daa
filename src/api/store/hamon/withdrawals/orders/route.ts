import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { orderRights } from "../../../../../declaring/order-rights"
import { now } from "../../../../../kit/clock"
import { ordersOfCustomer } from "../../../../../workflows/declarations/own-orders"
import { hamonService } from "../../../../../workflows/service"
import { customerLocale } from "../../customer-locale"
import { customerOf } from "../declarer"
import { functionOf } from "../shown"

/** The orders of the customer who is logged in, to pick from: their lines, what is left to withdraw, until when and why. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse) {
  const options = hamonService(req.scope).getOptions()
  const locale = customerLocale(req, options)
  // `authenticate` lets nobody through without one.
  const orders = await ordersOfCustomer(req.scope, customerOf(req) as string)
  res.json({ orders: orders.map((one) => orderRights(one, locale, now())), function: functionOf(locale, options) })
}
