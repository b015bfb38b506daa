import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isPlain } from "../../kit/plain-text"
import { checkSiren, LawError, savNumber } from "../../law"
import { checkVat, INPI_NUMBER } from "./merchant-numbers"

const KEPT = "holds a character that cannot be kept"
const line = z.string().trim().min(1).max(200).refine(isPlain, KEPT)
const longText = z.string().trim().min(1).max(5000).refine(isPlain, KEPT)
const inBoth = z.strictObject({ fr: longText, en: longText })
const address = z.strictObject({ lines: z.array(line).min(1).max(4), postalCode: line, city: line, country: line })

/** Decimal euros with cents: 45.00 */
export const EUROS = /^\d{1,6}\.\d{2}$/

/**
 * Who sells (LCEN art. 19, L221-5, L111-1): what letters and pages say of the merchant. Later additions are optional
 * members, so that old versions stay readable.
 */
export const merchantContent = z.strictObject({
  name: line,
  legalForm: line.optional(),
  address,
  email: z.email(),
  telephone: line,
  siren: registration(checkSiren).optional(),
  /** Such as « RCS Lyon 812 345 678 ». */
  register: line.optional(),
  capital: line.optional(),
  vatNumber: registration(checkVat).optional(),
  returnAddress: address.optional(),
  sav: z.strictObject({ telephone: savTelephone(), email: z.email(), hours: z.strictObject({ fr: line, en: line }) }),
  /** Whom to call when a payment looks wrong. Default: the telephone and e-mail of the merchant. */
  security: z
    .strictObject({
      telephone: savTelephone(),
      email: z.email(),
      hours: z.strictObject({ fr: line, en: line }).optional(),
    })
    .optional(),
  mediator: z.strictObject({ name: line, address: line, website: z.url() }).optional(),
  /** Address of the shop that customers see. */
  website: z.url({ protocol: /^https?$/ }).optional(),
  /** What the merchant does (L111-1, 4°). */
  activity: inBoth.optional(),
  /** Registered office, where it is not `address` (LCEN art. 19, 3°). */
  headOffice: address.optional(),
  /** Small business without VAT (art. 293 B CGI): no number is due. */
  vatExempt: z.boolean().optional(),
  /** Authority of a permit, rules and body of a regulated profession (LCEN art. 19, 5° and 6°). */
  authority: inBoth.optional(),
  /** Who answers for what is published (LCEN art. 1-1). */
  publicationDirector: line.optional(),
  host: z.strictObject({ name: line, address: line, telephone: line }).optional(),
  trademark: z
    .strictObject({
      name: line,
      /** Number at the INPI, seven digits. */
      inpiNumber: z
        .string()
        .regex(INPI_NUMBER, "the number of a French trademark has seven digits, such as 4 123 456")
        .optional(),
    })
    .optional(),
  domain: line.optional(),
  /** Where the shop delivers, and what it does not deliver where (L221-14, al. 3). */
  delivery: z
    .strictObject({
      areas: inBoth,
      restrictions: inBoth.optional(),
    })
    .optional(),
  /** Who pays for the return of withdrawn goods (L221-5, 8°; L221-23); without it the merchant does. */
  returnCost: z
    .strictObject({
      paidBy: z.enum(["merchant", "customer"]),
      /** Of goods that cannot normally be posted: at most so much, decimal in euros. */
      atMost: z.string().regex(EUROS, "an amount in euros such as 45.00").optional(),
    })
    .optional(),
})

export type MerchantContent = z.output<typeof merchantContent>

type Refinement = z.core.$RefinementCtx<string>

function registration(check: (value: string) => { valid: boolean; reason: { en: string } }) {
  return line.superRefine((value, context: Refinement) => {
    const verdict = check(value)
    if (!verdict.valid) context.addIssue({ code: "custom", message: verdict.reason.en })
  })
}

/** L121-16: no premium number for after-sales calls. */
function savTelephone() {
  return line.superRefine((value, context: Refinement) => {
    try {
      const { verdict, reason } = savNumber(value)
      if (verdict === "premium") context.addIssue({ code: "custom", message: reason.en })
    } catch (error) {
      if (!(error instanceof LawError)) throw error
      context.addIssue({ code: "custom", message: error.message })
    }
  })
}

/** @throws MedusaError invalid_data with a sentence naming the member */
export function readMerchant(input: unknown): MerchantContent {
  const read = merchantContent.safeParse(input)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `merchant.${issue.path.join(".")}: ${issue.message}`)
}
