import { locale, storeUrl, stripe, t } from "./settings.js"
import { StoreError } from "./store.js"

export const TEST_CARDS = ["pm_card_visa", "pm_card_threeDSecure2Required", "pm_card_visa_chargeDeclined"]

const CARD = `card ${storeUrl}`

/**
 * The test card of this demo, as Stripe names it; kept, since the way to the bank and back leaves the page.
 *
 * A real shop loads https://js.stripe.com here and mounts Stripe's own Payment Element, into which the customer types his
 * card: `stripe.confirmPayment({ elements, clientSecret, confirmParams: { return_url } })` then takes the place of
 * `confirmCard`. Its page never sees a number. The demo needs no network, so it confirms a named test card itself.
 */
export function chosenCard() {
  return sessionStorage.getItem(CARD) ?? TEST_CARDS[0]
}

export function chooseCard(name) {
  sessionStorage.setItem(CARD, name)
}

/**
 * Confirms the payment at Stripe.
 * @param data of the payment session: the secret lets this browser confirm this payment, and nothing else
 * @returns address of the bank that wants the customer to confirm (3-D Secure); null when it wants nothing
 * @throws StoreError
 */
export async function confirmCard({ client_secret }) {
  const [id] = client_secret.split("_secret")
  const body = new URLSearchParams({
    client_secret,
    payment_method: chosenCard(),
    return_url: `${location.origin}/?lang=${locale}&payment=back`,
  })
  const { status, error, next_action } = await ask(`/v1/payment_intents/${id}/confirm`, body)
  if (error) throw new StoreError(error.type === "card_error" ? t.payment.declined : t.payment.failed, "refused")
  return status === "requires_action" ? next_action.redirect_to_url.url : null
}

async function ask(path, body) {
  try {
    const headers = { authorization: `Bearer ${stripe.publishableKey}` }
    return await (await fetch(stripe.url + path, { method: "POST", headers, body })).json()
  } catch {
    throw new StoreError(t.payment.failed, "lost")
  }
}
