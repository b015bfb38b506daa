import { confirmCard } from "./card.js"
import { locale } from "./settings.js"
import { store } from "./store.js"

/**
 * Starts the payment of a cart, and leads the customer through what its kind needs before the order can be placed.
 * @returns the address to which the customer has to go first: his bank, or PayPal; null when nothing is left to do
 * @throws StoreError
 */
export async function startPaying(cartId, { provider_id, kind }) {
  const { payment_collection } = await store("/payment-collections", { cart_id: cartId })
  const answer = await store(`/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id })
  const session = answer.payment_collection.payment_sessions.find((one) => one.provider_id === provider_id)
  if (kind === "card") return confirmCard(session.data)
  // PayPal sends the customer back to the addresses that the merchant gave it, not to one that a page could change.
  if (kind === "paypal") return session.data.approve_url
  return null
}

const WAYS_BACK = ["back", "left"]

/**
 * How the customer comes back from his bank or PayPal, once: the address forgets it, so that loading the page again does
 * not repeat it.
 * @returns `back` to have the order placed, `left` when he gave up there, null on any other visit
 */
export function wayBack() {
  const way = new URLSearchParams(location.search).get("payment")
  if (!WAYS_BACK.includes(way)) return null
  history.replaceState(null, "", `/?lang=${locale}${location.hash}`)
  return way
}
