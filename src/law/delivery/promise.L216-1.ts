import { calendarOf, type TerritoryCode } from "../calendars/calendar"
import type { Place } from "../calendars/place"
import { traderDeadline } from "../calendars/trader-deadline"
import type { ArticleId } from "../articles"
import {
  type CivilDate,
  type Day,
  inWords,
  LAST_DAY,
  toCivilDate,
  toDay,
  toDayOrNull,
  weekdayOf,
} from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { LawError, oneOf, wholeNumber } from "../foundations/law-error"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

/** L216-1 « au plus tard trente jours après la conclusion du contrat » */
const STATUTORY_DELIVERY_DAYS = new Dated("statutory delivery period", [
  { from: "2014-06-14", value: 30, source: "loi n° 2014-344 du 17 mars 2014; L216-1" },
])

export const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Weekday = (typeof WEEK)[number]

/** A delay as the merchant announces it; of a range, the longest. */
export type AnnouncedDelay =
  | { readonly kind: "days"; readonly count: number }
  /** The merchant says which days of the week are working days: "jours ouvrables" and "jours ouvrés" differ by Saturday. */
  | { readonly kind: "workingDays"; readonly count: number; readonly week: readonly Weekday[] }
  | { readonly kind: "date"; readonly on: CivilDate }

export type PromiseFacts = {
  /** Day and, where there is a cut-off, local hour `HH:MM` of the order. */
  readonly orderedOn: CivilDate
  readonly orderedAt?: string
  /** Orders from this hour on (`HH:MM`) count from the next day. */
  readonly cutOff?: string
  readonly delay: AnnouncedDelay
  /** Territories whose public holidays are not working days. Default: metropolitan France. */
  readonly territories?: readonly TerritoryCode[]
  /** The merchant's own closing days. */
  readonly closedOn?: readonly CivilDate[]
}

