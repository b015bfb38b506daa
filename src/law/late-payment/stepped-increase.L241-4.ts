import type { ArticleId } from "../articles"
import { type CivilDate, inWords, toDay } from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { oneOf } from "../foundations/law-error"
import { type Amount, currency, divideHalfUp } from "../foundations/money"
import { because, type Bilingual } from "../foundations/reason"

/**
 * L241-4 « de plein droit majorée de 10 % si le remboursement intervient au plus tard quatorze jours au-delà de ce terme,
 * de 20 % jusqu'à trente jours et de 50 % ultérieurement ». L241-6 and L241-7 have the same steps.
 */
const SINCE_2022 = {
  from: "2022-01-01",
  value: { first: { upTo: 14, percent: 10 }, second: { upTo: 30, percent: 20 }, then: 50 },
  source: "ordonnance n° 2021-1247 du 29 septembre 2021 (contracts from 1 January 2022)",
}
const STEPS = {
  "L241-4": new Dated("increase of L241-4", [
    {
      from: "2016-07-01",
      value: { first: { upTo: 30, percent: 10 }, second: { upTo: 60, percent: 20 }, then: 50 },
      source: "ordonnance n° 2016-301 (L241-4, first version)",
    },
    SINCE_2022,
  ]),
  "L241-6": new Dated("increase of L241-6", [SINCE_2022]),
  "L241-7": new Dated("increase of L241-7", [SINCE_2022]),
}

/** Which refund is late: after rescission for late delivery, of shipping costs, or under the guarantee of conformity. */
export type SteppedArticle = "L241-4" | "L241-6" | "L241-7"

export type SteppedIncrease = {
  readonly late: number
  readonly percent: number
  readonly increase: Amount
  readonly total: Amount
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * The increase of a refund that is late after rescission (L241-4) or under the guarantee (L241-6, L241-7).
 * Between 1 and 14 days 10 %, to 30 days 20 %, after that 50 %; the steps replace each other.
 * @param facts `due` is the last day to refund; the day of the contract, `concludedOn`, selects the law in force
 * @throws LawError naming the field
 */
export function steppedIncrease(facts: {
  readonly article?: SteppedArticle
  readonly currency?: string
  readonly due: CivilDate
  readonly paidOn: CivilDate
  readonly amount: Amount
  readonly concludedOn: CivilDate
}): SteppedIncrease {
  const article = oneOf(facts.article ?? "L241-4", ["L241-4", "L241-6", "L241-7"] as const, "article")
  const money = currency(facts.currency ?? "EUR")
  const due = toDay(facts.due, "due")
  const late = Math.max(0, toDay(facts.paidOn, "paidOn") - due)
  const amount = money.read(facts.amount, "amount")
  const { first, second, then } = STEPS[article].on(toDay(facts.concludedOn, "concludedOn"), "concludedOn").value
  const percent = late === 0 ? 0 : late <= first.upTo ? first.percent : late <= second.upTo ? second.percent : then
  const increase = divideHalfUp(amount * BigInt(percent), 100n)
  return {
    late,
    percent,
    increase: money.write(increase),
    total: money.write(amount + increase),
    articles: [article],
    reason: because({
      fr: () =>
        late === 0
          ? `Le remboursement était dû le ${inWords(due, "fr")} : il n'y a pas de retard.`
          : `Le remboursement était dû le ${inWords(due, "fr")} ; il a ${late} ${late === 1 ? "jour" : "jours"} de retard : la somme est majorée de ${percent} %, soit ${money.inWords(increase, "fr")}.`,
      en: () =>
        late === 0
          ? `The refund was due on ${inWords(due, "en")}: it is not late.`
          : `The refund was due on ${inWords(due, "en")}; it is ${late} ${late === 1 ? "day" : "days"} late: an increase of ${percent}% is owed, ${money.inWords(increase, "en")}.`,
    }),
  }
}
