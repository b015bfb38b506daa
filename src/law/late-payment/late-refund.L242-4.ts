import type { ArticleId } from "../articles"
import { addMonths, type CivilDate, type Day, inWords, toCivilDate, toDay } from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { type Amount, type Currency, currency, divideHalfUp, least, type Minor, most } from "../foundations/money"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { interestBetween, yearlyInterest } from "./legal-interest"

/**
 * L242-4 « les sommes dues sont de plein droit majorées du taux d'intérêt légal si le remboursement intervient au plus
 * tard dix jours après l'expiration des délais […], de 5 % si le retard est compris entre dix et vingt jours, de 10 % si le
 * retard est compris entre vingt et trente jours, de 20 % si le retard est compris entre trente et soixante jours, de 50 %
 * entre soixante et quatre-vingt-dix jours et de cinq points supplémentaires par nouveau mois de retard jusqu'à
 * concurrence du prix du produit, puis du taux d'intérêt légal »
 *
 * The brackets replace each other. Days are days late; `upTo` is the last day of a bracket.
 */
const LATE_REFUND_BRACKETS = new Dated("surcharge on a late refund", [
  {
    from: "2014-06-14",
    value: {
      interestUpTo: 10,
      percents: [
        { upTo: 20, percent: 5 },
        { upTo: 30, percent: 10 },
        { upTo: 60, percent: 20 },
        { upTo: 90, percent: 50 },
      ],
      pointsPerMonth: 5,
    },
    source: "loi n° 2014-344 du 17 mars 2014 (L121-21-4, then L242-4)",
  },
])

export type LateRefundFacts = {
  /** ISO 4217 code. Default EUR. */
  readonly currency?: string
  /** Last day to refund (L221-24). */
  readonly due: CivilDate
  /** Day of the refund, or the day for which the surcharge is asked. */
  readonly paidOn: CivilDate
  /** Sums due: what should have been refunded. */
  readonly amount: Amount
  /** Price of the product, delivery excluded: the cap of the five-point steps (U7). */
  readonly productPrice: Amount
}

