import * as fc from "fast-check"

/** Runs of each property; the mutation tests ask for fewer. */
export const RUNS = Number(process.env.PROPERTY_RUNS ?? 400)

/** Whether long tables are only sampled: mutants are met a few thousand times. */
export const SAMPLED = RUNS < 100

/** Civil dates between two days, as fast-check values. */
export function civilDates(from: string, to: string): fc.Arbitrary<string> {
  const first = Date.parse(`${from}T00:00:00Z`) / 86_400_000
  const last = Date.parse(`${to}T00:00:00Z`) / 86_400_000
  return fc.integer({ min: first, max: last }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
}

/** The date a number of days later, by the calendar of JavaScript: independent of the code under test. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Monday 1 … Sunday 7, by the calendar of JavaScript. */
export function isoWeekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** Checks a property. */
export function holds<T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, runs: number = RUNS): void {
  fc.assert(property, { numRuns: runs })
}
