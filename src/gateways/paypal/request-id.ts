import { sha256 } from "../../kit/secrets"

/**
 * The `PayPal-Request-Id` of an act: the same parts always give the same one, so that whoever repeats the act repeats the
 * request. 36 characters: Orders takes 108 (https://developer.paypal.com/docs/api/orders/v2/), older services fewer.
 *
 * PayPal forgets it: after 6 hours for orders, 45 days for captures and refunds (same page, and
 * https://developer.paypal.com/docs/api/payments/v2/). Whoever may come back later reads first what was done.
 */
export function requestId(...parts: readonly string[]): string {
  return `hmn-${sha256(JSON.stringify(parts)).slice(0, 32)}`
}
