import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { checkSiren, checkVatNumber, LawError, savNumber } from "../../law"

const line = z.string().trim().min(1).max(200)
const address = z.strictObject({ lines: z.array(line).min(1).max(4), postalCode: line, city: line, country: line })

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
  vatNumber: registration(checkVatNumber).optional(),
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
