import type { Dispute } from "./types"

/** Name of each provider, and its page on which a dispute is answered. */
const PROVIDERS: Record<Dispute["provider"], { readonly name: string; readonly disputes: string }> = {
  stripe: { name: "Stripe", disputes: "https://dashboard.stripe.com/disputes/" },
  paypal: { name: "PayPal", disputes: "https://www.paypal.com/resolutioncenter/" },
}

/** Where staff answer a dispute: nothing of it can be answered from here. */
export function disputePage({ provider, provider_dispute_id: id }: Pick<Dispute, "provider" | "provider_dispute_id">) {
  const { name, disputes } = PROVIDERS[provider]
  return { name, url: disputes + encodeURIComponent(id) }
}
