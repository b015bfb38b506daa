import type { Answer } from "../edge/server"

/** Names of PayPal's errors by status: https://developer.paypal.com/api/rest/responses/ */
const NAMES: Readonly<Record<number, string>> = {
  400: "INVALID_REQUEST",
  401: "AUTHENTICATION_FAILURE",
  403: "NOT_AUTHORIZED",
  404: "RESOURCE_NOT_FOUND",
  409: "RESOURCE_CONFLICT",
  422: "UNPROCESSABLE_ENTITY",
  429: "RATE_LIMIT_REACHED",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVICE_UNAVAILABLE",
}

/** PayPal's no, thrown by whoever finds the reason. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly issue: string,
    readonly links: readonly { readonly rel: string; readonly href: string; readonly method: string }[] = [],
  ) {
    super(issue)
  }

  answer(): Answer {
    return { status: this.status, json: { ...envelope(this.status, this.issue), links: this.links } }
  }
}

let traces = 0

/** PayPal's envelope; without an issue, `details` is left out, as PayPal does for 401, 429 and 5xx. */
export function envelope(status: number, issue?: string) {
  traces += 1
  return {
    name: NAMES[status] ?? "INTERNAL_SERVER_ERROR",
    message: "An error of the emulated PayPal.",
    debug_id: `e${String(traces).padStart(12, "0")}`,
    ...(issue && { details: [{ issue, description: `Described at PayPal's pages of errors: ${issue}.` }] }),
  }
}
