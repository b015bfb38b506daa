import type { Answer, Call } from "../edge/server"
import { bodyOf } from "./body"
import { tell } from "./events"
import { minorOf, type Money } from "./money"
import { Refusal } from "./refusal"
import { requestIdOf } from "./request-id"
import { refundShape } from "./shapes"
import { type Capture, instant, newId, type Refund, type World } from "./world"

const LONGEST = 255

type Body = { readonly amount?: Money; readonly custom_id?: string; readonly note_to_payer?: string }

/** Without an amount, all that is left: https://developer.paypal.com/docs/api/payments/v2/#captures_refund */
export function refundCapture(world: World, call: Call, id: string): Answer {
  const capture = world.captures.get(id)
  if (!capture) throw new Refusal(404, "INVALID_RESOURCE_ID")
  const { amount, custom_id = null, note_to_payer = null } = bodyOf<Body>(call)
  if ((custom_id ?? "").length > LONGEST || (note_to_payer ?? "").length > LONGEST) {
    throw new Refusal(400, "INVALID_STRING_MAX_LENGTH")
  }
  if (capture.status === "REFUNDED") throw new Refusal(422, "CAPTURE_FULLY_REFUNDED")
  if (capture.status === "PENDING") throw new Refusal(422, "REFUND_NOT_ALLOWED")
  const left = leftOf(world, capture)
  if (amount && amount.currency_code !== capture.order.currency) {
    throw new Refusal(422, "REFUND_CAPTURE_CURRENCY_MISMATCH")
  }
  const minor = amount === undefined ? left : minorOf(amount)
  if (minor > left) throw new Refusal(422, "REFUND_AMOUNT_EXCEEDED")
  if (minor < left && isDisputed(world, capture)) throw new Refusal(422, "CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED")
  return {
    status: 201,
    json: refundShape(world, makeRefund(world, call, { capture, minor, customId: custom_id, note: note_to_payer })),
  }
}

/** https://developer.paypal.com/docs/api/payments/v2/#refunds_get */
export function getRefund(world: World, _call: Call, id: string): Answer {
  const refund = world.refunds.get(id)
  if (!refund) throw new Refusal(404, "INVALID_RESOURCE_ID")
  return { status: 200, json: refundShape(world, refund) }
}

function makeRefund(
  world: World,
  call: Call | null,
  made: Pick<Refund, "capture" | "minor" | "customId" | "note">,
): Refund {
  const status = world.next.refund
  world.next.refund = "COMPLETED"
  const key = call ? requestIdOf(call) : null
  const refund: Refund = { ...made, id: newId(), status, reason: null, key, created: instant() }
  world.refunds.set(refund.id, refund)
  // Pending or not, the merchant's account is debited: what fails comes back.
  write(world, refund, "refunded")
  if (status === "FAILED") fail(world, refund)
  else tell.refund(world, status === "PENDING" ? "REFUND.PENDING" : "CAPTURE.REFUNDED", refund)
  follow(world, refund.capture)
  return refund
}

/** The merchant refunds in PayPal's dashboard: no key, no references. */
export function refundElsewhere(world: World, capture: Capture, minor: number): Refund {
  return makeRefund(world, null, { capture, minor, customId: null, note: null })
}

/** A pending refund arrives, or comes back. */
export function settleRefund(world: World, refund: Refund, outcome: "COMPLETED" | "FAILED"): void {
  if (outcome === "FAILED") fail(world, refund)
  else {
    refund.status = "COMPLETED"
    tell.refund(world, "CAPTURE.REFUNDED", refund)
  }
  follow(world, refund.capture)
}

function fail(world: World, refund: Refund): void {
  refund.status = "FAILED"
  refund.reason = "ECHECK"
  write(world, refund, "refund_failed")
  tell.refund(world, "REFUND.FAILED", refund)
}

function write(world: World, { capture: { order }, minor, key }: Refund, kind: "refunded" | "refund_failed"): void {
  world.ledger.write({ payment: order.id, kind, amount: minor, currency: order.currency, key })
}

/** The capture's own status follows what was refunded of it. */
function follow(world: World, capture: Capture): void {
  const left = leftOf(world, capture)
  capture.status = left === 0 ? "REFUNDED" : left < capture.minor ? "PARTIALLY_REFUNDED" : "COMPLETED"
}

export function leftOf(world: World, capture: Capture): number {
  const refunded = [...world.refunds.values()]
    .filter((one) => one.capture === capture && one.status !== "FAILED" && one.status !== "CANCELLED")
    .reduce((sum, { minor }) => sum + minor, 0)
  return capture.minor - refunded
}

function isDisputed(world: World, capture: Capture): boolean {
  return [...world.disputes.values()].some((one) => one.capture === capture && one.status === "OPEN")
}
