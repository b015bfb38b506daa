import Stripe from "stripe"
import type { StripeOptions } from "./options"

/** The SDK, pointed and timed as the options say. It keeps no metrics and sends none. */
export function stripeClient(options: StripeOptions): Stripe {
  const base = new URL(options.apiBase)
  const protocol = base.protocol === "http:" ? "http" : "https"
  return new Stripe(options.apiKey, {
    // The type knows the newest version alone; the shop may have pinned another.
    apiVersion: options.apiVersion as Stripe.LatestApiVersion,
    timeout: options.timeoutMs,
    maxNetworkRetries: options.maxNetworkRetries,
    protocol,
    host: base.hostname,
    port: base.port || (protocol === "http" ? 80 : 443),
    httpClient: retryingWhenBusy(Stripe.createNodeHttpClient()),
    telemetry: false,
  })
}

/**
 * A 429 did nothing, so asking again is safe; the SDK does it only when a header says so.
 * @see https://docs.stripe.com/rate-limits#handling-limiting-gracefully
 */
function retryingWhenBusy(client: Stripe.HttpClient): Stripe.HttpClient {
  return {
    getClientName: () => client.getClientName(),
    async makeRequest(...request: Parameters<Stripe.HttpClient["makeRequest"]>) {
      const response = await client.makeRequest(...request)
      if (response.getStatusCode() === 429) {
        const headers = { "stripe-should-retry": "true", ...response.getHeaders() }
        response.getHeaders = () => headers
      }
      return response
    },
  }
}
