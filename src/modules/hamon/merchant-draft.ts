import { z } from "@medusajs/framework/zod"
import { isPlain } from "../../kit/plain-text"

const LINE = 200
const LONG = 5000

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `${longest} characters at most`)
    .refine(isPlain, "holds a character that cannot be kept")
    .optional()
const line = text(LINE)
const pair = (longest: number) => z.strictObject({ fr: text(longest), en: text(longest) }).optional()
const address = z
  .strictObject({
    lines: z.array(text(LINE)).max(4).optional(),
    postalCode: line,
    city: line,
    country: line,
  })
  .optional()

/**
 * Who sells, as far as it has been typed: the members of `merchantContent`, each of which may be missing. Types and lengths
 * are checked here; what the law asks of them is told by `merchantDuties`, so that half a day's work is never refused.
 */
const draft = z.strictObject({
  name: line,
  legalForm: line,
  address,
  email: line,
  telephone: line,
  siren: line,
  register: line,
  capital: line,
  vatNumber: line,
  vatExempt: z.boolean().optional(),
  headOffice: address,
  activity: pair(LONG),
  authority: pair(LONG),
  publicationDirector: line,
  host: z.strictObject({ name: line, address: line, telephone: line }).optional(),
  website: line,
  domain: line,
  trademark: z.strictObject({ name: line, inpiNumber: line }).optional(),
  sav: z.strictObject({ telephone: line, email: line, hours: pair(LINE) }).optional(),
  security: z.strictObject({ telephone: line, email: line, hours: pair(LINE) }).optional(),
  returnAddress: address,
  returnCost: z.strictObject({ paidBy: z.enum(["merchant", "customer"]).optional(), atMost: line }).optional(),
  delivery: z.strictObject({ areas: pair(LONG), restrictions: pair(LONG) }).optional(),
  mediator: z.strictObject({ name: line, address: line, website: line }).optional(),
})

export type MerchantDraft = z.output<typeof draft>

/** Reads a draft; what was left empty is not there. */
export const merchantDraft = draft.transform((typed): MerchantDraft => pruned(typed) ?? {})

/** The value without empty texts, lists and objects; undefined where nothing is left. */
function pruned<T>(value: T): T | undefined {
  if (value === "" || value === undefined) return undefined
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter((one) => one !== undefined)
    return kept.length > 0 ? (kept as T) : undefined
  }
  if (typeof value !== "object" || value === null) return value
  const members = Object.entries(value).map(([name, one]) => [name, pruned(one)])
  const kept = members.filter(([, one]) => one !== undefined)
  return kept.length > 0 ? (Object.fromEntries(kept) as T) : undefined
}
