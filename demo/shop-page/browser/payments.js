import { currentCart, loadCart } from "./basket.js"
import { locale, regionId, storeUrl } from "./settings.js"
import { store } from "./store.js"

const CHOSEN = `payment ${storeUrl}`

let loading = null

/** The means of payment that the shop accepts, each with what the customer has to know of it. */
export async function paymentMethods() {
  return (await shopInformation()).payment_methods
}

/** What the shop says before any order: means of payment, where it delivers and where not (L221-14). */
export async function shopInformation() {
  loading ??= store(`/hamon/information?region_id=${regionId}&locale=${locale}`)
  try {
    return (await loading).information
  } catch (error) {
    loading = null
    throw error
  }
}

/** The one that the customer chose, or the only one; undefined while there is a choice to make. */
export async function chosenMethod() {
  const methods = await paymentMethods()
  const chosen = sessionStorage.getItem(CHOSEN)
  return methods.length === 1 ? methods[0] : methods.find(({ provider_id }) => provider_id === chosen)
}

export function chooseMethod(providerId) {
  sessionStorage.setItem(CHOSEN, providerId)
}

/** The payment that was started for the cart and not made; undefined when there is none. */
export function startedPayment() {
  return currentCart()?.payment_collection?.payment_sessions?.[0]
}

/**
 * Leaves the payment of the cart, which stays.
 * @returns the shop's sentence
 * @throws StoreError with the shop's sentence, when it is too late or has to be tried again
 */
export async function leavePayment() {
  try {
    const { message } = await store(`/hamon/carts/${currentCart().id}/cancel-payment?locale=${locale}`, {})
    return message
  } finally {
    await loadCart()
  }
}
