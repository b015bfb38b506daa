import { startStripe, type StripeEmulator } from "../../../../integration-tests/emulators/stripe"
import { stripeClient } from "../client"
import { type StripeGateway, stripeGateway } from "../gateway"
import { readStripeOptions, type StripeOptionsInput } from "../options"

const closers: (() => Promise<void>)[] = []

/** To be called after each test: an open server would keep the runner waiting. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

export type Edge = {
  readonly stripe: StripeEmulator
  readonly gateway: StripeGateway
  /** The gateway with other options. */
  readonly with: (options: Partial<StripeOptionsInput>) => StripeGateway
  /** A payment that the customer has confirmed. @returns id of the intent */
  readonly paid: (given?: Paid) => Promise<string>
}

type Paid = { amount?: number; currency?: string; card?: string; capture?: "manual" | "automatic" }

/** The real SDK against an emulated Stripe. */
export async function edge(): Promise<Edge> {
  const stripe = await startStripe()
  closers.push(() => stripe.stop())
  const base = { apiKey: stripe.apiKey, webhookSecret: "whsec_unused", apiBase: stripe.url, maxNetworkRetries: 0 }
  const optionsWith = (more: Partial<StripeOptionsInput>) => readStripeOptions({ ...base, ...more })
  const client = stripeClient(optionsWith({}))
  return {
    stripe,
    gateway: stripeGateway(optionsWith({})),
    with: (more) => stripeGateway(optionsWith(more)),
    async paid({ amount = 4488, currency = "eur", card = "pm_card_visa", capture = "automatic" } = {}) {
      const metadata = { session_id: "payses_1" }
      const intent = await client.paymentIntents.create({ amount, currency, capture_method: capture, metadata })
      stripe.confirm(intent.id, card)
      return intent.id
    },
  }
}

/** What a refused promise was refused with. */
export async function refusalOf(promise: Promise<unknown>): Promise<Record<string, unknown> & Error> {
  return promise.then(
    () => {
      throw new Error("it was not refused")
    },
    (error: Record<string, unknown> & Error) => error,
  )
}