export type LateRefund = {
  /** Whole days late; 0 when in time. */
  readonly late: number
  readonly bracket: "none" | "legalInterest" | "percent" | "monthly"
  /** Per cent of the sums due before the cap; null for legal interest. */
  readonly percent: number | null
  /** What the trader owes on top of the sums due. */
  readonly increase: Amount
  readonly total: Amount
  /** Whether the price of the product bounded the steps. From then on legal interest runs: {@link interestAfterCap}. */
  readonly capped: boolean
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

const ARTICLES: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L242-4", "L221-24"])
const ARTICLES_INTEREST: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L242-4", "L221-24", "L313-2 CMF"])

type Read = { money: Currency; due: Day; paid: Day; amount: Minor; cap: Minor }

function readFacts(facts: LateRefundFacts, options: LawOptions): Read {
  const money = currency(facts.currency ?? "EUR")
  const amount = money.read(facts.amount, "amount")
  const price = money.read(facts.productPrice, "productPrice")
  return {
    money,
    due: toDay(facts.due, "due"),
    paid: toDay(facts.paidOn, "paidOn"),
    amount,
    cap: options.u7Cap === "productPrice" ? price : amount,
  }
}

/**
 * The surcharge on a late refund after a withdrawal, « de plein droit »: no formal notice is needed.
 * The cap at the price of the product bounds the five-point steps only; it never lowers what 50 % already reached.
 * @throws LawError naming the field, or the semester whose legal interest rate is missing
 */
export function lateRefund(facts: LateRefundFacts, options: LawOptions = DEFAULT_OPTIONS): LateRefund {
  const { money, due, paid, amount, cap } = readFacts(facts, options)
  const brackets = LATE_REFUND_BRACKETS.on(due, "due").value
  const late = Math.max(0, paid - due)
  // With "upper" the boundary day itself belongs to the next bracket: day 10 already owes 5 %.
  const position = options.u7BoundaryDay === "lower" ? late : late + 1

  let bracket: LateRefund["bracket"] = "none"
  let percent: number | null = 0
  let increase = 0n
  let capped = false
  if (late > 0 && position <= brackets.interestUpTo) {
    bracket = "legalInterest"
    percent = null
    increase =
      options.u7FirstBracket === "proRata"
        ? interestBetween(amount, due, paid, "consumer", options)
        : yearlyInterest(amount, paid, "consumer", options)
  } else if (late > 0) {
    const found = brackets.percents.find(({ upTo }) => position <= upTo)
    const highest = brackets.percents[brackets.percents.length - 1]
    if (found) {
      bracket = "percent"
      percent = found.percent
      increase = percentOf(amount, percent)
    } else {
      bracket = "monthly"
      percent =
        highest.percent + brackets.pointsPerMonth * newMonths(ninetiethDay(due, highest.upTo, options), paid, options)
      const steps = percentOf(amount, percent)
      increase = most(percentOf(amount, highest.percent), least(steps, cap))
      capped = steps >= cap
    }
  }
  const atCap = !capped ? "no" : increase > cap ? "before" : "steps"
  return {
    late,
    bracket,
    percent,
    increase: money.write(increase),
    total: money.write(amount + increase),
    capped,
    articles: bracket === "legalInterest" ? ARTICLES_INTEREST : ARTICLES,
    reason: because({
      fr: () => explain(late, due, bracket, percent, atCap, money.inWords(increase, "fr")).fr,
      en: () => explain(late, due, bracket, percent, atCap, money.inWords(increase, "en")).en,
    }),
  }
}

function percentOf(amount: Minor, percent: number): Minor {
  return divideHalfUp(amount * BigInt(percent), 100n)
}

/** Last day of the 50 %: the ninetieth, or the one before it where boundary days belong to the next bracket (U7). */
function ninetiethDay(due: Day, upTo: number, options: LawOptions): Day {
  return options.u7BoundaryDay === "lower" ? due + upTo : due + upTo - 1
}

/**
 * New months of delay since the ninetieth day. The k-th one (from 0) begins at `ninetieth` + k months, always counted
 * from the ninetieth day; « nouveau mois » counts when it has started, or when it is over (U7).
 */
function newMonths(ninetieth: Day, paid: Day, options: LawOptions): number {
  let months = 0
  if (options.u7NewMonth === "started") while (addMonths(ninetieth, months) < paid) months++
  else while (addMonths(ninetieth, months + 1) <= paid) months++
  return months
}

/**
 * Legal interest after the cap: « jusqu'à concurrence du prix du produit, puis du taux d'intérêt légal ». A result of its
 * own, computed on request: it needs the rate of every semester since the cap was reached.
 * Interest runs on the sums due, from the day the steps reached the price of the product.
 * @returns null while the cap is not reached
 * @throws LawError naming the field, or the semester whose rate is missing
 */
export function interestAfterCap(
  facts: LateRefundFacts,
  options: LawOptions = DEFAULT_OPTIONS,
): { cappedOn: CivilDate; interest: Amount; articles: readonly ArticleId[]; reason: Bilingual } | null {
  const { money, due, paid, amount, cap } = readFacts(facts, options)
  const { percents, pointsPerMonth } = LATE_REFUND_BRACKETS.on(due, "due").value
  const highest = percents[percents.length - 1]
  if (!lateRefund(facts, options).capped) return null
  let months = 0
  while (percentOf(amount, highest.percent + pointsPerMonth * months) < cap) months++
  const ninetieth = ninetiethDay(due, highest.upTo, options)
  // Where 50 % is the price already, the first day of the steps reaches it. A month that counts once started reaches its step the day after it begins; one that counts once over, on its last day.
  const counted = options.u7NewMonth === "started" ? addMonths(ninetieth, months - 1) + 1 : addMonths(ninetieth, months)
  const cappedOn = months === 0 ? ninetieth + 1 : counted
  const interest = interestBetween(amount, cappedOn, paid, "consumer", options)
  return {
    cappedOn: toCivilDate(cappedOn),
    interest: money.write(interest),
    articles: ARTICLES_INTEREST,
    reason: because({
      fr: () =>
        `La majoration a atteint le prix du produit le ${inWords(cappedOn, "fr")} ; depuis, les sommes dues portent intérêt au taux légal : ${money.inWords(interest, "fr")}.`,
      en: () =>
        `The surcharge reached the price of the product on ${inWords(cappedOn, "en")}; since then the sums due bear legal interest: ${money.inWords(interest, "en")}.`,
    }),
  }
}

function explain(
  late: number,
  due: Day,
  bracket: LateRefund["bracket"],
  percent: number | null,
  atCap: "no" | "before" | "steps",
  increase: string,
): Bilingual {
  const was = {
    fr: `Le remboursement était dû le ${inWords(due, "fr")}`,
    en: `The refund was due on ${inWords(due, "en")}`,
  }
  if (bracket === "none") {
    return { fr: `${was.fr} : il n'y a pas de retard.`, en: `${was.en}: it is not late.` }
  }
  const days = { fr: `${late} ${late === 1 ? "jour" : "jours"}`, en: `${late} ${late === 1 ? "day" : "days"}` }
  const rate =
    bracket === "legalInterest"
      ? { fr: "du taux d'intérêt légal", en: "at the legal interest rate" }
      : atCap === "steps"
        ? {
            fr: "de 50 % et des points par mois jusqu'au prix du produit",
            en: "of 50% and the monthly points up to the price of the product",
          }
        : atCap === "before"
          ? {
              fr: "de 50 %, sans points par mois puisque le prix du produit est dépassé",
              en: "of 50%, without monthly points since the price of the product is exceeded,",
            }
          : { fr: `de ${percent} %`, en: `of ${percent}%` }
  return {
    fr: `${was.fr} ; il a ${days.fr} de retard : la somme due est majorée ${rate.fr}, soit ${increase}.`,
    en: `${was.en}; it is ${days.en} late: an increase ${rate.en} is owed, ${increase}.`,
  }
}
