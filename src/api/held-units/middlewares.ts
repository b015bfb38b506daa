import type { MiddlewareRoute } from "@medusajs/framework/http"
import { plainAddress } from "../plain-address"
import { guardFulfilment, guardOrderFulfilment, guardOrderShipment, guardShipment } from "./guards"

/**
 * Every route of Medusa 2.21 by which goods are packed or sent. Medusa matches a guard's address as the route's own, in any case
 * and with or without a closing slash; marking a parcel as delivered is no sending, and is found afterwards.
 */
export const heldUnitsMiddlewares: MiddlewareRoute[] = [
  guard("/admin/orders/:id/fulfillments", guardOrderFulfilment),
  guard("/admin/orders/:id/fulfillments/:fulfillment_id/shipments", guardOrderShipment),
  guard("/admin/fulfillments", guardFulfilment),
  guard("/admin/fulfillments/:id/shipment", guardShipment),
]

function guard(matcher: string, handler: typeof guardShipment): MiddlewareRoute {
  return { method: ["POST"], matcher, middlewares: [plainAddress, handler] }
}
