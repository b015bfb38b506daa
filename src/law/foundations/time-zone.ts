import { type Day, DAY_MS, dayOf, FIRST_DAY, LAST_DAY } from "./civil-date"
import { writeInstant } from "./instant"
import { LawError } from "./law-error"

/** Instants in UTC are whole milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number

/**
 * An IANA time zone that answers one question quickly: at which instant does a civil day begin there?
 * Everything else follows from it. Each day is asked of Intl once, then read from a table.
 */
export class TimeZone {
  private readonly starts = new Float64Array(LAST_DAY - FIRST_DAY + 1).fill(NaN)
  private readonly texts: string[] = new Array(LAST_DAY - FIRST_DAY + 1)

  constructor(
    readonly id: string,
    private readonly clock: Intl.DateTimeFormat,
  ) {}

  /** First instant of a civil day: midnight, or the moment the clock jumps over it. */
  startOfDay(day: Day): EpochMs {
    if (day < FIRST_DAY || day > LAST_DAY) return this.findStart(day)
    const known = this.starts[day - FIRST_DAY]
    // Not a number until it has been asked for.
    return known === known ? known : (this.starts[day - FIRST_DAY] = this.findStart(day))
  }

  /** The same, written in UTC: the end of the day before it. */
  startOfDayText(day: Day): string {
    if (day < FIRST_DAY || day > LAST_DAY) return writeInstant(this.startOfDay(day))
    return (this.texts[day - FIRST_DAY] ??= writeInstant(this.startOfDay(day)))
  }

  /** The civil day that people in this zone live at an instant. */
  dayAt(instant: EpochMs): Day {
    let day = Math.floor(instant / DAY_MS)
    while (this.startOfDay(day) > instant) day--
    while (this.startOfDay(day + 1) <= instant) day++
    return day
  }

  /**
   * The instant at which clocks here show a time of a day. A time shown twice (clocks put back) is the first one;
   * a time never shown (clocks put forward) is moved on by the jump.
   * @param timeOfDay milliseconds since local midnight
   */
  instantAt(day: Day, timeOfDay: number): EpochMs {
    const wall = day * DAY_MS + timeOfDay
    const before = wall - this.offsetAt(wall - DAY_MS)
    const after = wall - this.offsetAt(wall + DAY_MS)
    if (before === after || this.shows(before, wall)) return before
    return this.shows(after, wall) ? after : before
  }

  private findStart(day: Day): EpochMs {
    const midnight = day * DAY_MS
    const before = midnight - this.offsetAt(midnight - DAY_MS)
    const after = midnight - this.offsetAt(midnight + DAY_MS)
    if (before === after || this.shows(before, midnight)) return before
    if (this.shows(after, midnight)) return after
    // Midnight does not exist that day: the day begins when the clock jumps.
    let low = Math.min(before, after) - DAY_MS
    let high = Math.max(before, after) + DAY_MS
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (middle + this.offsetAt(middle) >= midnight) high = middle
      else low = middle
    }
    return high
  }

  private shows(instant: EpochMs, wall: number): boolean {
    return instant + this.offsetAt(instant) === wall
  }

  /** Milliseconds that local clocks are ahead of UTC at an instant. */
  private offsetAt(instant: EpochMs): number {
    const seconds = Math.floor(instant / 1000)
    const [month, day, year, hour, minute, second] = this.clock
      .format(seconds * 1000)
      .split(/\D+/)
      .map(Number)
    return (dayOf(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - seconds) * 1000
  }
}

const zones = new Map<string, TimeZone>()
/** A shop meets few zones; each keeps some megabytes of days. */
const MOST_NAMES = 64

/**
 * The zone of an IANA name. Offsets such as "+02:00" are not zones: they do not know their summer time.
 * @throws LawError naming `field` when the name is unknown
 */
export function timeZone(id: string, field: string): TimeZone {
  const known = zones.get(id)
  if (known) return known
  const clock = typeof id === "string" && /^[A-Za-z]/.test(id) ? clockOf(id) : null
  if (!clock) throw new LawError(field, "the name of an IANA time zone, such as Europe/Paris", id)
  // "europe/paris" and "Europe/Paris" share one table; the names themselves are bounded.
  const canonical = clock.resolvedOptions().timeZone
  const zone = zones.get(canonical) ?? new TimeZone(canonical, clock)
  if (zones.size > MOST_NAMES) zones.clear()
  zones.set(canonical, zone)
  zones.set(id, zone)
  return zone
}

function clockOf(id: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: id,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Paris: the zone of the trader's law, against which a declaration from overseas is also measured (U10). */
export const PARIS = timeZone("Europe/Paris", "zone")
