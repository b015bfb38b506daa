import type { ArticleId } from "../articles"
import { addMonths, type CivilDate, inWords, toCivilDate, toDay } from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { LawError } from "../foundations/law-error"
import { type Amount, currency } from "../foundations/money"
import { because, type Bilingual } from "../foundations/reason"
import { interestBetween } from "../late-payment/legal-interest"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

/** L214-2 « qui commencent à courir à l'expiration d'un délai de trois mois à compter du versement jusqu'à la livraison » */
const MONTHS_WITHOUT_INTEREST = new Dated("months without interest", [
  { from: "2016-07-01", value: 3, source: "L214-2" },
])

/**
 * Legal interest that a sum paid in advance has earned on a day (L214-2): from three months after payment to delivery.
 * @param facts `until` is the day of delivery, or the day for which the question is asked
 * @throws LawError naming the field, or the semester whose rate is missing
 */
export function interestOnAdvance(
  facts: { readonly currency?: string; readonly amount: Amount; readonly paidOn: CivilDate; readonly until: CivilDate },
  options: LawOptions = DEFAULT_OPTIONS,
): { runsFrom: CivilDate; interest: Amount; articles: readonly ArticleId[]; reason: Bilingual } {
  const money = currency(facts.currency ?? "EUR")
  const amount = money.read(facts.amount, "amount")
  const paid = toDay(facts.paidOn, "paidOn")
  const until = toDay(facts.until, "until")
  if (until < paid) throw new LawError("until", "a date that is not before the payment", facts.until)
  const runsFrom = addMonths(paid, MONTHS_WITHOUT_INTEREST.on(paid, "paidOn").value)
  const interest = interestBetween(amount, runsFrom, until, "consumer", options)
  return {
    runsFrom: toCivilDate(runsFrom),
    interest: money.write(interest),
    articles: ["L214-2", "L313-2 CMF"],
    reason: because({
      fr: () =>
        `Payé d'avance le ${inWords(paid, "fr")} : les intérêts au taux légal courent après trois mois, à partir du ${inWords(runsFrom, "fr")}${until > runsFrom ? `, soit ${money.inWords(interest, "fr")}` : " ; rien ne court encore"}.`,
      en: () =>
        `Paid in advance on ${inWords(paid, "en")}: legal interest runs after three months, from ${inWords(runsFrom, "en")}${until > runsFrom ? `, ${money.inWords(interest, "en")}` : "; nothing runs yet"}.`,
    }),
  }
}
