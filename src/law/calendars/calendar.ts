import { type Day, dayOf, FIRST_DAY, inWords, LAST_DAY, partsOf, toDay, weekdayOf } from "../foundations/civil-date"
import { LawError } from "../foundations/law-error"
import type { Bilingual, Locale } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { type CountryCalendar, type Holiday, holidaysOf, type Territory } from "./country"
import { france } from "./fr"

/** Every calendar known, one line a country. */
const COUNTRIES: readonly CountryCalendar[] = [france]

const TERRITORIES = new Map<string, Territory>(COUNTRIES.flatMap((country) => Object.entries(country.territories)))

/** Code of a territory: "FR", "ALSACE_MOSELLE", "RE" … */
export type TerritoryCode = string

const UNKNOWN = 0
const OPEN = 1
const CLOSED = 2

/** The days on which a period may not end, for one territory or several together. Each year is worked out when it is asked for. */
export class Calendar {
  private readonly days = new Uint8Array(LAST_DAY - FIRST_DAY + 1)
  private readonly names = new Map<Day, Bilingual>()
  private readonly holidays: readonly Holiday[]
  private readonly daysOff: readonly Day[]

  constructor(territories: readonly Territory[], options: LawOptions) {
    this.holidays = territories.flatMap((one) => holidaysOf(one, options))
    this.daysOff = options.u10LocalDaysOff.map((date, index) => toDay(date, `u10LocalDaysOff[${index}]`))
  }

  /** Saturday, Sunday, public holiday or day off. */
  isClosed(day: Day): boolean {
    const state = this.days[day - FIRST_DAY]
    return (state === UNKNOWN ? this.workOutYearOf(day) : state) === CLOSED
  }

  /** The name of the holiday of a day, if it is one. */
  holidayOn(day: Day): Bilingual | null {
    if (this.days[day - FIRST_DAY] === UNKNOWN) this.workOutYearOf(day)
    return this.names.get(day) ?? null
  }

  /** The day itself, or the first day after it that is neither Saturday, Sunday nor holiday (L221-19, 3°; Reg. 1182/71, art. 3(4)). */
  roll(day: Day): Day {
    let last = day
    while (this.isClosed(last)) last++
    return last
  }

  /** Fills the year of a day. @returns the state of the day itself */
  private workOutYearOf(day: Day): number {
    const { year } = partsOf(day)
    const first = dayOf(year, 1, 1)
    const last = dayOf(year, 12, 31)
    for (let one = first; one <= last; one++) this.days[one - FIRST_DAY] = weekdayOf(one) >= 5 ? CLOSED : OPEN
    for (const off of this.daysOff) {
      if (off >= first && off <= last) this.close(off, { fr: "jour chômé", en: "local day off" })
    }
    for (const { dayIn, name } of this.holidays) this.close(dayIn(year), name)
    return this.days[day - FIRST_DAY]
  }

  private close(day: Day, name: Bilingual): void {
    this.days[day - FIRST_DAY] = CLOSED
    this.names.set(day, name)
  }
}

/** Calendars of one territory under the default options, which nearly every case asks for. */
const ofOne = new Map<TerritoryCode, Calendar>()
/** Every other calendar built so far, by options and by codes. */
const ofMany = new WeakMap<LawOptions, Map<string, Calendar>>()
const MOST_COMBINATIONS = 50

/**
 * The calendar of a case. With the default of U10 the holidays of all territories given count together
 * (the delivery territory first, the trader's after it): extending a consumer's period is never a breach.
 * @param territories codes, the delivery territory first
 * @throws LawError naming `territories`: an unknown code, or none
 */
export function calendarOf(territories: readonly TerritoryCode[], options: LawOptions = DEFAULT_OPTIONS): Calendar {
  if (!Array.isArray(territories) || territories.length === 0) {
    throw new LawError("territories", `a list of territories, the delivery one first, of ${codes()}`, territories)
  }
  const single = options === DEFAULT_OPTIONS && territories.length === 1
  return (single ? ofOne.get(territories[0]) : undefined) ?? prepare(territories, options, single)
}

function prepare(territories: readonly TerritoryCode[], options: LawOptions, single: boolean): Calendar {
  territories.forEach((code, index) => territory(code, `territories[${index}]`))
  let calendars = single ? ofOne : ofMany.get(options)
  if (!calendars) ofMany.set(options, (calendars = new Map()))
  const codes = [...new Set(territories)]
  const key = codes.join(" ")
  let calendar = calendars.get(key)
  if (!calendar) {
    if (calendars.size >= MOST_COMBINATIONS) calendars.clear()
    calendars.set(key, (calendar = build(codes, options)))
  }
  return calendar
}

function build(territories: readonly TerritoryCode[], options: LawOptions): Calendar {
  const counted = options.u10Holidays === "union" ? territories : territories.slice(0, 1)
  return new Calendar(
    counted.map((code) => territory(code, "territories")),
    options,
  )
}

function codes(): string {
  return [...TERRITORIES.keys()].join(", ")
}

/**
 * A territory by its code.
 * @throws LawError naming `field`
 */
export function territory(code: TerritoryCode, field: string): Territory {
  const found = TERRITORIES.get(code)
  if (!found) throw new LawError(field, `one of ${codes()}`, code)
  return found
}

/**
 * The territory of an address: which holidays and which clock a delivery there follows.
 * @param country ISO 3166-1 alpha-2, in capitals or small letters (Medusa writes "fr")
 * @throws LawError naming `country` (no calendar for it) or `postalCode`
 */
export function territoryOf(country: string, postalCode: string): TerritoryCode {
  const upper = typeof country === "string" ? country.toUpperCase() : ""
  const calendar = COUNTRIES.find((one) => one.country === upper)
  if (calendar) return calendar.territoryOfPostalCode(postalCode, "postalCode")
  // Medusa's regions may list an overseas territory as a country of its own ("re").
  if (france.territories[upper]) return upper
  throw new LawError(
    "country",
    `a country with a calendar (${COUNTRIES.map((one) => one.country).join(", ")})`,
    country,
  )
}

/**
 * Why a period that would end on one day ends on a later one: one sentence that names every day in between that is no
 * working day for another reason than the week-end, or null where the two days are the same.
 */
export function whyRolled(calendar: Calendar, from: Day, to: Day): Bilingual | null {
  if (from === to) return null
  return {
    fr: `${sentence(calendar, from, to, "fr")} : la fin est reportée au premier jour ouvrable suivant, le ${inWords(to, "fr")}.`,
    en: `${sentence(calendar, from, to, "en")}: the end moves to the next working day, ${inWords(to, "en")}.`,
  }
}

function sentence(calendar: Calendar, from: Day, to: Day, locale: Locale): string {
  const holidays: string[] = []
  for (let day = from; day < to; day++) {
    const name = calendar.holidayOn(day)?.[locale]
    if (name && day === from) holidays.push(name)
    else if (name)
      holidays.push(locale === "fr" ? `${name} le ${inWords(day, "fr")}` : `${name} on ${inWords(day, "en")}`)
  }
  const named = holidays.length > 0 ? ` (${holidays.join(locale === "fr" ? " ; " : "; ")})` : ""
  return locale === "fr"
    ? `Le ${inWords(from, "fr")} n'est pas un jour ouvrable${named}`
    : `${inWords(from, "en")} is not a working day${named}`
}
