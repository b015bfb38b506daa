import type { PaymentKind } from "../modules/hamon/payment-options"

/** The plugin's own providers and Medusa's. Stripe's other methods (`pp_stripe-ideal_…`) are no cards. */
const KNOWN: readonly (readonly [RegExp, PaymentKind])[] = [
  [/^pp_(hamon-)?stripe_/, "card"],
  [/^pp_(hamon-)?paypal/, "paypal"],
  [/^pp_system_/, "manual"],
]

/**
 * The kind of a payment provider.
 * @param chosen what the merchant says of his providers (option `payments.kinds`); it wins
 */
export function kindOf(providerId: string, chosen: Readonly<Record<string, PaymentKind>> = {}): PaymentKind {
  if (Object.hasOwn(chosen, providerId)) return chosen[providerId]
  return KNOWN.find(([pattern]) => pattern.test(providerId))?.[1] ?? "other"
}

/** The provider's name for customers: `pp_hamon-stripe_shop` is Stripe, `pp_adyen-klarna_eu` is Adyen Klarna. */
export function providerName(providerId: string): string {
  const [, identifier = ""] = /^pp_(?:hamon-)?([^_]*)/.exec(providerId) ?? []
  if (identifier === "paypal") return "PayPal"
  return identifier
    .split("-")
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ")
}
