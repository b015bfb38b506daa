import { type Day, dayOf } from "../foundations/civil-date"
import type { Bilingual } from "../foundations/reason"
import type { LawOptions } from "../options"
import { easterSunday } from "./easter"

/** A public holiday: its name, its day in a year and the text that founds it. */
export type Holiday = {
  readonly name: Bilingual
  readonly dayIn: (year: number) => Day
  /** Whether it counts under a reading of an uncertain point (U10); absent: always. */
  readonly counts?: (options: LawOptions) => boolean
  readonly source: string
}

/** A part of a country with holidays and a clock of its own. */
export type Territory = {
  readonly name: Bilingual
  /** IANA zone in which its people live. */
  readonly zone: string
  readonly holidays: readonly Holiday[]
}

/** A country's calendar. Another member state is one more file that exports one of these. */
export type CountryCalendar = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** By code, unique among all countries. */
  readonly territories: Readonly<Record<string, Territory>>
  /**
   * Code of the territory a postal code belongs to.
   * @throws LawError naming `field`
   */
  readonly territoryOfPostalCode: (postalCode: string, field: string) => string
}

/** A holiday on the same date each year. */
export function fixed(month: number, dayOfMonth: number, name: Bilingual, source: string): Holiday {
  return { name, dayIn: (year) => dayOf(year, month, dayOfMonth), source }
}

/** A holiday that follows Easter Sunday by so many days (negative: precedes). */
export function afterEaster(days: number, name: Bilingual, source: string): Holiday {
  return { name, dayIn: (year) => easterSunday(year) + days, source }
}

/** The holidays of a territory that count under the readings chosen. */
export function holidaysOf(territory: Territory, options: LawOptions): Holiday[] {
  return territory.holidays.filter(({ counts }) => counts?.(options) ?? true)
}
