import { type Calendar, calendarOf, territory, type TerritoryCode } from "./calendar"
import { LawError } from "../foundations/law-error"
import { type TimeZone, timeZone } from "../foundations/time-zone"
import type { LawOptions } from "../options"

/** Where a consumer's period runs: whose holidays count and whose clock (U10). */
export type Place = {
  /** Territories whose holidays count, the delivery territory first; the trader's may follow. Default: metropolitan France. */
  readonly territories?: readonly TerritoryCode[]
  /** IANA zone of the delivery address. Default: the zone of the first territory. */
  readonly zone?: string
}

const METROPOLITAN: readonly TerritoryCode[] = ["FR"]

/** The calendar of a place. @throws LawError naming `territories` */
export function calendarAt(place: Place, options: LawOptions): Calendar {
  return calendarOf(checked(place).territories ?? METROPOLITAN, options)
}

/** The clock of a place. @throws LawError naming `zone` or `territories` */
export function zoneAt(place: Place): TimeZone {
  const { zone, territories = METROPOLITAN } = checked(place)
  return timeZone(zone ?? territory(territories[0], "territories[0]").zone, "zone")
}

/** The IANA zone of a place: its own, or that of its first territory. @throws LawError naming `zone` or `territories` */
export function zoneOf(place: Place): string {
  return zoneAt(place).id
}

function checked(place: Place): Place {
  if (typeof place === "object" && place !== null) return place
  throw new LawError("place", 'a place such as { territories: ["FR"] }', place)
}
