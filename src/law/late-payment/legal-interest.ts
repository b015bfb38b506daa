import type { ArticleId } from "../articles"
import { type CivilDate, type Day, dayOf, daysInMonth, inWords, partsOf, toDay } from "../foundations/civil-date"
import { LawError, oneOf } from "../foundations/law-error"
import { type Amount, currency, divideHalfUp, type Minor, readDecimal } from "../foundations/money"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { LEGAL_INTEREST_RATES } from "./legal-interest-rates"

/** Whose rate applies: a consumer is owed the higher one (L313-2 CMF). */
export type Creditor = "consumer" | "others"

const MILLIONTHS_OF_PERCENT = 100_000_000n

/** The semester of a day, `2026-S2`, its last day, and whether its year is a leap year. */
function semesterOf(day: Day): { semester: string; last: Day; leap: boolean } {
  const { year, month } = partsOf(day)
  const leap = daysInMonth(year, 2) === 29
  return month <= 6
    ? { semester: `${year}-S1`, last: dayOf(year, 6, 30), leap }
    : { semester: `${year}-S2`, last: dayOf(year, 12, 31), leap }
}

/** Rate of a semester in millionths of a per cent. @throws LawError naming the semester that is missing */
function rateOf(semester: string, creditor: Creditor, options: LawOptions): bigint {
  const known =
    options.u3LegalInterestRates.find((rate) => rate.semester === semester) ??
    LEGAL_INTEREST_RATES.find((rate) => rate.semester === semester)
  if (known) return readDecimal(known[creditor], `${semester}.${creditor}`)
  throw new LawError(
    "u3LegalInterestRates",
    `the legal interest rate of ${semester} (published by arrêté; rates are never extrapolated)`,
    undefined,
  )
}

/**
 * Legal interest in minor units for the days after `from` up to and including `to`: each day at the rate of its
 * semester, divided by 365, or by option by 366 in leap years (U7).
 * @throws LawError when a semester that is needed is not in the table
 */
export function interestBetween(
  principal: Minor,
  from: Day,
  to: Day,
  creditor: Creditor,
  options: LawOptions = DEFAULT_OPTIONS,
): Minor {
  let commonDays = 0n
  let leapDays = 0n
  let done = from
  while (done < to) {
    const { semester, last, leap } = semesterOf(done + 1)
    const until = Math.min(last, to)
    const weighted = rateOf(semester, creditor, options) * BigInt(until - done)
    if (leap && options.u7YearBasis === 366) leapDays += weighted
    else commonDays += weighted
    done = until
  }
  return divideHalfUp(principal * (commonDays * 366n + leapDays * 365n), MILLIONTHS_OF_PERCENT * 365n * 366n)
}

/** A whole year's interest at the rate of one day: the flat reading of the first bracket (U7). */
export function yearlyInterest(principal: Minor, on: Day, creditor: Creditor, options: LawOptions): Minor {
  return divideHalfUp(principal * rateOf(semesterOf(on).semester, creditor, options), MILLIONTHS_OF_PERCENT)
}

/**
 * Legal interest on a sum, by the day.
 * @param facts `from` is the day the sum was due, `to` the day it is paid; interest counts the days after `from`
 * @throws LawError naming the field, or the semester whose rate is missing
 */
export function legalInterest(
  facts: {
    readonly currency?: string
    readonly amount: Amount
    readonly from: CivilDate
    readonly to: CivilDate
    readonly creditor?: Creditor
  },
  options: LawOptions = DEFAULT_OPTIONS,
): { interest: Amount; articles: readonly ArticleId[]; reason: Bilingual } {
  const money = currency(facts.currency ?? "EUR")
  const from = toDay(facts.from, "from")
  const to = toDay(facts.to, "to")
  if (to < from) throw new LawError("to", "a date that is not before `from`", facts.to)
  const creditor = oneOf(facts.creditor ?? "consumer", ["consumer", "others"] as const, "creditor")
  const interest = interestBetween(money.read(facts.amount, "amount"), from, to, creditor, options)
  return {
    interest: money.write(interest),
    articles: ["L313-2 CMF"],
    reason: because({
      fr: () =>
        `Intérêts au taux légal depuis le ${inWords(from, "fr")} jusqu'au ${inWords(to, "fr")} : ${money.inWords(interest, "fr")}.`,
      en: () => `Legal interest from ${inWords(from, "en")} to ${inWords(to, "en")}: ${money.inWords(interest, "en")}.`,
    }),
  }
}
