import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { holidaysIn, LawError, type LawOptions, lawOptions, zoneOf } from "../../law"
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
  /** How paying is explained to customers: see `payment-options.ts`. */
  payments: paymentOptions,
  /** Readings of the uncertain points, U1 to U21; see src/law/options.ts. */
  law: z.record(z.string(), z.unknown()).default({}),
})

export type HamonOptionsInput = z.input<typeof schema>

export type HamonOptions = Omit<z.output<typeof schema>, "law"> & { readonly law: LawOptions }

/**
 * Reads the plugin's options; the store does not boot on a wrong one.
 * @throws MedusaError invalid_argument naming the option and what it accepts
 */
export function readOptions(input: unknown): HamonOptions {
  // Medusa hands every module the connection beside the options that the merchant wrote.
  const { database: _, ...own } = (input ?? {}) as Record<string, unknown>
  const read = schema.safeParse(own)
  if (!read.success) throw refused(read.error.issues)
  return { ...read.data, law: readLaw(read.data.law) }
}

/** The merchant's clock: what he learns, recovers and pays is dated by it. */
export function merchantZone({ merchantTerritories }: HamonOptions): string {
  return zoneOf({ territories: merchantTerritories })
}

function readLaw(input: Record<string, unknown>): LawOptions {
  try {
    const read = lawOptions(input)
    if (read.u9PartialDelivery !== "difference") return read
    throw wrong(
      "law.u9PartialDelivery",
      '"difference" needs delivery prices that the shop does not record yet; give "prorata" or "full"',
    )
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
