import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { fill } from "../../kit/fill"
import type { Units } from "../../modules/hamon/types"
import { type Holding, keptFromLeaving, type Leaving, orderOfParcel } from "../../workflows/holds/may-leave"
import { hamonService } from "../../workflows/service"
import { localeOf } from "../limits"
import { HELD } from "./texts"

/** `POST /admin/orders/:id/fulfillments`: nothing is packed that a declaration before dispatch withdraws. */
export async function guardOrderFulfilment(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const units = unitsIn(req.body, "id")
  return answer(req, res, next, { act: "fulfil", orderId: req.params.id, units })
}

/** `POST /admin/fulfillments`, which makes one apart from the order's own route. */
export async function guardFulfilment(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { order_id: orderId } = fieldsOf(req.body)
  if (!isId(orderId)) return next()
  return answer(req, res, next, { act: "fulfil", orderId, units: unitsIn(req.body, "line_item_id") })
}

/** `POST /admin/orders/:id/fulfillments/:fulfillment_id/shipments`: what was packed before the declaration does not leave. */
export async function guardOrderShipment(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { id: orderId, fulfillment_id: fulfillmentId } = req.params
  return answer(req, res, next, { act: "ship", orderId, fulfillmentId })
}

/** `POST /admin/fulfillments/:id/shipment`. */
export async function guardShipment(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const orderId = await orderOfParcel(req.scope, req.params.id)
  if (orderId === null) return next()
  return answer(req, res, next, { act: "ship", orderId, fulfillmentId: req.params.id })
}

/** Written here: core replaces the words of a conflict by its own. */
async function answer(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction, leaving: Leaving) {
  const kept = await keptFromLeaving(req.scope, leaving)
  if (kept.length === 0) return next()
  const withdrawals = kept.map((one) => ({ ...one, url: addressOf(req, one) }))
  const [first] = withdrawals
  const sentence = HELD[localeOf(req)][leaving.act]
  const references = withdrawals.map(({ reference }) => reference).join(", ")
  const message = fill(sentence, { reference: references, url: first.url })
  return res.status(409).json({ type: MedusaError.Types.NOT_ALLOWED, code: "withdrawal_hold", message, withdrawals })
}

/** Where in the admin the hold is lifted. */
function addressOf(req: MedusaRequest, { id }: Holding): string {
  const { admin } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return `${hamonService(req.scope).getOptions().publicUrl}${admin?.path ?? "/app"}/withdrawals/${id}`
}

/** The units that a request names, whatever was sent: what is malformed is core's to refuse. */
function unitsIn(body: unknown, idMember: "id" | "line_item_id"): Units[] {
  const { items } = fieldsOf(body)
  if (!Array.isArray(items)) return []
  return items.flatMap((item: unknown) => {
    const { [idMember]: line, quantity } = fieldsOf(item)
    return isId(line) && typeof quantity === "number" && quantity > 0 ? [{ line, quantity }] : []
  })
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}

/** PostgreSQL keeps no NUL. */
function isId(value: unknown): value is string {
  return typeof value === "string" && value.length <= 100 && !value.includes("\u0000")
}
