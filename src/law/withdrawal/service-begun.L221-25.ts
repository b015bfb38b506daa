import type { ArticleId } from "../articles"
import { LawError, trueOrFalse } from "../foundations/law-error"
import { type Amount, currency, divideHalfUp, least, readDecimal } from "../foundations/money"
import type { Bilingual, Locale } from "../foundations/reason"

export type ServiceFacts = {
  /** ISO 4217 code. Default EUR. */
  readonly currency?: string
  /** Total price agreed, paid by the consumer. */
  readonly price: Amount
  /** Whole service, in any unit (days, hours, lessons): a decimal above zero. */
  readonly term: number | string
  /** Part supplied when the withdrawal was communicated, in the same unit. */
  readonly supplied: number | string
  /** Whether the consumer's express request to begin was obtained (L221-25, al. 1). */
  readonly expressRequest: boolean
  /** Whether he was told that he would have to pay (L221-5, 9°). */
  readonly informedOfDuty: boolean
  /** Market value of the whole service, when the agreed price is excessive (L221-25, al. 2). */
  readonly marketValue?: Amount
}

export type ServiceRefund = {
  /** What the consumer owes for the part supplied. */
  readonly owed: Amount
  readonly refund: Amount
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * What is owed and refunded when a service had begun before the withdrawal.
 *
 * L221-25 « un montant correspondant au service fourni jusqu'à la communication de sa décision de se rétracter ; ce
 * montant est proportionné au prix total de la prestation convenu dans le contrat » ; « Aucune somme n'est due par le
 * consommateur ayant exercé son droit de rétractation si sa demande expresse n'a pas été recueillie »
 * @throws LawError naming the field
 */
export function serviceBegun(facts: ServiceFacts): ServiceRefund {
  const money = currency(facts.currency ?? "EUR")
  const price = money.read(facts.price, "price")
  const term = readDecimal(facts.term, "term")
  const supplied = readDecimal(facts.supplied, "supplied")
  if (term === 0n) throw new LawError("term", "a decimal above zero", facts.term)
  if (supplied > term) throw new LawError("supplied", "a part that is not above the whole (term)", facts.supplied)
  const base = facts.marketValue === undefined ? price : least(price, money.read(facts.marketValue, "marketValue"))
  const marketFirst = base < price
  const share = (locale: Locale): string => {
    const percent = (Number((supplied * 1000n) / term) / 10).toString()
    return locale === "fr" ? `${percent.replace(".", ",")} %` : `${percent}%`
  }
  const requested = trueOrFalse(facts.expressRequest, "expressRequest")
  const informed = trueOrFalse(facts.informedOfDuty, "informedOfDuty")
  const owed = requested && informed ? divideHalfUp(base * supplied, term) : 0n
  return {
    owed: money.write(owed),
    refund: money.write(price - owed),
    articles: ["L221-25"],
    reason: !requested
      ? {
          fr: "La demande expresse de commencer avant la fin du délai n'a pas été recueillie : rien n'est dû.",
          en: "The express request to begin before the end of the period was not obtained: nothing is owed.",
        }
      : !informed
        ? {
            fr: "Le consommateur n'a pas été informé qu'il devrait payer la part fournie : rien n'est dû.",
            en: "The consumer was not told that he would have to pay for the part supplied: nothing is owed.",
          }
        : {
            fr: `Commencé à la demande du consommateur et fourni à ${share("fr")} : ${money.inWords(owed, "fr")} sont dus, en proportion ${marketFirst ? "de la valeur marchande, le prix étant excessif" : "du prix"}.`,
            en: `Begun at the consumer's request and supplied to ${share("en")}: ${money.inWords(owed, "en")} is owed, in proportion to the ${marketFirst ? "market value, the price being excessive" : "price"}.`,
          },
  }
}

/** What must have been recorded before digital content costs the consumer anything (L221-26). */
export type DigitalContentFacts = {
  readonly currency?: string
  readonly price: Amount
  /** Express prior consent to begin before the end of the period. */
  readonly consent: boolean
  /** Acknowledgement that the right is lost. */
  readonly acknowledgement: boolean
  /** Confirmation on a durable medium with both mentions (L221-13, al. 2). */
  readonly confirmation: boolean
}

/**
 * What the consumer owes for digital content begun before a withdrawal.
 * L221-26: « n'est redevable d'aucune somme si » the consent and acknowledgement were not obtained, or the contract does
 * not repeat them. With all three the right itself is lost (L221-28, 13°) and the price stays owed.
 * @throws LawError naming the field
 */
export function digitalContentBegun(facts: DigitalContentFacts): ServiceRefund {
  const money = currency(facts.currency ?? "EUR")
  const price = money.read(facts.price, "price")
  const obtained = [
    trueOrFalse(facts.consent, "consent"),
    trueOrFalse(facts.acknowledgement, "acknowledgement"),
    trueOrFalse(facts.confirmation, "confirmation"),
  ].every(Boolean)
  return {
    owed: money.write(obtained ? price : 0n),
    refund: money.write(obtained ? 0n : price),
    articles: obtained ? ["L221-26", "L221-28", "L221-13"] : ["L221-26"],
    reason: obtained
      ? {
          fr: "Accord, reconnaissance et confirmation ont été recueillis : le prix du contenu numérique reste dû.",
          en: "Consent, acknowledgement and confirmation were obtained: the price of the digital content stays owed.",
        }
      : {
          fr: "L'accord, la reconnaissance ou la confirmation manque : rien n'est dû pour le contenu numérique.",
          en: "Consent, acknowledgement or confirmation is missing: nothing is owed for the digital content.",
        },
  }
}
