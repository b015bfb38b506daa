import type { Bilingual } from "../../../law"
import type { MerchantDraft } from "../merchant-draft"
import type { TextVersionRow } from "../operations/text-versions"

/** Terms of sale in force in a language. */
export type TermsInForce = Pick<TextVersionRow, "locale" | "body" | "created_at">

/** What a duty is judged by. */
export type MerchantFacts = {
  /** As published, or as far as it has been typed. */
  readonly merchant: MerchantDraft
  /** One a language at most. */
  readonly terms: readonly TermsInForce[]
}

/** `at_risk`: nothing forbids it in so many words, and a judge or the DGCCRF may find fault. */
export type DutyState = "met" | "missing" | "wrong" | "at_risk"

/** How a duty stands, and the sentence that says it: what to do, or what customers are told where it is met. */
export type Verdict = { readonly state: DutyState; readonly sentence: Bilingual | null }

/** One thing that a merchant must say of himself before he sells. */
export type DutyRule = {
  readonly id: string
  /** Articles that ask for it, or that it serves where it is voluntary; of the Code de la consommation where nothing else is said. */
  readonly articles: readonly string[]
  /** Where it is mended: member of the profile, which is the anchor of its fields on the settings page. */
  readonly place: string
  /** `recommended`: its absence keeps nobody from publishing. */
  readonly weight: "required" | "recommended"
  readonly title: Bilingual
  readonly check: (facts: MerchantFacts) => Verdict
}

/** A duty as it stands. */
export type Duty = Omit<DutyRule, "check"> & Verdict

/** Nothing to do; `sentence` where customers are told something that nobody typed. */
export function met(sentence: Bilingual | null = null): Verdict {
  return { state: "met", sentence }
}

export function missing(fr: string, en: string): Verdict {
  return { state: "missing", sentence: { fr, en } }
}

export function wrong(fr: string, en: string): Verdict {
  return { state: "wrong", sentence: { fr, en } }
}

export function atRisk(fr: string, en: string): Verdict {
  return { state: "at_risk", sentence: { fr, en } }
}
