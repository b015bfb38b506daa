import { type Calendar, whyRolled } from "../calendars/calendar"
import type { ArticleId } from "../articles"
import { type CivilDate, type Day, inWords, toCivilDate } from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { type Instant, toEventDay } from "../foundations/instant"
import { LawError } from "../foundations/law-error"
import { type Bilingual, type Locale, Reason } from "../foundations/reason"
import type { TimeZone } from "../foundations/time-zone"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { calendarAt, type Place, zoneAt } from "../calendars/place"

/**
 * L221-18 « Le consommateur dispose d'un délai de quatorze jours pour exercer son droit de rétractation d'un contrat
 * conclu à distance »
 */
export const WITHDRAWAL_DAYS = new Dated("withdrawal period", [
  { from: "2014-06-14", value: 14, source: "loi n° 2014-344 du 17 mars 2014 (contracts after 13 June 2014); L221-18" },
])

/** An event of the contract: a civil date, a local date and time, or an instant in UTC (its day is taken in the place's zone). */
export type EventTime = CivilDate | Instant

/**
 * What starts the period, by kind of contract (L221-18):
 * - `goods`: « De la réception du bien par le consommateur ou un tiers, autre que le transporteur, désigné par lui ».
 *   One entry for each good, lot or piece delivered separately, null while it has not been received:
 *   « le délai court à compter de la réception du dernier bien ou lot ou de la dernière pièce ».
 * - `regularDeliveries`: « le délai court à compter de la réception du premier bien ».
 * - `service`, `digitalContent`: « De la conclusion du contrat, pour les contrats de prestation de services et ceux
 *   mentionnés à l'article L. 221-4 ».
 */
export type WithdrawalFacts = Place &
  (
    | { readonly contract: "goods" | "regularDeliveries"; readonly receptions: readonly (EventTime | null)[] }
    | { readonly contract: "service" | "digitalContent"; readonly concluded: EventTime }
  )

