import { z } from "@medusajs/framework/zod"
import { LONGEST_CALL } from "../longest-call"

const LIVE = "https://api-m.paypal.com"
const SANDBOX = "https://api-m.sandbox.paypal.com"

const MOST_MILLISECONDS = 120_000
const MOST_RETRIES = 5
/** Longest name that PayPal shows on its pages: https://developer.paypal.com/docs/api/orders/v2/ (experience_context). */
const LONGEST_BRAND = 127

const text = (accepted: string) => z.string(accepted).min(1, accepted)
const whole = (accepted: string, least: number, most: number) =>
  z.int(accepted).min(least, accepted).max(most, accepted)

const PAGE = "an address of the shop, https:// (http:// only on this machine)"
const page = z.string(PAGE).refine((address) => isSafe(address), PAGE)

const WEBHOOK = "the id of the webhook in PayPal's dashboard, such as 1JE4291016473214C, or a list of them"

const schema = z.strictObject(
  {
    /** Credentials of the REST app: PayPal's dashboard, Apps & Credentials. */
    clientId: text("the client id of the REST app"),
    clientSecret: text("the secret of the REST app"),
    /** Secrets that the app had before: payments that were sealed with them can still be captured and refunded. */
    formerSecrets: z.array(text("a secret"), "a list of secrets").default([]),
    /** Whose money moves. Default `live`. */
    environment: z.enum(["live", "sandbox"], '"live" or "sandbox"').default("live"),
    /** Another address of the API. Default: PayPal's for the environment. */
    apiBase: z
      .url({ protocol: /^https?$/, error: "an address such as https://api-m.paypal.com" })
      .transform((url) => url.replace(/\/+$/, ""))
      .optional(),
    /** Webhooks whose events are believed; several while one replaces another. */
    webhookId: z.union([text(WEBHOOK), z.array(text(WEBHOOK)).min(1, WEBHOOK)], WEBHOOK),
    /** `manual` (default) holds the money at checkout and takes it when the goods leave; `automatic` takes it at once. */
    capture: z.enum(["manual", "automatic"], '"manual" or "automatic"').default("manual"),
    /** Milliseconds until one attempt at a call is given up. Default 20 000. */
    timeoutMs: whole(`a whole number of milliseconds from 1 to ${MOST_MILLISECONDS}`, 1, MOST_MILLISECONDS).default(
      20_000,
    ),
    /** Attempts after the first. Default 2. */
    maxRetries: whole(`a whole number from 0 to ${MOST_RETRIES}`, 0, MOST_RETRIES).default(2),
    /** Name of the shop on PayPal's pages. Default: that of the PayPal account. */
    brandName: text(`a name of at most ${LONGEST_BRAND} characters`)
      .max(LONGEST_BRAND, `a name of at most ${LONGEST_BRAND} characters`)
      .optional(),
    /** Where customers come back to, having approved. Never taken from the browser. */
    returnUrl: page,
    /** Where customers come back to, having given up. */
    cancelUrl: page,
    /** Which address PayPal shows. Default none: goods go to the address of Medusa's cart, and two would contradict. */
    shippingPreference: z
      .enum(["NO_SHIPPING", "GET_FROM_FILE"], '"NO_SHIPPING" or "GET_FROM_FILE"')
      .default("NO_SHIPPING"),
  },
  "an object with at least clientId, clientSecret, webhookId, returnUrl and cancelUrl",
)

export type PaypalOptionsInput = z.input<typeof schema>

export type PaypalOptions = Omit<z.output<typeof schema>, "apiBase" | "webhookId"> & {
  readonly apiBase: string
  readonly webhookIds: readonly string[]
}

/**
 * Reads the options and fills in the defaults; the store does not boot on a wrong one.
 * @throws Error naming the option and what it accepts; never the value given, it may be the secret
 */
export function readPaypalOptions(input: unknown): PaypalOptions {
  const read = schema.safeParse(input ?? {})
  if (!read.success) throw refused(read.error.issues)
  const { apiBase, webhookId, ...given } = read.data
  if (apiBase !== undefined && given.environment === "live" && !isSafe(apiBase)) {
    throw wrong("apiBase", "http:// is accepted only on this machine, or with environment sandbox")
  }
  if (given.timeoutMs * (1 + given.maxRetries) > LONGEST_CALL) {
    throw wrong("timeoutMs", `all attempts of one call together may take ${LONGEST_CALL} milliseconds: less of either`)
  }
  return {
    ...given,
    apiBase: apiBase ?? (given.environment === "live" ? LIVE : SANDBOX),
    webhookIds: Array.isArray(webhookId) ? webhookId : [webhookId],
  }
}

/** https, or this machine by its very name: nobody can listen between. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  if (protocol === "https:") return true
  return protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname))
}

function refused(issues: readonly z.core.$ZodIssue[]): Error {
  const [issue] = issues
  const path = issue.path.join(".")
  if (issue.code !== "unrecognized_keys") return wrong(path || "(all)", issue.message)
  return wrong(issue.keys.join(", "), `there is no such option; known are ${Object.keys(schema.shape).join(", ")}`)
}

function wrong(option: string, sentence: string): Error {
  return new Error(`hamon-paypal: option "${option}" is wrong or missing: ${sentence}`)
}
