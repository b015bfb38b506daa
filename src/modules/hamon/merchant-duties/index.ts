import type { MerchantDraft } from "../merchant-draft"
import { CLOSED_PLATFORM } from "./closed-platform"
import { CONTACTS } from "./contacts"
import { DELIVERY } from "./delivery"
import type { Duty, DutyRule, MerchantFacts } from "./duty"
import { IDENTITY } from "./identity"
import { PUBLICATION } from "./publication"
import { REGISTRATIONS } from "./registrations"
import { TERMS } from "./terms"

export type { Duty, DutyState, TermsInForce } from "./duty"

/** From install to legal to open: who sells first, what may be added last. */
const RULES: readonly DutyRule[] = [
  ...IDENTITY,
  ...REGISTRATIONS,
  ...PUBLICATION,
  ...CONTACTS,
  ...DELIVERY,
  CLOSED_PLATFORM,
  ...TERMS,
]

/**
 * What a merchant must say of himself before he sells, and how each duty stands. Pure.
 * @param merchant the published profile, or a draft of any completeness; null while there is none
 * @param facts.terms terms of sale in force, one a language at most
 */
export function merchantDuties(merchant: MerchantDraft | null, { terms }: Pick<MerchantFacts, "terms">): Duty[] {
  return RULES.map(({ check, ...duty }) => ({ ...duty, ...check({ merchant: merchant ?? {}, terms }) }))
}

/** What keeps a profile from being published: what is missing of the required, and whatever is wrong. */
export function obstacles(duties: readonly Duty[]): Duty[] {
  return duties.filter(({ state, weight }) => state === "wrong" || (state === "missing" && weight === "required"))
}
