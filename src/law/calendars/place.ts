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

const FORM = 'a place such as { territories: ["FR"] }'
const METROPOLITAN: readonly TerritoryCode[] = ["FR"]

/** The calendar of a place. @throws LawError naming `territories` */
export function calendarAt(place: Place, options: LawOptions): Calendar {
  if (typeof place !== "object" || place === null) throw new LawError("place", FORM, place)
  return calendarOf(place.territories ?? METROPOLITAN, options)
}

/** The clock of a place. @throws LawError naming `zone` or `territories` */
export function zoneAt(place: Place): TimeZone {
  if (typeof place !== "object" || place === null) throw new LawError("place", FORM, place)
  return timeZone(place.zone ?? territory((place.territories ?? METROPOLITAN)[0], "territories[0]").zone, "zone")
}
