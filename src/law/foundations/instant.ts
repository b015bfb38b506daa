import { type Day, DAY_MS, readDay, toCivilDate, two, twoDigits } from "./civil-date"
import { LawError } from "./law-error"
import type { EpochMs, TimeZone } from "./time-zone"

/** An instant in UTC, `YYYY-MM-DDTHH:MM:SSZ` (milliseconds only when there are any). */
export type Instant = string

const MINUTE_MS = 60_000
const LOCAL = "a date and time YYYY-MM-DDTHH:MM[:SS[.mmm]], in UTC with Z, with an offset, or local without"
const ABSOLUTE = "an instant YYYY-MM-DDTHH:MM[:SS[.mmm]] with Z or an offset such as +01:00"

/** A date and time read from text: the day and time as written, and the offset written behind them (null: none). */
type Reading = { day: Day; timeOfDay: number; offset: number | null }

/**
 * Reads an instant written with Z or an offset.
 * @throws LawError naming `field`
 */
export function toInstant(text: Instant, field: string): EpochMs {
  const reading = read(text)
  if (!reading || reading.offset === null) throw new LawError(field, ABSOLUTE, text)
  return reading.day * DAY_MS + reading.timeOfDay - reading.offset
}

/**
 * Reads a moment: an instant, or a local date and time of a zone.
 * @throws LawError naming `field`
 */
export function toMoment(text: string, zone: TimeZone, field: string): EpochMs {
  const reading = read(text)
  if (!reading) throw new LawError(field, LOCAL, text)
  if (reading.offset === null) return zone.instantAt(reading.day, reading.timeOfDay)
  return reading.day * DAY_MS + reading.timeOfDay - reading.offset
}

/**
 * The civil day of an event: an instant in UTC falls on the day that people in the zone live
 * (23:30Z on 9 November is 10 November in Paris); a local time or a plain date is that day.
 * @throws LawError naming `field`
 */
export function toEventDay(text: string, zone: TimeZone, field: string): Day {
  if (typeof text === "string" && text.length === 10) {
    const day = readDay(text)
    if (day !== null) return day
  }
  const utc = readUtc(text)
  if (utc !== null) return zone.dayAt(utc)
  const reading = read(text)
  if (reading === null) throw new LawError(field, `a civil date, or ${LOCAL}`, text)
  if (reading.offset === null) return reading.day
  return zone.dayAt(reading.day * DAY_MS + reading.timeOfDay - reading.offset)
}

/** An instant in its usual form, `YYYY-MM-DDTHH:MM:SSZ`, the one that sweeps read by the thousand; null for another text. */
function readUtc(text: string): EpochMs | null {
  if (typeof text !== "string" || text.length !== 20 || text.charCodeAt(19) !== 90) return null
  if (text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return null
  const day = readDay(text)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  if (day === null || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null
  return day * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000
}

function read(text: string): Reading | null {
  if (typeof text !== "string" || text.length < 16 || text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58) {
    return null
  }
  const day = readDay(text)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  if (day === null || hour < 0 || hour > 23 || minute < 0 || minute > 59) return null
  const timeOfDay = (hour * 60 + minute) * MINUTE_MS
  if (text.length === 16) return { day, timeOfDay, offset: null }
  return readRest(text, day, timeOfDay)
}

const REST = /^(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/

function readRest(text: string, day: Day, clock: number): Reading | null {
  const rest = REST.exec(text.slice(16))
  if (!rest) return null
  const [, seconds = "0", fraction = "0", zone] = rest
  const timeOfDay = clock + Number(seconds) * 1000 + Number(fraction.padEnd(3, "0"))
  return { day, timeOfDay, offset: zone === undefined ? null : readOffset(zone) }
}

function readOffset(zone: string): number {
  if (zone === "Z") return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return (zone.charCodeAt(0) === 45 ? -minutes : minutes) * MINUTE_MS
}

/** `THH:MM:00Z` of each minute of a day: ends of periods fall on few of them. */
const minutes: string[] = Array.from({ length: 1440 }, (_, m) => `T${two(Math.floor(m / 60))}:${two(m % 60)}:00Z`)

/** Writes an instant in UTC. */
export function writeInstant(instant: EpochMs): Instant {
  const day = Math.floor(instant / DAY_MS)
  const rest = instant - day * DAY_MS
  if (rest % MINUTE_MS === 0) return toCivilDate(day) + minutes[rest / MINUTE_MS]
  const minute = minutes[Math.floor(rest / MINUTE_MS)].slice(0, 7)
  const seconds = two(Math.floor((rest % MINUTE_MS) / 1000))
  const fraction = rest % 1000 === 0 ? "" : `.${String(rest % 1000).padStart(3, "0")}`
  return `${toCivilDate(day)}${minute}${seconds}${fraction}Z`
}
