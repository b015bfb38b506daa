import type Stripe from "stripe"

type Asked = "any" | "challenge"

/**
 * Declines by which a bank asks for strong authentication instead of refusing the card.
 * @see https://docs.stripe.com/declines/codes and https://docs.stripe.com/strong-customer-authentication
 */
const SOFT_DECLINES = ["authentication_required", "authentication_not_handled"]

/**
 * How 3-D Secure is to be asked for after a soft decline, so that the next confirmation is challenged: one step harder than
 * before. Null when the intent was not softly declined, or the hardest was asked already: then the card will not do.
 */
export function challengeNext(intent: Stripe.PaymentIntent): Asked | null {
  const { status, last_payment_error: error } = intent
  const codes = [error?.code, error?.decline_code]
  if (status !== "requires_payment_method" || !codes.some((code) => code && SOFT_DECLINES.includes(code))) return null
  const asked = intent.payment_method_options?.card?.request_three_d_secure
  if (asked === "challenge") return null
  return asked === "any" ? "challenge" : "any"
}
