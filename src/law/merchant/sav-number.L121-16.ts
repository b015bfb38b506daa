import type { ArticleId } from "../articles"
import { LawError } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"

export type SavNumber = {
  /** `premium`: refused; `unknown`: a foreign number whose ranges are not kept here, for a person to check. */
  readonly verdict: "accepted" | "premium" | "unknown"
  /** International form +33…, or the short number as dialled. */
  readonly number: string
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

const FRENCH_FORM = "a French number of ten digits, such as 01 23 45 67 89"

/** French country codes: metropolitan, Guadeloupe and its neighbours, Guyane, Martinique, La Réunion and Mayotte, Saint-Pierre. */
const FRENCH_PREFIXES = ["33", "590", "594", "596", "262", "508"] as const

/** National numbers that cost more than a call: 081, 082, 089 (ARCEP numbering plan). 080 is free or at the price of a call. */
const PREMIUM_NATIONAL = /^0?8(?:1|2|9)/
/** Short numbers that are free by range: 30xx and 31xx. Other short numbers may be premium: refused. */
const FREE_SHORT = /^3[01]\d\d$/
const SHORT = /^(?:\d{2,4}|118\d{3})$/

/**
 * Whether a telephone number may serve customers (SAV, complaints).
 * L121-16 « Le numéro de téléphone destiné à recueillir l'appel d'un consommateur en vue d'obtenir la bonne exécution d'un
 * contrat conclu avec un professionnel ou le traitement d'une réclamation ne peut pas être surtaxé »
 * @param telephone as a merchant types it: spaces, dots, dashes, +33, 0033 or national
 * @throws LawError when it is not a telephone number
 */
export function savNumber(telephone: string): SavNumber {
  const digits = typeof telephone === "string" ? telephone.replace(/[\s.\-/\u00a0\u202f]|\(0\)/g, "") : ""
  if (!/^\+?\d{2,15}$/.test(digits)) {
    throw new LawError("telephone", "a telephone number such as 01 23 45 67 89 or +33 1 23 45 67 89", telephone)
  }
  if (SHORT.test(digits)) return FREE_SHORT.test(digits) ? accepted(digits) : premium(digits)
  const international = /^(?:\+|00)(\d+)$/.exec(digits)?.[1]
  if (international === undefined && digits.startsWith("0")) return national(digits, "33", telephone)
  if (international === undefined) throw new LawError("telephone", FRENCH_FORM, telephone)
  const prefix = FRENCH_PREFIXES.find((code) => international.startsWith(code))
  return prefix ? national(international.slice(prefix.length), prefix, telephone) : foreign(international)
}

function national(digits: string, prefix: string, telephone: string): SavNumber {
  const significant = digits.replace(/^0/, "")
  if (!/^[1-9]\d{8}$/.test(significant) && !(prefix === "508" && /^\d{6}$/.test(significant))) {
    throw new LawError("telephone", FRENCH_FORM, telephone)
  }
  const number = `+${prefix}${significant}`
  return PREMIUM_NATIONAL.test(significant) ? premium(number) : accepted(number)
}

const ARTICLES: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L121-16"])

function accepted(number: string): SavNumber {
  return {
    verdict: "accepted",
    number,
    articles: ARTICLES,
    reason: { fr: "Numéro non surtaxé.", en: "Number without surcharge." },
  }
}

function premium(number: string): SavNumber {
  return {
    verdict: "premium",
    number,
    articles: ARTICLES,
    reason: {
      fr: "Numéro surtaxé ou court : il ne peut pas servir au service après-vente. Donnez un numéro géographique, mobile ou 0800 à 0809.",
      en: "Premium or short number: it may not serve after-sales calls. Give a geographic, mobile or 0800 to 0809 number.",
    },
  }
}

function foreign(international: string): SavNumber {
  return {
    verdict: "unknown",
    number: `+${international}`,
    articles: ARTICLES,
    reason: {
      fr: "Numéro étranger : vérifiez qu'il n'est pas surtaxé.",
      en: "Foreign number: check that it carries no surcharge.",
    },
  }
}
