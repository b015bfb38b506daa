import Stripe from "stripe"
import { LawError } from "../../law"
import { GatewayError } from "../gateway-error"

/**
 * What staff can do about the refusals that they meet.
 * @see https://docs.stripe.com/error-codes
 */
const SENTENCES: Readonly<Record<string, string>> = {
  charge_disputed:
    "the customer disputed this payment with his bank, so Stripe lets nobody refund it; answer the dispute, or accept it: accepting gives the money back",
  charge_already_refunded:
    "Stripe has refunded this payment in full already, so nothing was refunded now; look at its refunds in Stripe",
  charge_expired_for_capture:
    "the authorisation of this payment has expired, so it can no longer be captured; ask the customer to pay again",
  idempotency_key_in_use: "another call with the same key is under way at Stripe; ask again in a moment",
  resource_missing:
    "Stripe does not know this payment; check that the key is of the account, and the mode, that took it",
  amount_too_small: "the amount is below the least that Stripe charges in this currency",
  amount_too_large: "the amount is above the most that Stripe charges in this currency",
  insufficient_funds: "the card does not have the money; another card is needed",
  card_declined: "the bank declined the card; another card is needed",
  authentication_required:
    "the bank asks the customer to authenticate (3-D Secure); the payment must be confirmed again",
}

/** Any failure of a call to Stripe as the contract's error. */
export function gatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error
  // An amount or a currency that is none: nothing was sent.
  if (error instanceof LawError) return new GatewayError("refused", error.message, "amount")
  if (!(error instanceof Stripe.errors.StripeError)) {
    return new GatewayError("uncertain", `it failed here, not at Stripe: ${redacted(String(error))}`)
  }
  const { code = null, statusCode = 0 } = error
  if (
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  ) {
    const sentence = "Stripe refused the key: check the option apiKey, and what a restricted key is allowed to do"
    return new GatewayError("refused", sentence, code ?? "authentication_error")
  }
  if (error instanceof Stripe.errors.StripeRateLimitError) {
    const sentence = "Stripe takes no more calls for the moment; nothing happened, ask again later"
    return new GatewayError("unavailable", sentence, code ?? "rate_limit")
  }
  if (error instanceof Stripe.errors.StripeConnectionError) {
    const sentence = "Stripe did not answer; it may have happened, read the payment back"
    return new GatewayError("uncertain", sentence, code)
  }
  // Another call with this key is not finished: what becomes of it nobody knows yet.
  if (statusCode === 409) return new GatewayError("uncertain", SENTENCES.idempotency_key_in_use, code)
  if (statusCode >= 500 || !isRefusal(error)) {
    const sentence = `Stripe had a fault of its own (${statusCode}); it may have happened, read the payment back`
    return new GatewayError("uncertain", sentence, code)
  }
  const sentence = (code && SENTENCES[code]) || `Stripe refused: ${redacted(error.message || "it gave no reason")}`
  return new GatewayError("refused", sentence, code)
}

/** Runs calls to Stripe. @throws GatewayError alone */
export async function asking<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw gatewayError(error)
  }
}

function isRefusal(error: Stripe.errors.StripeError): boolean {
  return (
    error instanceof Stripe.errors.StripeCardError ||
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeIdempotencyError
  )
}

/** Stripe repeats in its sentences what it was given. */
function redacted(text: string): string {
  return text
    .replace(/\b(sk|rk|pk|whsec)_[\w*]+/g, "$1_…")
    .replace(/\b(pi|seti)_\w+_secret_\w+/g, "$1_…")
    .replace(/[^\s@'"<>]+@[^\s@'"<>]+/g, "(an address)")
    .replace(/\b\d(?:[ -]?\d){11,18}\b/g, "(a number)")
}
