import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { readPaypalOptions } from "../../gateways/paypal/options"
import { paypalGateway } from "../../gateways/paypal/gateway"
import { readStripeOptions } from "../../gateways/stripe/options"
import { stripeGateway } from "../../gateways/stripe/gateway"
import type { PaymentGateway } from "../../gateways/types"
import { canonicalJson } from "../../kit/canonical-json"
import { DEFAULT_OPTIONS, holidaysIn, LawError, type LawOptions, lawOptions, zoneOf } from "../../law"
import { paymentOptions } from "./payment-options"

const LOCALES = ["fr", "en"] as const

/** Fewer characters than this can be guessed offline from one code that leaked. */
const SHORTEST_SECRET = 32

const schema = z.strictObject({
  /** Key of the hashes of codes and forms; its loss or change makes open codes and forms void, nothing else. */
  secret: z.string().min(SHORTEST_SECRET, `a random text of ${SHORTEST_SECRET} characters or more`),
  /** Address under which customers reach this server: the hosted pages, and the links in letters. */
  publicUrl: z
    .url({ protocol: /^https?$/, error: "an address such as https://api.shop.example" })
    .transform((url) => url.replace(/\/+$/, "")),
  /** Language of customers who have not chosen one. */
  defaultLocale: z.enum(LOCALES).default("fr"),
  /** Territories of the merchant, whose public holidays extend periods too (U10). */
  merchantTerritories: z
    .array(z.string().refine(isTerritory, "a territory such as FR, 57, GP"))
    .min(1, "at least one territory")
    .default(["FR"]),
  /** Stock location to which goods come back. Default: the location that shipped them. */
  returnLocationId: z.string().min(1).optional(),
  /** Days for which the code of an acknowledgement proves the address. */
  proofCodeDays: z.int().min(1).max(400).default(90),
  /** Hours for which the link to one's own orders is good, sent to who lost their numbers. */
  ordersLinkHours: z.int().min(1).max(168).default(24),
  /** Stripe, see src/gateways/stripe/options.ts: the same object that its provider has. `withHamon` gives it to both. */
  stripe: z.unknown().optional(),
  /** PayPal, see src/gateways/paypal/options.ts. */
  paypal: z.unknown().optional(),
  /** Passwords and log-in of customers and staff (CNIL 2022-100); lengths and numbers of attempts: `law.u15Attempts`. */
  accounts: z
    .strictObject({
      /** False: the shop has rules of its own, and the plugin leaves Medusa's routes alone. */
      enabled: z.boolean().default(true),
      /** Ids of the auth providers that take an e-mail address and a password. */
      providers: z.array(z.string().min(1)).min(1, "at least one provider").default(["emailpass"]),
      /** 2: a password of 50 bits beside the limits on attempts; 1: of 80 bits, as if there were none. */
      cnilCase: z.union([z.literal(1), z.literal(2)], "1 or 2").default(2),
      /** Least strength by zxcvbn: 4, more than ten thousand million tries; 3, more than a hundred million. */
      leastStrength: z.union([z.literal(3), z.literal(4)], "3 or 4").default(4),
      /** Hours for which an account is locked from a network after ten failures in a row. */
      lockHours: z.int().min(1).max(168).default(24),
      /** The limit of a day holds the account's holder too, wherever he is: anybody can lock him out. */
      lockAcrossNetworks: z.boolean().default(false),
      /** Failures of a network an hour, over all accounts. Raise it when a storefront calls without `X-Forwarded-For`. */
      networkFailuresPerHour: z.int().min(10).default(200),
    })
    .prefault({}),
  /** Limits on the plugin's own public routes; a declaration of withdrawal is never refused by them. */
  limitRequests: z.boolean().default(true),
  /** With a `publicUrl` of https, hosted pages that the proxy says came over http (`X-Forwarded-Proto`) are sent there. */
  redirectToHttps: z.boolean().default(true),
  /** Paid extras, which only an explicit choice makes payable (L121-17). */
  extras: z
    .strictObject({
      /** False: carts are not held, and the shop answers for its extras; those found in orders are told to staff all the same. */
      enforce: z.boolean().default(true),
      /** Lines that no product stands behind: charges (`extra`), or articles that another plugin makes (`article`). */
      customLines: z.enum(["extra", "article"]).default("extra"),
      /** Takes core's `completeCart.validate` hook, which has one handler: only where the host has none of its own. */
      takeCompleteCartHook: z.boolean().default(false),
    })
    .prefault({}),
  checkout: z
    .strictObject({
      /** A cart is completed only after `POST /store/hamon/carts/:id/acknowledge` of the summary as it stands (L221-14). */
      requireAcknowledgement: z.boolean().default(false),
    })
    .prefault({}),
  /** What waits for staff, told by letter and in the admin once a day where anything does. */
  digest: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** Where it goes. Default: the e-mail address of the published merchant profile. */
      to: z.email("an e-mail address").optional(),
      /** Hour of the merchant's clock from which on it goes. */
      hour: z.int().min(0).max(23).default(7),
    })
    .prefault({}),
  /** Address of the storefront, where the conformity report looks for the link to the withdrawal function. */
  storefrontUrl: z
    .url({ protocol: /^https?$/, error: "an address such as https://www.shop.example" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  /** The conformity report, which asks addresses of the web. */
  report: z
    .strictObject({
      /** True: internal addresses and any port are asked too; for shops that are tested on their own machine alone. */
      allowPrivateAddresses: z.boolean().default(false),
    })
    .prefault({}),
  /** How paying is explained to customers: see `payment-options.ts`. */
  payments: paymentOptions,
  /** Readings of the uncertain points, U1 to U22; see src/law/options.ts. */
  law: z.record(z.string(), z.unknown()).default({}),
})