/** A period that has begun. Dates are civil dates of the place; `end` is the first instant after it, in UTC. */
export type RunningPeriod = {
  readonly started: true
  /** Day of the event, not counted (L221-19, 1°). */
  readonly start: CivilDate
  /** The fourteenth day. */
  readonly nominal: CivilDate
  /** Last day on which a declaration may be sent: the nominal day, or the next working day (L221-19, 3°). */
  readonly last: CivilDate
  /** Midnight after the last day in the place's zone: the declaration must be sent before it. */
  readonly end: Instant
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/** A period that waits for a reception: the right exists already and may be used (Directive 2011/83, recital 40). */
export type WaitingPeriod = {
  readonly started: false
  readonly start: null
  readonly nominal: null
  readonly last: null
  readonly end: null
  /** How many receptions are still missing. */
  readonly missing: number
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

export type WithdrawalPeriod = RunningPeriod | WaitingPeriod

const ARTICLES: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L221-18", "L221-19", "Reg. 1182/71"])
const ARTICLES_WAITING: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L221-18", "Dir. 2011/83"])

/**
 * The withdrawal period of a contract (L221-18, L221-19, Regulation 1182/71).
 * @throws LawError naming the field: an impossible date, an unknown zone or territory, no reception entry
 */
export function withdrawalPeriod(facts: WithdrawalFacts, options: LawOptions = DEFAULT_OPTIONS): WithdrawalPeriod {
  const zone = zoneAt(facts)
  const calendar = calendarAt(facts, options)
  const start = startOf(facts, zone)
  if (start === null) return waiting(facts.contract === "goods" ? missingOf(facts) : 1)
  const nominal = start + WITHDRAWAL_DAYS.on(start, "start").value
  const last = calendar.roll(nominal)
  return {
    started: true,
    start: toCivilDate(start),
    nominal: toCivilDate(nominal),
    last: toCivilDate(last),
    end: endOf(last, zone),
    articles: ARTICLES,
    reason: new PeriodReason(facts.contract, start, nominal, last, calendar),
  }
}

/**
 * L221-19, 2° « Le délai commence à courir au début de la première heure du premier jour et prend fin à l'expiration de
 * la dernière heure du dernier jour du délai »: the first instant after the last day, in the zone.
 */
export function endOf(last: Day, zone: TimeZone): Instant {
  return zone.startOfDayText(last + 1)
}

function startOf(facts: WithdrawalFacts, zone: TimeZone): Day | null {
  switch (facts.contract) {
    case "goods":
      return lastReception(facts.receptions, zone)
    case "regularDeliveries":
      return firstReception(facts.receptions, zone)
    case "service":
    case "digitalContent":
      return toEventDay(facts.concluded, zone, "concluded")
    default:
      throw new LawError(
        "contract",
        '"goods", "regularDeliveries", "service" or "digitalContent"',
        (facts as { contract?: unknown }).contract,
      )
  }
}

/** The day of the last reception; null while one is missing. */
function lastReception(receptions: readonly (EventTime | null)[], zone: TimeZone): Day | null {
  let last: Day | null = null
  let complete = true
  for (let i = 0; i < countOf(receptions); i++) {
    const day = dayOfReception(receptions, i, zone)
    if (day === null) complete = false
    else if (last === null || day > last) last = day
  }
  return complete ? last : null
}

/** The day of the first reception so far; null while there is none. */
function firstReception(receptions: readonly (EventTime | null)[], zone: TimeZone): Day | null {
  let first: Day | null = null
  for (let i = 0; i < countOf(receptions); i++) {
    const day = dayOfReception(receptions, i, zone)
    if (day !== null && (first === null || day < first)) first = day
  }
  return first
}

function countOf(receptions: readonly (EventTime | null)[]): number {
  if (Array.isArray(receptions) && receptions.length > 0) return receptions.length
  throw new LawError("receptions", "a list with one entry for each good delivered, null while not received", receptions)
}

function dayOfReception(receptions: readonly (EventTime | null)[], index: number, zone: TimeZone): Day | null {
  const reception = receptions[index]
  if (reception === null) return null
  return toEventDay(reception, zone, index === 0 ? "receptions[0]" : `receptions[${index}]`)
}

function missingOf(facts: WithdrawalFacts): number {
  return "receptions" in facts ? facts.receptions.filter((reception) => reception === null).length : 0
}

function waiting(missing: number): WaitingPeriod {
  return {
    started: false,
    start: null,
    nominal: null,
    last: null,
    end: null,
    missing,
    articles: ARTICLES_WAITING,
    reason: {
      fr: `Le délai n'a pas commencé : ${missing === 1 ? "une réception manque encore" : `${missing} réceptions manquent encore`}. La rétractation est déjà possible.`,
      en: `The period has not started: ${missing === 1 ? "one reception is" : `${missing} receptions are`} still missing. Withdrawal is already possible.`,
    },
  }
}

const EVENT: Record<WithdrawalFacts["contract"], Bilingual> = {
  goods: { fr: "Dernière réception le", en: "Last reception on" },
  regularDeliveries: { fr: "Première réception le", en: "First reception on" },
  service: { fr: "Contrat conclu le", en: "Contract concluded on" },
  digitalContent: { fr: "Contrat conclu le", en: "Contract concluded on" },
}

/** A class, not a closure: periods are computed by the hundred thousand when deadlines are swept. */
class PeriodReason extends Reason {
  constructor(
    private readonly contract: WithdrawalFacts["contract"],
    private readonly start: Day,
    private readonly nominal: Day,
    private readonly last: Day,
    private readonly calendar: Calendar,
  ) {
    super()
  }

  in(locale: Locale): string {
    const event = `${EVENT[this.contract][locale]} ${inWords(this.start, locale)}`
    const days = this.nominal - this.start
    const says =
      locale === "fr"
        ? `${event} ; ce jour ne compte pas. Le délai de ${days} jours va jusqu'au ${inWords(this.nominal, "fr")}.`
        : `${event}; that day is not counted. The period of ${days} days runs to ${inWords(this.nominal, "en")}.`
    const rolled = whyRolled(this.calendar, this.nominal, this.last)
    return rolled ? `${says} ${rolled[locale]}` : says
  }
}
