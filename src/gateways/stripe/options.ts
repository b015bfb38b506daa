import { z } from "@medusajs/framework/zod"
import type Stripe from "stripe"
import { LONGEST_CALL } from "../longest-call"

/** The version whose shapes this code reads; the SDK pins the same, and the compiler tells when it moves on. */
const API_VERSION = "2024-04-10" satisfies Stripe.LatestApiVersion

const KEY = "the secret key of the Stripe account (sk_… or rk_…), never the publishable one"
const SECRET = "the signing secret of the webhook endpoint (whsec_…), or a list of them"
const ORIGIN = "an address without a path, such as https://api.stripe.com"
const SUFFIX = "2 to 22 characters of Latin script, at least one a letter, without < > \\ ' \" *"

const whole = (accepted: string, least: number, most: number) =>
  z.int(accepted).min(least, accepted).max(most, accepted)
const text = (accepted: string) => z.string(accepted).min(1, accepted)
const webhookSecret = z.string(SECRET).regex(/^whsec_\S+$/, SECRET)

const schema = z.strictObject(
  {
    /** Secret key, or a restricted one that may write payment intents, refunds and customers, and read disputes and events. */
    apiKey: z.string(KEY).regex(/^(sk|rk)_\S+$/, KEY),
    /** Each is tried: two endpoints have two secrets, and while one is rolled both are good. */
    webhookSecret: z
      .union([webhookSecret, z.array(webhookSecret).min(1, SECRET)], SECRET)
      .transform((given) => (typeof given === "string" ? [given] : given)),
    /** What proves that an intent is ours. Default: `apiKey`. After that key is rolled, the former one, for as long as payments that it sealed live. */
    sealSecret: text("a text; the former apiKey, after it was rolled").optional(),
    /** `manual`: the card is charged when the merchant captures, 7 days at most after the order. */
    capture: z.enum(["manual", "automatic"], '"manual" or "automatic"').default("manual"),
    /** `any`: 3-D Secure is asked for on each payment; `automatic`: where Stripe and the bank see a need. */
    threeDSecure: z.enum(["any", "automatic"], '"any" or "automatic"').default("any"),
    /** Where Stripe answers. */
    apiBase: z.string(ORIGIN).refine(isOrigin, ORIGIN).default("https://api.stripe.com"),
    apiVersion: text("a version of Stripe's API, such as 2024-04-10").default(API_VERSION),
    /** Milliseconds until a silent Stripe is given up, for each attempt. */
    timeoutMs: whole("a whole number of milliseconds from 1 to 80000", 1, 80_000).default(20_000),
    /** Attempts after the first, with the same idempotency key. */
    maxNetworkRetries: whole("a whole number from 0 to 10", 0, 10).default(2),
    /** @see https://docs.stripe.com/api/payment_intents/create#create_payment_intent-payment_method_types */
    paymentMethodTypes: z
      .array(text("the name of a payment method, such as card"), 'a list of payment methods, such as ["card"]')
      .min(1, 'a list of payment methods, such as ["card"]')
      .default(["card"]),
    /** What Stripe's pages say of each payment. */
    paymentDescription: text("a text").optional(),
    /** What follows the shop's name on the customer's statement. */
    statementDescriptorSuffix: z
      .string(SUFFIX)
      .regex(/^(?=.*[A-Za-z])[^<>\\'"*]{2,22}$/, SUFFIX)
      .optional(),
    /** How old the signature of a webhook may be, in seconds. */
    webhookToleranceSeconds: whole("a whole number of seconds from 1 to 86400", 1, 86_400).default(300),
  },
  "an object with at least apiKey and webhookSecret",
)

export type StripeOptionsInput = z.input<typeof schema>

export type StripeOptions = Readonly<Omit<z.output<typeof schema>, "sealSecret"> & { sealSecret: string }>

/**
 * Reads the options of Stripe and fills in the defaults.
 * @throws Error naming the option and what it accepts; never the value given, it may be a secret
 */
export function readStripeOptions(input: unknown): StripeOptions {
  const read = schema.safeParse(input ?? {})
  if (!read.success) throw refused(read.error.issues[0])
  const options = read.data
  if (/^(sk|rk)_live_/.test(options.apiKey) && options.apiBase.startsWith("http:")) {
    throw wrong("apiBase", "a live key is sent over https only; give an https address, or a test key")
  }
  if (options.timeoutMs * (1 + options.maxNetworkRetries) > LONGEST_CALL) {
    throw wrong("timeoutMs", `all attempts of one call together may take ${LONGEST_CALL} milliseconds: less of either`)
  }
  return Object.freeze({ ...options, sealSecret: options.sealSecret ?? options.apiKey })
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username
}

function refused(issue: z.core.$ZodIssue): Error {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(schema.shape).join(", ")
    return wrong(issue.keys.join(", "), `there is no such option; known are ${known}`)
  }
  return wrong(issue.path.join(".") || "(all)", issue.message)
}

function wrong(option: string, sentence: string): Error {
  return new Error(`hamon-stripe: option "${option}" is wrong or missing: ${sentence}`)
}
