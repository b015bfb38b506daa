import { type CivilDate, type Day, dayOf, partsOf, toDay } from "../foundations/civil-date"
import { LawError } from "../foundations/law-error"
import { type Amount, currency, divideHalfUp, type Minor, readDecimal } from "../foundations/money"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { LEGAL_INTEREST_RATES } from "./legal-interest-rates"

/** Whose rate applies: a consumer is owed the higher one (L313-2 CMF). */
export type Creditor = "consumer" | "others"

const MILLIONTHS_OF_PERCENT = 100_000_000n

/** The semester of a day, `2026-S2`, and its last day. */
function semesterOf(day: Day): { semester: string; last: Day } {
  const { year, month } = partsOf(day)
  return month <= 6
    ? { semester: `${year}-S1`, last: dayOf(year, 6, 30) }
    : { semester: `${year}-S2`, last: dayOf(year, 12, 31) }
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
 * semester, divided by the days of the year (U7).
 * @throws LawError when a semester that is needed is not in the table
 */
export function interestBetween(
  principal: Minor,
  from: Day,
  to: Day,
  creditor: Creditor,
  options: LawOptions = DEFAULT_OPTIONS,
): Minor {
  let weighted = 0n
  let done = from
  while (done < to) {
    const { semester, last } = semesterOf(done + 1)
    const until = Math.min(last, to)
    weighted += rateOf(semester, creditor, options) * BigInt(until - done)
    done = until
  }
  return divideHalfUp(principal * weighted, MILLIONTHS_OF_PERCENT * BigInt(options.u7YearBasis))
}

/** A whole year's interest at the rate of one day: the flat reading of the first bracket (U7). */
export function yearlyInterest(principal: Minor, on: Day, creditor: Creditor, options: LawOptions): Minor {
  return divideHalfUp(principal * rateOf(semesterOf(on).semester, creditor, options), MILLIONTHS_OF_PERCENT)
}

/**
 * Legal interest on a sum (L313-2 CMF), pro rata by day.
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
): Amount {
  const money = currency(facts.currency ?? "EUR")
  const from = toDay(facts.from, "from")
  const to = toDay(facts.to, "to")
  return money.write(
    interestBetween(money.read(facts.amount, "amount"), from, to, facts.creditor ?? "consumer", options),
  )
}