export type DeliveryPromise = {
  /** Last day of the delay announced: the date that is promised. */
  readonly on: CivilDate
  /** Day from which the delay was counted, not counted itself. */
  readonly countedFrom: CivilDate
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/
const LONGEST_DELAY = 3650

/**
 * The date that an announced delay promises (L216-1, L111-1, 3°): computed once, at checkout, and kept with the order.
 * The day of the order is not counted. Where the merchant has a cut-off hour, an order after it counts from the next day,
 * and of working days from the next working day: an order of Saturday is handled on Monday.
 * The promise does not roll, and no option that extends a consumer's period moves it: it is the trader's (U6).
 * @throws LawError naming the field
 */
export function promisedDelivery(facts: PromiseFacts): DeliveryPromise {
  const ordered = toDay(facts.orderedOn, "orderedOn")
  const { delay } = facts
  const afterCutOff = isAfterCutOff(facts)
  switch (oneOf(delay?.kind, ["days", "workingDays", "date"] as const, "delay.kind")) {
    case "days": {
      const count = delayOf((delay as { count: number }).count)
      const from = afterCutOff ? ordered + 1 : ordered
      return promise(from, from + count, {
        fr: count <= 1 ? `${count} jour` : `${count} jours`,
        en: count === 1 ? "1 day" : `${count} days`,
      })
    }
    case "workingDays": {
      const { count, week } = delay as { count: number; week: readonly Weekday[] }
      const isWorking = workingDays(facts, week)
      let from = afterCutOff ? ordered + 1 : ordered
      if (facts.cutOff !== undefined) from = nextWorking(from, isWorking)
      let on = from
      for (let left = delayOf(count); left > 0; left--) on = nextWorking(on + 1, isWorking)
      if (on > LAST_DAY) throw new LawError("delay.count", "a delay that ends before 2250", count)
      return promise(from, nextWorking(on, isWorking), workingDaysInWords(count, week))
    }
    case "date": {
      const on = toDay((delay as { on: CivilDate }).on, "delay.on")
      if (on < ordered) throw new LawError("delay.on", "a date that is not before the order", toCivilDate(on))
      return {
        on: toCivilDate(on),
        countedFrom: toCivilDate(ordered),
        articles: ["L216-1", "L111-1"],
        reason: because({
          fr: () => `Date annoncée avant la commande : le ${inWords(on, "fr")}.`,
          en: () => `Date announced before the order: ${inWords(on, "en")}.`,
        }),
      }
    }
  }
}

/** A merchant who is closed for so long has made a mistake: no search goes further. */
const LONGEST_CLOSURE = 366

function nextWorking(from: Day, isWorking: (day: Day) => boolean): Day {
  for (let day = from; day <= from + LONGEST_CLOSURE; day++) if (isWorking(day)) return day
  throw new LawError("closedOn", "closing days that leave a working day within a year", toCivilDate(from))
}

const WEEK_IN_FRENCH: Record<Weekday, string> = {
  monday: "lundi",
  tuesday: "mardi",
  wednesday: "mercredi",
  thursday: "jeudi",
  friday: "vendredi",
  saturday: "samedi",
  sunday: "dimanche",
}

function workingDaysInWords(count: number, week: readonly Weekday[]): Bilingual {
  const days = WEEK.filter((name) => week.includes(name))
  return {
    fr: `${count} ${count <= 1 ? "jour travaillé" : "jours travaillés"} (${days.map((name) => WEEK_IN_FRENCH[name]).join(", ")})`,
    en: `${count} working ${count === 1 ? "day" : "days"} (${days.map((name) => name[0].toUpperCase() + name.slice(1)).join(", ")})`,
  }
}

function delayOf(count: number): number {
  const whole = wholeNumber(count, 0, "delay.count")
  if (whole > LONGEST_DELAY) throw new LawError("delay.count", `at most ${LONGEST_DELAY} days`, count)
  return whole
}

function promise(from: Day, on: Day, delay: Bilingual): DeliveryPromise {
  return {
    on: toCivilDate(on),
    countedFrom: toCivilDate(from),
    articles: ["L216-1", "L111-1"],
    reason: because({
      fr: () => `${delay.fr} à compter du ${inWords(from, "fr")} : livraison au plus tard le ${inWords(on, "fr")}.`,
      en: () => `${delay.en} from ${inWords(from, "en")}: delivery by ${inWords(on, "en")}.`,
    }),
  }
}

function isAfterCutOff({ cutOff, orderedAt }: PromiseFacts): boolean {
  if (cutOff === undefined) return false
  return minutesOf(orderedAt as string, "orderedAt") >= minutesOf(cutOff, "cutOff")
}

function minutesOf(clock: string, field: string): number {
  const match = typeof clock === "string" ? CLOCK.exec(clock) : null
  if (!match) throw new LawError(field, "a local hour HH:MM", clock)
  return Number(match[1]) * 60 + Number(match[2])
}

/** Which days count as working days: those of the merchant's week that are no public holiday and no closing day. */
function workingDays(facts: PromiseFacts, week: readonly Weekday[]): (day: Day) => boolean {
  if (!Array.isArray(week) || week.length === 0) {
    throw new LawError("delay.week", 'the working days of the week, such as ["monday", "friday"]', week)
  }
  const holidays = calendarOf(facts.territories ?? ["FR"])
  const closing = facts.closedOn ?? []
  if (!Array.isArray(closing)) throw new LawError("closedOn", "a list of civil dates", closing)
  const closed = new Set((closing as readonly CivilDate[]).map((date, index) => toDay(date, `closedOn[${index}]`)))
  const open = new Set(week.map((name, index) => WEEK.indexOf(oneOf(name, WEEK, `delay.week[${index}]`))))
  return (day) => open.has(weekdayOf(day)) && holidays.holidayOn(day) === null && !closed.has(day)
}

export type LatestDelivery = {
  /** Last day on which delivery is in time. */
  readonly latest: CivilDate
  readonly source: "announced" | "statutory"
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * The last day on which delivery is in time.
 * L216-1 « à la date ou dans le délai indiqué au consommateur »; « A défaut d'indication ou d'accord quant à la date de
 * délivrance ou de fourniture, le professionnel délivre le bien ou fournit le service sans retard injustifié et au plus
 * tard trente jours après la conclusion du contrat ». The statutory period is the trader's: it does not roll (U6).
 * @param facts `announcedOn` is the date promised before the order; null or absent: none was
 * @throws LawError naming the field
 */
export function latestDelivery(
  facts: Place & { readonly concludedOn: CivilDate; readonly announcedOn?: CivilDate | null },
  options: LawOptions = DEFAULT_OPTIONS,
): LatestDelivery {
  const concluded = toDay(facts.concludedOn, "concludedOn")
  const announced = toDayOrNull(facts.announcedOn, "announcedOn")
  if (announced !== null) {
    if (announced < concluded) {
      throw new LawError("announcedOn", "a date that is not before the order", facts.announcedOn)
    }
    return {
      latest: toCivilDate(announced),
      source: "announced",
      articles: ["L216-1"],
      reason: because({
        fr: () => `La livraison est promise pour le ${inWords(announced, "fr")} au plus tard.`,
        en: () => `Delivery is promised by ${inWords(announced, "en")}.`,
      }),
    }
  }
  const statutory = concluded + STATUTORY_DELIVERY_DAYS.on(concluded, "concludedOn").value
  const { due, strict, moved } = traderDeadline(statutory, facts, options)
  const base = because({
    fr: () =>
      `Aucune date n'a été annoncée : la livraison est due sans retard injustifié, dans les trente jours de la commande, au plus tard le ${inWords(strict, "fr")}.`,
    en: () =>
      `No date was announced: delivery is due without undue delay, within thirty days of the order, by ${inWords(strict, "en")}.`,
  })
  return {
    latest: toCivilDate(due),
    source: "statutory",
    articles: ["L216-1"],
    reason: moved ? base.followedBy(moved) : base,
  }
}
