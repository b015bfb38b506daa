import { fill, locale, publishableKey, storeUrl, t } from "./settings.js"

/** A call that did not do what was asked; `message` is the sentence for the customer. */
export class StoreError extends Error {
  /**
   * @param kind `lost` when nobody knows whether the store did it
   * @param answer what the store said, where it is more than a sentence
   */
  constructor(message, kind, answer = null) {
    super(message)
    this.kind = kind
    this.answer = answer
  }
}

/**
 * One call of the store API.
 * @param body makes it a POST
 * @throws StoreError
 */
export async function store(path, body, method = body ? "POST" : "GET") {
  let response
  let answer
  try {
    response = await fetch(`${storeUrl}/store${path}`, {
      method,
      // The store's sentences for customers are in the language of the page, not of the browser.
      headers: {
        "x-publishable-api-key": publishableKey,
        "accept-language": locale,
        ...(body && { "content-type": "application/json" }),
      },
      body: body && JSON.stringify(body),
    })
    answer = await response.json()
  } catch {
    throw new StoreError(t.errors.unreachable, "lost")
  }
  if (response.ok) return answer
  throw refusal(response.status, answer)
}

/** What is written for the customer, in his language. */
const WRITTEN_FOR_CUSTOMERS = [
  "order_placed",
  "payment_made",
  "payment_not_cancelled",
  "cart_busy",
  "payment_provider_silent",
  "summary_changed",
  "terms_changed",
  "summary_not_acknowledged",
  "extra_not_chosen",
  "payment_surcharge",
]

/** The store speaks English to programs: what a customer can meet in a normal visit has a sentence of its own. */
export function refusal(status, answer) {
  const { code, message = "" } = answer
  if (WRITTEN_FOR_CUSTOMERS.includes(code)) return new StoreError(message, "told", answer)
  if (code === "payment_authorization_error" || /not authorized with the provider/.test(message))
    return new StoreError(t.payment.declined, "refused")
  if (code === "insufficient_inventory" || /inventory/i.test(message)) return new StoreError(t.errors.stock, "refused")
  if (/cart.* (not found|already completed)|is an order already/i.test(message))
    return new StoreError(t.errors.gone, "gone")
  if (status === 400 && /email/i.test(message)) return new StoreError(t.errors.email, "refused")
  return new StoreError(
    fill(t.errors.refused, { message: message || String(status) }),
    status >= 500 ? "lost" : "refused",
  )
}