export type HamonOptionsInput = z.input<typeof schema>

export type HamonOptions = Omit<z.output<typeof schema>, "law" | "stripe" | "paypal"> & {
  readonly law: LawOptions
  /** The edges to the payment providers that the shop uses through this plugin. */
  readonly gateways: readonly PaymentGateway[]
}

/**
 * Reads the plugin's options; the store does not boot on a wrong one.
 * @throws MedusaError invalid_argument naming the option and what it accepts
 */
export function readOptions(input: unknown): HamonOptions {
  // Medusa hands every module the connection beside the options that the merchant wrote.
  const { database: _, ...own } = (input ?? {}) as Record<string, unknown>
  const read = schema.safeParse(own)
  if (!read.success) throw refused(read.error.issues)
  const { law, stripe, paypal, ...rest } = read.data
  const options = { ...rest, law: readLaw(law), gateways: readGateways({ stripe, paypal }) }
  checkAttempts(options)
  return options
}

/** A password of 50 bits is enough beside a limit on attempts alone: one of the two that the recommendation gives figures for. */
function checkAttempts({ accounts, law }: Pick<HamonOptions, "accounts" | "law">): void {
  const { lockAfterFailures, delayAfterFailures, delaySeconds, attemptsPerDay } = law.u15Attempts
  const locked = lockAfterFailures <= 10
  const delayed = delayAfterFailures <= 5 && delaySeconds >= 60 && attemptsPerDay <= 25
  if (!accounts.enabled || accounts.cnilCase === 1 || locked || delayed) return
  throw wrong(
    "law.u15Attempts",
    "case 2 of CNIL 2022-100 needs a lock after ten failures at most, or a minute's delay from the fifth and 25 attempts a day at most; or give accounts.cnilCase 1",
  )
}

/** The edge through which the money of a Medusa provider goes; null where its books cannot be read. */
export function gatewayOf(
  { gateways }: Pick<HamonOptions, "gateways">,
  providerId: string | null,
): PaymentGateway | null {
  return gateways.find(({ providerPrefix }) => providerId?.startsWith(providerPrefix)) ?? null
}

function readGateways({ stripe, paypal }: { stripe: unknown; paypal: unknown }): PaymentGateway[] {
  const gateways: PaymentGateway[] = []
  try {
    if (stripe !== undefined) gateways.push(stripeGateway(readStripeOptions(stripe)))
    if (paypal !== undefined) gateways.push(paypalGateway(readPaypalOptions(paypal)))
  } catch (error) {
    throw wrong(gateways.length === 0 && stripe !== undefined ? "stripe" : "paypal", (error as Error).message)
  }
  return gateways
}

/** The merchant's clock: what he learns, recovers and pays is dated by it. */
export function merchantZone({ merchantTerritories }: HamonOptions): string {
  return zoneOf({ territories: merchantTerritories })
}

const NOT_BUILT = "nothing of the plugin rests on it yet"
/** Readings that `src/law` knows and the plugin has no facts for: who sets one must not believe that it holds. */
const WITHOUT_EFFECT: Partial<Record<keyof LawOptions, string>> = {
  u2RepairExtensionMonths: NOT_BUILT,
  u2RepairExtension: NOT_BUILT,
  u4MissingFunctionExtends: "the notice of this plugin always names the online function: it is never missing alone",
  u5Reading: "the plugin acknowledges without delay in every case",
  u9LostAdvantage: "the plugin does not record what advantage an order had: it takes none back",
  u12CodeCheckedOn: NOT_BUILT,
  u18NoticePlacement: "the plugin shows the notice on a page of its own",
  u19ArchivedOrders: NOT_BUILT,
  u20FunctionWhenAllExcepted: "the plugin shows the online function always",
}

function readLaw(input: Record<string, unknown>): LawOptions {
  try {
    const read = lawOptions(input)
    if (read.u9PartialDelivery === "difference") {
      throw wrong(
        "law.u9PartialDelivery",
        '"difference" needs delivery prices that the shop does not record yet; give "prorata" or "full"',
      )
    }
    for (const [name, why] of Object.entries(WITHOUT_EFFECT)) {
      const same =
        canonicalJson(read[name as keyof LawOptions]) === canonicalJson(DEFAULT_OPTIONS[name as keyof LawOptions])
      if (!same) throw wrong(`law.${name}`, `it would change nothing, since ${why}; leave it out`)
    }
    return read
  } catch (error) {
    if (error instanceof LawError) throw wrong(`law.${error.field}`, error.message)
    throw error
  }
}

function isTerritory(code: string): boolean {
  try {
    holidaysIn(code, 2026)
    return true
  } catch {
    return false
  }
}

function refused(issues: readonly z.core.$ZodIssue[]): MedusaError {
  const [issue] = issues
  if (issue.code === "unrecognized_keys") {
    if (issue.path.length > 0) return wrong([...issue.path, ...issue.keys].join("."), "there is no such option")
    return wrong(
      issue.keys.join(", "),
      `there is no such option; the options are ${Object.keys(schema.shape).join(", ")}`,
    )
  }
  return wrong(issue.path.join("."), issue.message)
}

function wrong(option: string, sentence: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `medusa-plugin-hamon: option "${option}" is wrong or missing: ${sentence}`,
  )
}
