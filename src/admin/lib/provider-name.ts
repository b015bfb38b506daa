/** Says a text of the admin. */
type Say = (key: string) => string

/**
 * The name of a payment provider: this plugin's own in the reader's language, others as Medusa's own pages write them:
 * `pp_stripe_stripe` is « Stripe (STRIPE) » there. Null: nothing was sent, staff had refunded in Medusa.
 */
export function providerName(id: string | null, t: Say): string {
  if (id === null) return t("provider.none")
  if (id.startsWith("pp_hamon-stripe_")) return t("provider.stripe")
  if (id.startsWith("pp_hamon-paypal_")) return t("provider.paypal")
  const [, name = id, type] = id.split("_")
  const words = name.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return words.join(" ") + (type ? ` (${type.toUpperCase()})` : "")
}
