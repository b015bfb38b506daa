import { LawError } from "./law-error"
import type { Locale } from "./reason"

/** A day of the calendar, `YYYY-MM-DD`, without hour or zone: the unit in which the statute counts. */
export type CivilDate = string

/**
 * The same day as a whole number, counted from 1970-01-01 = 0. Inside the law every date is one:
 * adding fourteen days is `+ 14`, whatever the clocks do in between.
 */
export type Day = number

/** Milliseconds of a day of UTC; local days may be longer or shorter. */
export const DAY_MS = 86_400_000

const ACCEPTED = "a civil date YYYY-MM-DD that exists, from 1900-01-01 to 2199-12-31"

/** First and last day that tables (calendars, zones) cover: half a century past the last accepted date. */
export const FIRST_DAY: Day = dayOf(1900, 1, 1)
export const LAST_DAY: Day = dayOf(2249, 12, 31)

/** Days from 1970-01-01 to year-month-day of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  return y * 365 + leapDays + dayOfYear - 719468
}

/** Year, month (1 to 12) and day of the month of a day: the inverse of {@link dayOf}. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Returned for two characters that are not digits: below every bound that a number of a date is checked against. */
const NOT_DIGITS = -1_000_000

/** Two digits of a text as a number; a number below zero where they are not digits. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const units = text.charCodeAt(at + 1) - 48
  return tens >>> 0 > 9 || units >>> 0 > 9 ? NOT_DIGITS : tens * 10 + units
}

/**
 * Reads `YYYY-MM-DD` from the first ten characters of a text that may go on (an instant begins with its date).
 * @returns the day, or null when they are not an existing date from 1900 to 2199
 */
export function readDay(text: string): Day | null {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const dayOfMonth = twoDigits(text, 8)
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || dayOfMonth < 1) return null
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || dayOfMonth > daysInMonth(year, month)) return null
  return dayOf(year, month, dayOfMonth)
}

/**
 * The day of a civil date.
 * @throws LawError naming `field` when the text is not an existing date
 */
export function toDay(date: CivilDate, field: string): Day {
  const day = typeof date === "string" && date.length === 10 ? readDay(date) : null
  if (day === null) throw new LawError(field, ACCEPTED, date)
  return day
}

/** Like {@link toDay}, for a date that may not be known yet: null and absent stay null. */
export function toDayOrNull(date: CivilDate | null | undefined, field: string): Day | null {
  return date === null || date === undefined ? null : toDay(date, field)
}

/** Each day is written once: the same period is computed for many orders of the same days. */
const written: string[] = new Array(LAST_DAY - FIRST_DAY + 1)

/** The civil date of a day. */
export function toCivilDate(day: Day): CivilDate {
  if (day < FIRST_DAY || day > LAST_DAY) return write(day)
  return (written[day - FIRST_DAY] ??= write(day))
}

function write(day: Day): CivilDate {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${year}-${two(month)}-${two(dayOfMonth)}`
}

/** A number of at most two digits written with two. */
export function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}

/** Like {@link toCivilDate}, for a day that may not be known yet. */
export function toCivilDateOrNull(day: Day | null): CivilDate | null {
  return day === null ? null : toCivilDate(day)
}

/** Monday 0 … Sunday 6. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7
}

/**
 * The day with the same number `months` later, or the last day of that month where it does not exist:
 * 29 February 2028 + 12 gives 28 February 2029 (Regulation 1182/71, art. 3(2)(c)).
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}

const WEEKDAYS: Record<Locale, readonly string[]> = {
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
const MONTHS: Record<Locale, readonly string[]> = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
}

/** A day as a person reads it: "lundi 16 novembre 2026", "Monday 16 November 2026". */
export function inWords(day: Day, locale: Locale): string {
  const { year, month, dayOfMonth } = partsOf(day)
  const number = locale === "fr" && dayOfMonth === 1 ? "1er" : String(dayOfMonth)
  return `${WEEKDAYS[locale][weekdayOf(day)]} ${number} ${MONTHS[locale][month - 1]} ${year}`
}
