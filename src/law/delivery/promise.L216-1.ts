import { calendarOf, type TerritoryCode } from "../calendars/calendar"
import type { ArticleId } from "../articles"
import {
  type CivilDate,
  type Day,
  inWords,
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
export const STATUTORY_DELIVERY_DAYS = new Dated("statutory delivery period", [
  { from: "2014-06-14", value: 30, source: "loi n° 2014-344 du 17 mars 2014; L216-1" },
])

export const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Weekday = (typeof WEEK)[number]

/** A delay as the merchant announces it; of a range, the longest. */
export type AnnouncedDelay =
  | { readonly kind: "days"; readonly count: number }
  /** The merchant says which days of the week are working days: « jours ouvrables » and « jours ouvrés » differ by Saturday. */
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
 * Calendar days do not roll: the promise is the trader's (U6).
 * @throws LawError naming the field
 */
export function promisedDelivery(facts: PromiseFacts, options: LawOptions = DEFAULT_OPTIONS): DeliveryPromise {
  const ordered = toDay(facts.orderedOn, "orderedOn")
  const isWorking = workingDays(facts, options)
  const first = isAfterCutOff(facts) ? ordered + 1 : ordered
  const { delay } = facts
  switch (oneOf(delay?.kind, ["days", "workingDays", "date"] as const, "delay.kind")) {
    case "days": {
      const { count } = delay as { count: number }
      return promise(first, first + delayOf(count), `${count} jours`, `${count} days`)
    }
    case "workingDays": {
      const { count } = delay as { count: number }
      let from = first
      while (!isWorking(from)) from++
      let on = from
      for (let left = delayOf(count); left > 0; left--)
        do on++
        while (!isWorking(on))
      return promise(from, on, `${count} jours ouvrés ou ouvrables`, `${count} working days`)
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

function delayOf(count: number): number {
  const whole = wholeNumber(count, 0, "delay.count")
  if (whole > LONGEST_DELAY) throw new LawError("delay.count", `at most ${LONGEST_DELAY} days`, count)
  return whole
}

function promise(from: Day, on: Day, fr: string, en: string): DeliveryPromise {
  return {
    on: toCivilDate(on),
    countedFrom: toCivilDate(from),
    articles: ["L216-1", "L111-1"],
    reason: because({
      fr: () => `${fr} à compter du ${inWords(from, "fr")} : livraison au plus tard le ${inWords(on, "fr")}.`,
      en: () => `${en} from ${inWords(from, "en")}: delivery by ${inWords(on, "en")}.`,
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
function workingDays(facts: PromiseFacts, options: LawOptions): (day: Day) => boolean {
  const holidays = calendarOf(facts.territories ?? ["FR"], options)
  const closed = new Set((facts.closedOn ?? []).map((date, index) => toDay(date, `closedOn[${index}]`)))
  const week = facts.delay?.kind === "workingDays" ? facts.delay.week : []
  if (facts.delay?.kind === "workingDays" && (!Array.isArray(week) || week.length === 0)) {
    throw new LawError("delay.week", `the working days of the week, such as ["monday", "friday"]`, week)
  }
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
 * tard trente jours après la conclusion du contrat ». No roll: the period is the trader's (U6).
 * @param facts `announcedOn` is the date promised before the order; null or absent: none was
 * @throws LawError naming the field
 */
export function latestDelivery(facts: {
  readonly concludedOn: CivilDate
  readonly announcedOn?: CivilDate | null
}): LatestDelivery {
  const concluded = toDay(facts.concludedOn, "concludedOn")
  const announced = toDayOrNull(facts.announcedOn, "announcedOn")
  if (announced !== null && announced < concluded) {
    throw new LawError("announcedOn", "a date that is not before the order", facts.announcedOn)
  }
  const latest = announced ?? concluded + STATUTORY_DELIVERY_DAYS.on(concluded, "concludedOn").value
  return {
    latest: toCivilDate(latest),
    source: announced === null ? "statutory" : "announced",
    articles: ["L216-1"],
    reason: because({
      fr: () =>
        announced === null
          ? `Aucune date n'a été annoncée : la livraison est due dans les trente jours de la commande, au plus tard le ${inWords(latest, "fr")}.`
          : `La livraison est promise pour le ${inWords(latest, "fr")} au plus tard.`,
      en: () =>
        announced === null
          ? `No date was announced: delivery is due within thirty days of the order, by ${inWords(latest, "en")}.`
          : `Delivery is promised by ${inWords(latest, "en")}.`,
    }),
  }
}
