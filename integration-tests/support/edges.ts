import path from "node:path"
import type { Answer, Shop } from "../../scripts/shop/client"
import type { Means } from "../../scripts/shop/checkout"
import { type Paypal, startPaypal } from "../emulators/paypal"
import { type StripeEmulator, startStripe } from "../emulators/stripe"

/** Stripe and PayPal on this machine, and how a customer pays with them. */
export type Edges = {
  readonly stripe: StripeEmulator
  readonly paypal: Paypal
  readonly means: { readonly stripe: Means; readonly paypal: Means }
  /** Environment of a store that uses them, see medusa-config.ts. */
  readonly env: NodeJS.ProcessEnv
  /** From now on events are told to that store: core's hook and ours. */
  readonly tell: (storeUrl: string) => void
  readonly stop: () => Promise<void>
}

const HOOKS = {
  stripe: ["/hooks/payment/hamon-stripe_default", "/hooks/hamon/stripe"],
  paypal: ["/hooks/payment/hamon-paypal_default", "/hooks/hamon/paypal"],
}
/** Until a store is there to listen. */
const NOWHERE = "http://127.0.0.1:9"

export type EdgesOptions = {
  /** Where PayPal sends customers back to; nobody is there by default. */
  readonly shopUrl?: string
  readonly ports?: { readonly stripe: number; readonly paypal: number }
  /** Where the providers keep their books for the next start; by default they forget with the process. */
  readonly directory?: string
}

export async function startEdges({
  shopUrl = "http://localhost:8000",
  ports,
  directory,
}: EdgesOptions = {}): Promise<Edges> {
  const file = (name: string) => directory && path.join(directory, name)
  const [stripe, paypal] = await Promise.all([
    startStripe({ port: ports?.stripe, file: file("stripe") }),
    startPaypal({ port: ports?.paypal, file: file("paypal") }),
  ])
  // Secrets and ids are made with the endpoint, and the store must know them before it has an address.
  const secrets = HOOKS.stripe.map(() => stripe.endpoint(NOWHERE))
  const ids = HOOKS.paypal.map(() => paypal.endpoint(NOWHERE))
  return {
    stripe,
    paypal,
    means: { stripe: cardOf(stripe), paypal: walletOf(paypal) },
    env: {
      STRIPE_API_KEY: stripe.apiKey,
      STRIPE_API_BASE: stripe.url,
      STRIPE_WEBHOOK_SECRET: secrets.join(","),
      PAYPAL_CLIENT_ID: paypal.clientId,
      PAYPAL_CLIENT_SECRET: paypal.clientSecret,
      PAYPAL_API_BASE: paypal.url,
      PAYPAL_WEBHOOK_ID: ids.join(","),
      PAYPAL_RETURN_URL: `${shopUrl}/?payment=back`,
      PAYPAL_CANCEL_URL: `${shopUrl}/?payment=left`,
    },
    tell: (storeUrl) => {
      for (const name of ["stripe", "paypal"] as const) {
        const { endpoints } = { stripe, paypal }[name].webhooks
        HOOKS[name].forEach((path, index) => (endpoints[index] = { ...endpoints[index], url: storeUrl + path }))
      }
    },
    stop: async () => {
      await Promise.all([stripe.stop(), paypal.stop()])
    },
  }
}

/** A customer who pays with a card of Stripe's test cards; a bank that asks for a challenge gets the right answer. */
function cardOf(stripe: StripeEmulator, card = "pm_card_visa"): Means {
  return {
    providerId: "pp_hamon-stripe_default",
    approve: async ({ id }: Answer) => {
      if (stripe.confirm(id, card).status === "requires_action") stripe.approve(id)
    },
  }
}

function walletOf(paypal: Paypal): Means {
  return {
    providerId: "pp_hamon-paypal_default",
    approve: async ({ id }: Answer) => {
      paypal.approve(id)
    },
  }
}

/** The provider's id of an order's first payment. */
export async function paymentOf(shop: Shop, orderId: string): Promise<string> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=*payment_collections.payments`)
  return order.payment_collections[0].payments[0].data.id
}
