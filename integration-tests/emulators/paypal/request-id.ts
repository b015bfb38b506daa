import type { Call } from "../edge/server"

/** The idempotency key of a call: https://developer.paypal.com/api/rest/reference/idempotency/ */
export function requestIdOf({ headers }: Call): string | null {
  const header = headers["paypal-request-id"]
  return typeof header === "string" ? header : null
}
