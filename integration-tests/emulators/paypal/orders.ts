import type { Answer, Call } from "../edge/server"
import { bodyOf } from "./body"
import { tell } from "./events"
import { minorOf } from "./money"
import { makeCapture } from "./payments"
import { Refusal } from "./refusal"
import { requestIdOf } from "./request-id"
import { orderShape } from "./shapes"
import { instant, newId, type Order, type World } from "./world"

type Body = {
  readonly intent?: string
  readonly purchase_units?: readonly {
    readonly reference_id?: string
    readonly custom_id?: string
    readonly amount?: { readonly currency_code?: string }
  }[]
  readonly payment_source?: {
    readonly paypal?: {
      readonly experience_context?: {
        readonly return_url?: string
        readonly cancel_url?: string
        readonly brand_name?: string
      }
    }
  }
}

/** https://developer.paypal.com/docs/api/orders/v2/#orders_create */
export function createOrder(world: World, call: Call): Answer {
  const { intent, purchase_units: units = [], payment_source } = bodyOf<Body>(call)
  if (intent !== "CAPTURE" && intent !== "AUTHORIZE") throw new Refusal(400, "INVALID_PARAMETER_VALUE")
  if (units.length !== 1) throw new Refusal(422, "UNSUPPORTED_INTENT")
  const context = payment_source?.paypal?.experience_context ?? {}
  if (!context.return_url || !context.cancel_url) throw new Refusal(422, "RETURN_URL_REQUIRED")
  const [unit] = units
  const order: Order = {
    id: newId(),
    intent,
    // With a payment_source the payer's act is awaited: …/orders/v2/#definition-order_status
    status: "PAYER_ACTION_REQUIRED",
    minor: minorOf(unit.amount),
    currency: unit.amount?.currency_code ?? "",
    customId: unit.custom_id ?? null,
    reference: unit.reference_id ?? "default",
    returnUrl: context.return_url,
    cancelUrl: context.cancel_url,
    brand: context.brand_name ?? null,
    declineOnce: false,
    created: instant(),
  }
  world.orders.set(order.id, order)
  return { status: 200, json: orderShape(world, order) }
}

export function getOrder(world: World, _call: Call, id: string): Answer {
  return { status: 200, json: orderShape(world, known(world, id)) }
}

type Patch = { readonly op?: string; readonly path?: string; readonly value?: { readonly currency_code?: string } }

/** The amount alone; of an order that is not completed: https://developer.paypal.com/docs/api/orders/v2/#orders_patch */
export function patchOrder(world: World, call: Call, id: string): Answer {
  const order = known(world, id)
  if (order.status === "COMPLETED") throw new Refusal(422, "ORDER_ALREADY_COMPLETED")
  for (const { op, path, value } of bodyOf<Patch[]>(call)) {
    if (op !== "replace" || path !== `/purchase_units/@reference_id=='${order.reference}'/amount`) {
      throw new Refusal(422, "INVALID_PATCH_OPERATION")
    }
    if (value?.currency_code !== order.currency) throw new Refusal(422, "CURRENCY_MISMATCH")
    order.minor = minorOf(value)
  }
  return { status: 204 }
}

/** https://developer.paypal.com/docs/api/orders/v2/#orders_authorize */
export function authorizeOrder(world: World, call: Call, id: string): Answer {
  const order = takeable(world, id, "AUTHORIZE", "ORDER_ALREADY_AUTHORIZED")
  const status = world.next.authorization
  world.next.authorization = "CREATED"
  const one = { id: newId(), order, status, minor: order.minor, expired: false, created: instant() }
  world.authorizations.set(one.id, one)
  order.status = "COMPLETED"
  if (status !== "DENIED") {
    world.ledger.write({
      payment: order.id,
      kind: "authorized",
      amount: one.minor,
      currency: order.currency,
      key: requestIdOf(call),
    })
    tell.authorization(world, "CREATED", one)
  }
  return { status: 201, json: orderShape(world, order) }
}

/** https://developer.paypal.com/docs/api/orders/v2/#orders_capture */
export function captureOrder(world: World, call: Call, id: string): Answer {
  const order = takeable(world, id, "CAPTURE", "ORDER_ALREADY_CAPTURED")
  makeCapture(world, { order, authorization: null, minor: order.minor, final: true, key: requestIdOf(call) })
  order.status = "COMPLETED"
  return { status: 201, json: orderShape(world, order) }
}

function takeable(world: World, id: string, intent: Order["intent"], already: string): Order {
  const order = known(world, id)
  if (order.intent !== intent) throw new Refusal(422, "ACTION_DOES_NOT_MATCH_INTENT")
  if (order.status === "COMPLETED") throw new Refusal(422, already)
  if (order.status !== "APPROVED") throw new Refusal(422, "ORDER_NOT_APPROVED")
  if (order.declineOnce) {
    // The payer is sent back to choose: https://developer.paypal.com/docs/checkout/standard/customize/handle-funding-failures/
    order.declineOnce = false
    order.status = "PAYER_ACTION_REQUIRED"
    throw new Refusal(422, "INSTRUMENT_DECLINED", [
      { rel: "redirect", method: "GET", href: `${world.url}/checkoutnow?token=${order.id}` },
    ])
  }
  return order
}

function known(world: World, id: string): Order {
  const order = world.orders.get(id)
  if (!order) throw new Refusal(404, "INVALID_RESOURCE_ID")
  return order
}
