import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { plainText } from "../../kit/plain-text"
import type { RuleKind, RuleTarget } from "./models/catalogue-rule"

const line = plainText(200)
const longText = plainText(5000)
const inBoth = z.strictObject({ fr: line, en: line })
const longInBoth = z.strictObject({ fr: longText, en: longText })

/** Kinds of paid extras (L121-17). A surcharge for a means of payment is none: it is forbidden (L112-12 CMF). */
export const EXTRA_KINDS = [
  "gift_wrap",
  "insurance",
  "priority_handling",
  "donation",
  "extended_guarantee",
  "other",
] as const
export type ExtraKind = (typeof EXTRA_KINDS)[number]

/** The mark of a line that charges for the means of payment itself: forbidden towards consumers (L112-12 CMF). */
export const PAYMENT_SURCHARGE = "payment_surcharge"

/** A good, or what the guarantees and the right of withdrawal treat otherwise. */
export const NATURES = [
  "goods",
  "second_hand_goods",
  "goods_with_digital_elements",
  "digital_content",
  "service",
] as const
export type Nature = (typeof NATURES)[number]

/** What a rule of each kind says. Texts that customers read are in both languages. */
export const ruleValues = {
  /** Its number in L221-28. */
  exception: z.strictObject({ number: z.int().min(1).max(13) }),
  /** `text`: words beside the box, with `{name}` and `{amount}`; without it the plugin's own. */
  extra: z.strictObject({ kind: z.enum(EXTRA_KINDS), name: inBoth, text: inBoth.optional() }),
  /** What is due before the order (L111-1, L221-5), besides what Medusa's product says. */
  information: z.strictObject({
    /** A good sold second-hand has a presumption of twelve months (L217-7). */
    nature: z.enum(NATURES),
    /** Essential characteristics, where the product's description does not say them. */
    characteristics: longInBoth.optional(),
    /** Functionality, compatibility, interoperability (L111-1, 5°; L221-5, 5°). */
    functionality: longInBoth.optional(),
    /** Commercial guarantee: months, who gives it, its terms (L217-21). */
    commercialGuarantee: z
      .strictObject({ months: z.int().min(1).max(600), guarantor: line, terms: longInBoth })
      .optional(),
    /** Availability of spare parts (L111-4): years from the sale, or not known, which the law reads as unavailable. */
    spareParts: z.strictObject({ years: z.int().min(0).max(99).nullable() }).optional(),
  }),
  /** Why these customers have no right of withdrawal under this law. */
  outside_right: z.strictObject({ reason: z.enum(["professional", "other_law"]) }),
} as const

export type SettableRuleKind = keyof typeof ruleValues
export type RuleValue<K extends SettableRuleKind> = z.output<(typeof ruleValues)[K]>
export const SETTABLE_RULE_KINDS = Object.keys(ruleValues) as [SettableRuleKind, ...SettableRuleKind[]]

/** On what a rule of each kind may stand. */
const RULE_PLACES: Readonly<Record<Exclude<RuleKind, "delivery_delay">, readonly RuleTarget[]>> = {
  exception: ["product", "category"],
  extra: ["product", "category", "shipping_option"],
  information: ["product", "category"],
  outside_right: ["customer_group", "country"],
}

const SURCHARGE =
  "a surcharge for a means of payment is forbidden towards consumers (L112-12 Code monétaire et financier): it cannot be an extra, take it out of the price"

/**
 * Reads what a rule says.
 * @throws MedusaError invalid_data with a sentence: a place where such a rule cannot stand, a surcharge for a means of
 *   payment, a member that is missing or not understood
 */
export function readRuleValue<K extends SettableRuleKind>(kind: K, target: RuleTarget, input: unknown): RuleValue<K> {
  const places = RULE_PLACES[kind]
  if (!places.includes(target)) {
    throw refused(`a rule of the kind ${kind} stands on one of ${places.join(", ")}, not on a ${target}`)
  }
  if (kind === "extra" && (input as { kind?: unknown } | null)?.kind === "payment_surcharge") throw refused(SURCHARGE)
  const read = ruleValues[kind].safeParse(input)
  if (read.success) return read.data as RuleValue<K>
  const [issue] = read.error.issues
  throw refused(`${["value", ...issue.path].join(".")}: ${issue.message}`)
}

function refused(sentence: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, sentence)
}
