import type { Edges } from "../../integration-tests/support/edges"
import type { Means } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { check } from "./stage"

/** Stripe's test card whose bank asks for 3-D Secure at each payment. @see https://docs.stripe.com/testing#regulatory-cards */
const CHALLENGED = "pm_card_threeDSecure2Required"

type Shops = { readonly edges: Edges; readonly shopUrl: string }

/** The customer's browser: the page confirms the card at Stripe, the bank's page asks, and sends back to the shop. */
export function byCard({ edges: { means, stripe }, shopUrl }: Shops): Means {
  return {
    ...means.stripe,
    approve: async ({ id, client_secret }: Answer) => {
      const answer = await fetch(`${stripe.url}/v1/payment_intents/${id}/confirm`, {
        method: "POST",
        headers: { authorization: `Bearer ${stripe.publishableKey}` },
        body: new URLSearchParams({
          client_secret,
          payment_method: CHALLENGED,
          return_url: `${shopUrl}/?payment=back`,
        }),
      })
      const intent = (await answer.json()) as Answer
      check(intent.status === "requires_action", `the bank asks for no confirmation: ${JSON.stringify(intent.error)}`)
      await press(intent.next_action.redirect_to_url.url, { answer: "approve" }, shopUrl)
    },
  }
}

/** The customer approves on PayPal's page, which sends him back to the shop. */
export function byPaypal({ edges: { means }, shopUrl }: Shops): Means {
  return {
    ...means.paypal,
    approve: ({ approve_url }: Answer) => press(approve_url, { how: "approve" }, shopUrl),
  }
}

/** Opens a page of the bank or PayPal, and presses its button, as a browser without script does. */
async function press(page: string, button: Record<string, string>, shopUrl: string): Promise<void> {
  const [[name, value]] = Object.entries(button)
  const html = await (await fetch(page)).text()
  check(html.includes(`name="${name}" value="${value}"`), `${page} has no button ${value}`)
  const back = await fetch(page, { method: "POST", body: new URLSearchParams(button), redirect: "manual" })
  const location = back.headers.get("location") ?? ""
  check(location.startsWith(`${shopUrl}/?payment=back`), `${page} does not send the customer back: "${location}"`)
}
