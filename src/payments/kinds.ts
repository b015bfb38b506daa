import type { PaymentKind } from "../modules/hamon/payment-options"

/** `automatic`: the money is taken at the order; `manual`: it is reserved at the order and taken when staff capture it. */
export type Capture = "automatic" | "manual"

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

/** The plugin's providers whose capture is an option of the plugin: beginning of their ids → member of the options. */
const CAPTURE_OPTIONS = [
  ["pp_hamon-stripe_", "stripe"],
  ["pp_hamon-paypal_", "paypal"],
] as const

type CaptureOptions = { readonly [Member in (typeof CAPTURE_OPTIONS)[number][1]]?: { readonly capture?: Capture } }

/**
 * When a provider takes the money, by the plugin's options; null for a provider that is configured elsewhere.
 * @param options `stripe.capture` and `paypal.capture`, each `manual` unless it is said
 */
export function captureOf(providerId: string, options: object): Capture | null {
  const own = CAPTURE_OPTIONS.find(([prefix]) => providerId.startsWith(prefix))
  return own ? ((options as CaptureOptions)[own[1]]?.capture ?? "manual") : null
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
