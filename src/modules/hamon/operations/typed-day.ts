import { MedusaError } from "@medusajs/framework/utils"
import { type CivilDate, civilDateIn, endOfDayIn, zoneOf } from "../../../law"
import type { CaseRow } from "../types"
import { LAW_SINCE } from "./case"

/**
 * Checks a day that a person typed: something that happened to an order happened since the order, and not after today where
 * the customer is. A slip of the year would move legal deadlines.
 * @param row the order's case; null where the order is not known yet
 * @param field its name in the API, for the sentence
 * @throws MedusaError invalid_data
 */
export function checkTypedDay(row: CaseRow | null, field: string, day: CivilDate, now: Date): void {
  const today = civilDateIn(now.toISOString(), zoneOf(row?.place ?? {}))
  const first = row?.concluded_on ?? LAW_SINCE
  if (day <= today && day >= first) return
  const range = row ? `a day from ${first}, the day of the order, to ${today}` : `a day from ${first} to ${today}`
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `${field} ${day}: give ${range}, today`)
}

const HALF_A_DAY = 12 * 60 * 60 * 1000

/** The instant that stands for a day of which the hour is not known: noon, on that day for every French territory; never later than now. */
export function noonOf(day: CivilDate, zone: string, now: Date): Date {
  return new Date(Math.min(Date.parse(endOfDayIn(day, zone)) - HALF_A_DAY, now.getTime()))
}
