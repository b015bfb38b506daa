import type Stripe from "stripe"
import { StripeFault } from "./fault"
import { newCharge, newRefund } from "./objects"
import { HARDNESS, type Hardness, type State } from "./state"

/** What the bank answers to a confirmation, and what its answers do to the intent and the money. */

type Confirmed = { readonly offSession: boolean; readonly returnUrl: string | undefined; readonly key: string | null }

/**
 * Puts the intent's card before its bank.
 * @throws StripeFault card_error with the intent inside, as Stripe answers a decline (402)
 */
export function askBank(state: State, intent: Stripe.PaymentIntent, { offSession, returnUrl, key }: Confirmed): void {
  const bank = state.cards.get(String(intent.payment_method))?.bank ?? { does: "ok" }
  intent.last_payment_error = null
  intent.next_action = null
  if (bank.does === "declined") return decline(state, intent, "card_declined", bank.why, key)
  if (bank.does === "ok") return agree(state, intent, key)
  if (offSession) return decline(state, intent, "authentication_required", "authentication_required", key)
  if (bank.does === "soft_decline") {
    const asked = HARDNESS[hardnessOf(intent)]
    const before = state.declinedAt.get(intent.id) ?? -1
    if (asked <= before || (before === -1 && asked < HARDNESS.challenge)) {
      state.declinedAt.set(intent.id, Math.max(asked, before))
      return decline(state, intent, "authentication_required", "authentication_required", key)
    }
  }
  challenge(state, intent, returnUrl)
}

function hardnessOf(intent: Stripe.PaymentIntent): Hardness {
  return intent.payment_method_options?.card?.request_three_d_secure ?? "automatic"
}

/** The bank agrees: the money is held, and taken at once where the merchant asked so. */
export function agree(state: State, intent: Stripe.PaymentIntent, key: string | null): void {
  const charge = newCharge(state, intent, true)
  state.charges.set(charge.id, charge)
  intent.latest_charge = charge.id
  intent.next_action = null
  intent.last_payment_error = null
  intent.status = "requires_capture"
  intent.amount_capturable = intent.amount
  write(state, intent, "authorized", intent.amount, key)
  state.tell("charge.succeeded", charge, key)
  if (intent.capture_method === "manual") state.tell("payment_intent.amount_capturable_updated", intent, key)
  else take(state, intent, intent.amount, key)
}

/** Takes money that is held; Stripe gives the rest back to the card at once, and writes a refund of it. */
export function take(state: State, intent: Stripe.PaymentIntent, amount: number, key: string | null): void {
  const charge = state.chargeOf(intent) as Stripe.Charge
  intent.status = "succeeded"
  intent.amount_received = amount
  intent.amount_capturable = 0
  charge.captured = true
  charge.amount_captured = amount
  write(state, intent, "captured", amount, key)
  release(state, intent, charge, intent.amount - amount, key)
  state.tell("charge.captured", charge, key)
  state.tell("payment_intent.succeeded", intent, key)
}

/** Ends an intent; money that was held is released. */
export function cancel(
  state: State,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
  key: string | null,
): void {
  const charge = intent.status === "requires_capture" ? state.chargeOf(intent) : undefined
  intent.status = "canceled"
  intent.canceled_at = state.now()
  intent.cancellation_reason = reason
  intent.amount_capturable = 0
  intent.next_action = null
  if (charge) {
    charge.refunded = true
    release(state, intent, charge, charge.amount, key)
  }
  state.tell("payment_intent.canceled", intent, key)
}

function release(
  state: State,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  amount: number,
  key: string | null,
) {
  if (amount === 0) return
  const refund = newRefund(state, charge, { amount, metadata: {}, reason: null, status: "succeeded" })
  state.refunds.set(refund.id, refund)
  charge.amount_refunded += amount
  write(state, intent, "voided", amount, key)
  state.tell("charge.refunded", charge, key)
}

/** 3-D Secure: the customer must go to his bank's page. */
function challenge(state: State, intent: Stripe.PaymentIntent, returnUrl: string | undefined): void {
  intent.status = "requires_action"
  if (returnUrl === undefined) {
    intent.next_action = { type: "use_stripe_sdk", use_stripe_sdk: {} }
  } else {
    state.returnUrls.set(intent.id, returnUrl)
    const url = `${state.url}/challenge/${intent.id}`
    intent.next_action = { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } }
  }
  state.tell("payment_intent.requires_action", intent)
}

/** The customer failed, or refused, at his bank's page. @see https://docs.stripe.com/error-codes#payment-intent-authentication-failure */
export function failChallenge(state: State, intent: Stripe.PaymentIntent): void {
  const message = "The provided PaymentMethod has failed authentication."
  intent.status = "requires_payment_method"
  intent.next_action = null
  intent.last_payment_error = {
    type: "invalid_request_error",
    code: "payment_intent_authentication_failure",
    message,
  }
  intent.payment_method = null
  state.tell("payment_intent.payment_failed", intent)
}

function decline(state: State, intent: Stripe.PaymentIntent, code: string, why: string, key: string | null): never {
  const charge = newCharge(state, intent, false)
  charge.failure_code = code
  state.charges.set(charge.id, charge)
  const message =
    code === "authentication_required"
      ? "Your card was declined. This transaction requires authentication."
      : "Your card was declined."
  const payment_method = state.methods.get(String(intent.payment_method))
  intent.latest_charge = charge.id
  intent.status = "requires_payment_method"
  intent.last_payment_error = {
    type: "card_error",
    code: code as Stripe.PaymentIntent.LastPaymentError.Code,
    decline_code: why,
    message,
    charge: charge.id,
    payment_method,
  }
  intent.payment_method = null
  state.tell("charge.failed", charge, key)
  state.tell("payment_intent.payment_failed", intent, key)
  const payment_intent = structuredClone(intent)
  throw new StripeFault(402, {
    type: "card_error",
    code,
    decline_code: why,
    message,
    charge: charge.id,
    payment_intent,
    payment_method,
  })
}

function write(
  state: State,
  intent: Stripe.PaymentIntent,
  kind: "authorized" | "captured" | "voided",
  amount: number,
  key: string | null,
): void {
  state.ledger.write({ payment: intent.id, kind, amount, currency: intent.currency, key })
}
