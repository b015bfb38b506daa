import { type Day } from "../foundations/civil-date"
import type { Bilingual } from "../foundations/reason"
import type { LawOptions } from "../options"
import { whyRolled } from "./calendar"
import { calendarAt, type Place } from "./place"

/** A last day of the trader in the two readings of U6, and the one that the options choose. */
export type TraderDeadline = {
  readonly due: Day
  readonly strict: Day
  readonly rolled: Day
  /** Why it moved; null where it did not. */
  readonly moved: Bilingual | null
}

/**
 * A period of the trader does not move to a working day, unless counsel reads Regulation 1182/71 that way (U6).
 * @throws LawError naming `territories`
 */
export function traderDeadline(strict: Day, place: Place, options: LawOptions): TraderDeadline {
  const calendar = calendarAt(place, options)
  const rolled = calendar.roll(strict)
  const due = options.u6RollTraderPeriods ? rolled : strict
  return { due, strict, rolled, moved: whyRolled(calendar, strict, due) }
}
