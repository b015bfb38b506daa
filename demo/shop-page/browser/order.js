import { currentCart, loadCart, take } from "./basket.js"
import { startPaying } from "./pay.js"
import { chosenMethod } from "./payments.js"
import { locale, storeUrl, t } from "./settings.js"
import { refusal, store, StoreError } from "./store.js"

/** Cart whose order was asked for while the answer has not come back. */
const ASKED = `ordering ${storeUrl}`
const LAST = `order ${storeUrl}`

/** What stands above the order button; the store writes down that it was shown. */
export async function loadSummary() {
  return (await store(`/hamon/carts/${currentCart().id}/summary?locale=${locale}`)).summary
}

/**
 * Places the order that the customer was shown.
 * @param summary that stands above the button
 * @returns `changed`: the new summary when the cart is no longer what was shown, and nothing is ordered; `goTo`: the address
 * where the payment has to be confirmed before there is an order; neither: the order is placed
 */
export async function placeOrder(summary) {
  // A lost answer may have been a yes: ask what became of it before anything else.
  if (await recoverOrder()) return {}
  const changed = await acknowledge(summary)
  if (changed) return { changed }
  const { id } = currentCart()
  const goTo = await startPaying(id, await chosenMethod())
  localStorage.setItem(ASKED, id)
  if (goTo) return { goTo }
  await completeAsked(id)
  return {}
}

/** Tells the store which summary the customer saw when he pressed the button. @returns the new one, where it is another */
async function acknowledge({ summary_hash, button_label, terms }) {
  const seen = { summary_hash, button_label, locale, terms: terms?.id ?? null }
  try {
    await store(`/hamon/carts/${currentCart().id}/acknowledge`, seen)
    return null
  } catch (error) {
    if (!error.answer?.summary) throw error
    return error.answer.summary
  }
}

/**
 * Places the order whose payment was confirmed elsewhere: at the bank, or at PayPal.
 * @returns whether there was one
 * @throws StoreError when the payment was not confirmed, or the answer was lost
 */
export async function placeConfirmed() {
  // Another page of the shop, opened meanwhile, may have found no order and forgotten that one was asked for.
  const id = localStorage.getItem(ASKED) ?? (await loadCart())?.id
  if (!id) return false
  await completeAsked(id)
  return true
}

async function completeAsked(id) {
  try {
    await complete(id)
  } catch (error) {
    if (error.kind === "lost") throw new StoreError(t.errors.uncertain, "lost")
    localStorage.removeItem(ASKED)
    throw error
  }
}

/** Finds the order whose confirmation never reached this browser. @returns whether there is one */
export async function recoverOrder() {
  const id = localStorage.getItem(ASKED)
  if (!id) return false
  try {
    const { cart } = await store(`/carts/${id}`)
    if (!cart.completed_at) {
      localStorage.removeItem(ASKED)
      return false
    }
    // Asked of a cart that is an order already, the store answers with that order.
    await complete(id)
    return true
  } catch (error) {
    if (error.kind !== "gone") throw error
    localStorage.removeItem(ASKED)
    return false
  }
}

async function complete(cartId) {
  const answer = await store(`/carts/${cartId}/complete`, {})
  // A payment or stock that failed is answered with the cart and a 200.
  if (answer.type !== "order") throw refusal(400, answer.error ?? {})
  const { display_id, email, currency_code, total, items, shipping_total: delivery } = answer.order
  const lines = items
    .map(({ product_title, quantity, total: amount }) => ({ product_title, quantity, amount }))
    .sort((a, b) => a.product_title.localeCompare(b.product_title))
  const order = { number: display_id, email, currency: currency_code, total, lines, delivery }
  sessionStorage.setItem(LAST, JSON.stringify(order))
  localStorage.removeItem(ASKED)
  take(null)
}

/** The order of this visit, for the confirmation; null when there is none. */
export function lastOrder() {
  return JSON.parse(sessionStorage.getItem(LAST) ?? "null")
}
