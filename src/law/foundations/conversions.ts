import { type CivilDate, toCivilDate, toDay } from "./civil-date"
import { type Instant, toInstant, toMoment, writeInstant } from "./instant"
import { timeZone } from "./time-zone"

/**
 * The civil date of an instant in a zone: what every door asks before it asks the law about a day.
 * 23:30Z on 9 November is 10 November in Paris.
 * @throws LawError naming `instant` or `zone`
 */
export function civilDateIn(instant: Instant, zone: string): CivilDate {
  return toCivilDate(timeZone(zone, "zone").dayAt(toInstant(instant, "instant")))
}

/**
 * The instant of a local date and time in a zone. A time shown twice is the first one; one never shown is moved on.
 * @param moment `YYYY-MM-DDTHH:MM[:SS]` without offset, or an instant, returned in UTC
 * @throws LawError naming `moment` or `zone`
 */
export function instantIn(moment: string, zone: string): Instant {
  return writeInstant(toMoment(moment, timeZone(zone, "zone"), "moment"))
}

/** The first instant of a civil date in a zone. @throws LawError naming `date` or `zone` */
export function startOfDayIn(date: CivilDate, zone: string): Instant {
  return writeInstant(timeZone(zone, "zone").startOfDay(toDay(date, "date")))
}

/** The first instant after a civil date in a zone: what is due on that day is due before it. @throws LawError naming `date` or `zone` */
export function endOfDayIn(date: CivilDate, zone: string): Instant {
  return writeInstant(timeZone(zone, "zone").startOfDay(toDay(date, "date") + 1))
}
