import type { Answer, Call } from "../edge/server"
import { bodyOf } from "./body"
import { tell } from "./events"
import { minorOf, type Money } from "./money"
import { Refusal } from "./refusal"
import { requestIdOf } from "./request-id"
import { authorizationShape, captureShape } from "./shapes"
import { type Authorization, type Capture, instant, newId, type World } from "./world"

/** https://developer.paypal.com/docs/api/payments/v2/#authorizations_get */
export function getAuthorization(world: World, _call: Call, id: string): Answer {
  return { status: 200, json: authorizationShape(world, known(world, id)) }
}

/** https://developer.paypal.com/docs/api/payments/v2/#authorizations_capture */
export function captureAuthorization(world: World, call: Call, id: string): Answer {
  const one = known(world, id)
  if (one.status === "VOIDED") throw new Refusal(422, "AUTHORIZATION_VOIDED")
  if (one.status === "DENIED") throw new Refusal(422, "AUTHORIZATION_DENIED")
  if (one.expired) throw new Refusal(422, "AUTHORIZATION_EXPIRED")
  if (one.status === "CAPTURED") throw new Refusal(422, "AUTHORIZATION_ALREADY_CAPTURED")
  const { amount, final_capture = false } = bodyOf<{ amount?: Money; final_capture?: boolean }>(call)
  const taken = takenOf(world, one)
  const minor = amount === undefined ? one.minor - taken : minorOf(amount)
  if (amount && amount.currency_code !== one.order.currency) throw new Refusal(422, "AUTH_CAPTURE_CURRENCY_MISMATCH")
  // PayPal lets one capture up to 115 % of what was authorised: a caller that asks for too much is not stopped at 100.
  if ((taken + minor) * 100 > one.minor * 115) throw new Refusal(422, "MAX_CAPTURE_AMOUNT_EXCEEDED")
  const capture = makeCapture(world, {
    order: one.order,
    authorization: one,
    minor,
    final: final_capture,
    key: requestIdOf(call),
  })
  one.status = final_capture || taken + minor >= one.minor ? "CAPTURED" : "PARTIALLY_CAPTURED"
  return { status: 201, json: captureShape(world, capture) }
}

/** https://developer.paypal.com/docs/api/payments/v2/#authorizations_void */
export function voidAuthorization(world: World, call: Call, id: string): Answer {
  const one = known(world, id)
  if (one.status === "VOIDED") throw new Refusal(422, "PREVIOUSLY_VOIDED")
  if (one.status === "CAPTURED") throw new Refusal(422, "PREVIOUSLY_CAPTURED")
  one.status = "VOIDED"
  world.ledger.write({
    payment: one.order.id,
    kind: "voided",
    amount: one.minor - takenOf(world, one),
    currency: one.order.currency,
    key: requestIdOf(call),
  })
  tell.authorization(world, "VOIDED", one)
  return { status: 204 }
}

/** https://developer.paypal.com/docs/api/payments/v2/#authorizations_reauthorize */
export function reauthorize(world: World, _call: Call, id: string): Answer {
  const one = known(world, id)
  if (one.status === "VOIDED") throw new Refusal(422, "AUTHORIZATION_VOIDED")
  if (one.status !== "CREATED") throw new Refusal(422, "REAUTHORIZATION_NOT_SUPPORTED")
  const again: Authorization = { ...one, id: newId(), expired: false, created: instant() }
  one.status = "VOIDED"
  world.authorizations.set(again.id, again)
  return { status: 201, json: authorizationShape(world, again) }
}

/** https://developer.paypal.com/docs/api/payments/v2/#captures_get */
export function getCapture(world: World, _call: Call, id: string): Answer {
  const capture = world.captures.get(id)
  if (!capture) throw new Refusal(404, "INVALID_RESOURCE_ID")
  return { status: 200, json: captureShape(world, capture) }
}

/** A capture, completed at once or as a test has ordered. */
export function makeCapture(world: World, made: Omit<Capture, "id" | "status" | "created">): Capture {
  const status = world.next.capture
  world.next.capture = "COMPLETED"
  const capture: Capture = { ...made, id: newId(), status, created: instant() }
  world.captures.set(capture.id, capture)
  if (status === "COMPLETED") settle(world, capture)
  else tell.capture(world, status === "PENDING" ? "PENDING" : "DENIED", capture)
  return capture
}

/** The money arrives. */
export function settle(world: World, capture: Capture): void {
  capture.status = "COMPLETED"
  world.ledger.write({
    payment: capture.order.id,
    kind: "captured",
    amount: capture.minor,
    currency: capture.order.currency,
    key: capture.key,
  })
  tell.capture(world, "COMPLETED", capture)
}

function takenOf(world: World, authorization: Authorization): number {
  return [...world.captures.values()]
    .filter((one) => one.authorization === authorization && one.status !== "DECLINED" && one.status !== "FAILED")
    .reduce((sum, { minor }) => sum + minor, 0)
}

function known(world: World, id: string): Authorization {
  const one = world.authorizations.get(id)
  if (!one) throw new Refusal(404, "INVALID_RESOURCE_ID")
  return one
}
