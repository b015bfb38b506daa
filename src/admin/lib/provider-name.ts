/** The name of a payment provider as Medusa's own pages write it: `pp_stripe_stripe` is « Stripe (STRIPE) » there. */
export function providerName(id: string): string {
  const [, name = id, type] = id.split("_")
  const words = name.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return words.join(" ") + (type ? ` (${type.toUpperCase()})` : "")
}
