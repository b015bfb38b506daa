import { type CivilDate, toCivilDate, toDay } from "../foundations/civil-date"
import { LawError, wholeNumber } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { calendarOf, territory, type TerritoryCode } from "./calendar"
import { holidaysOf } from "./country"

/**
 * Public holidays of a territory in a year, in order, each with the text that founds it.
 * @throws LawError naming `code` or `year`
 */
export function holidaysIn(
  code: TerritoryCode,
  year: number,
  options: LawOptions = DEFAULT_OPTIONS,
): { readonly on: CivilDate; readonly name: Bilingual; readonly source: string }[] {
  if (wholeNumber(year, 1900, "year") > 2199) throw new LawError("year", "a year from 1900 to 2199", year)
  return holidaysOf(territory(code, "code"), options)
    .map(({ dayIn, name, source }) => ({ day: dayIn(year), name, source }))
    .sort((a, b) => a.day - b.day)
    .map(({ day, name, source }) => ({ on: toCivilDate(day), name, source }))
}

/**
 * Whether a day is a working day in the sense of Regulation 1182/71, art. 2(2): neither Saturday nor Sunday nor holiday.
 * @throws LawError naming the field
 */
export function isWorkingDay(
  date: CivilDate,
  territories: readonly TerritoryCode[],
  options: LawOptions = DEFAULT_OPTIONS,
): boolean {
  return !calendarOf(territories, options).isClosed(toDay(date, "date"))
}
