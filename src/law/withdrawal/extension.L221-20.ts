import { whyRolled } from "../calendars/calendar"
import type { ArticleId } from "../articles"
import { addMonths, type CivilDate, inWords, toCivilDate, toDay, toDayOrNull } from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { LawError } from "../foundations/law-error"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { endOf, type RunningPeriod, WITHDRAWAL_DAYS } from "./period.L221-18"
import { calendarAt, type Place, zoneAt } from "../calendars/place"

/** L221-20 « prolongé de douze mois » */
const EXTENSION_MONTHS = new Dated("extension for missing information", [
  { from: "2014-06-14", value: 12, source: "loi n° 2014-344 du 17 mars 2014; L221-20" },
])

/** A period extended for missing information: `initialLast` is where it would have ended. */
export type ExtendedPeriod = RunningPeriod & {
  readonly initialLast: CivilDate
  /** What decides the last day: twelve more months, fourteen days from the information, or the initial end after all. */
  readonly ground: "twelveMonths" | "fourteenDaysFromInformation" | "initialEnd"
}

const ARTICLES: readonly ArticleId[] = Object.freeze<ArticleId[]>([
  "L221-20",
  "L221-5",
  "L221-18",
  "L221-19",
  "Reg. 1182/71",
  "Dir. 2011/83",
])

/**
 * The period when the information of L221-5, 7° was not given before the contract.
 *
 * L221-20 « le délai de rétractation est prolongé de douze mois à compter de l'expiration du délai de rétractation
 * initial » ; « lorsque la fourniture de ces informations intervient pendant cette prolongation, le délai de rétractation
 * expire au terme d'une période de quatorze jours à compter du jour où le consommateur a reçu ces informations »
 *
 * Information given inside the initial period: fourteen days from it, never less than the initial period (U11).
 * Given after the extended period has ended: nothing is revived.
 *
 * @param initial the running period of L221-18
 * @param informedOn day the consumer received the complete information; null: never
 * @throws LawError naming the field
 */
export function extendForMissingInformation(
  initial: RunningPeriod,
  informedOn: CivilDate | null,
  place: Place = {},
  options: LawOptions = DEFAULT_OPTIONS,
): ExtendedPeriod {
  const calendar = calendarAt(place, options)
  const start = toDay(initial.start, "initial.start")
  const initialNominal = toDay(initial.nominal, "initial.nominal")
  const initialLast = toDay(initial.last, "initial.last")
  if (initialLast < start) throw new LawError("initial.last", "a date that is not before initial.start", initial.last)
  const informed = toDayOrNull(informedOn, "informedOn")
  const monthsFrom = options.u11TwelveMonthsFrom === "rolled" ? initialLast : initialNominal
  const nominalLongest = addMonths(monthsFrom, EXTENSION_MONTHS.on(initialLast, "initial.last").value)
  const longest = calendar.roll(nominalLongest)

  let ground: ExtendedPeriod["ground"] = "twelveMonths"
  let nominal = nominalLongest
  let last = longest
  if (informed !== null && informed <= longest) {
    nominal = informed + WITHDRAWAL_DAYS.on(start, "initial.start").value
    last = calendar.roll(nominal)
    ground = "fourteenDaysFromInformation"
    const inside = informed <= initialLast && options.u11InformedInside === "initialEnd"
    if (inside || last <= initialLast) {
      nominal = initialNominal
      last = initialLast
      ground = "initialEnd"
    }
  }

  const decided = ground
  return {
    started: true,
    start: toCivilDate(start),
    nominal: toCivilDate(initialNominal),
    last: toCivilDate(last),
    end: endOf(last, zoneAt(place)),
    initialLast: toCivilDate(initialLast),
    ground,
    articles: ARTICLES,
    reason: because({
      fr: () => `${initial.reason.fr} ${sentences()[decided].fr}${moved("fr")}`,
      en: () => `${initial.reason.en} ${sentences()[decided].en}${moved("en")}`,
    }),
  }

  function moved(locale: "fr" | "en"): string {
    const why = decided === "initialEnd" ? null : whyRolled(calendar, nominal, last)
    return why ? ` ${why[locale]}` : ""
  }

  function sentences(): Record<ExtendedPeriod["ground"], Bilingual> {
    return {
      twelveMonths: {
        fr: `L'information sur la rétractation ${informed === null ? "n'a pas été donnée" : "a été donnée trop tard"} : le délai est prolongé de douze mois, jusqu'au ${inWords(nominal, "fr")}.`,
        en: `The information on withdrawal was ${informed === null ? "not given" : "given too late"}: the period is extended by twelve months, to ${inWords(nominal, "en")}.`,
      },
      fourteenDaysFromInformation: {
        fr: `L'information sur la rétractation a été reçue le ${inWords(informed ?? last, "fr")} : un nouveau délai de quatorze jours va jusqu'au ${inWords(nominal, "fr")}.`,
        en: `The information on withdrawal was received on ${inWords(informed ?? last, "en")}: a new period of fourteen days runs to ${inWords(nominal, "en")}.`,
      },
      initialEnd: {
        fr: `L'information a été reçue le ${inWords(informed ?? last, "fr")}, assez tôt : la fin du délai ne change pas.`,
        en: `The information was received on ${inWords(informed ?? last, "en")}, early enough: the end of the period does not change.`,
      },
    }
  }
}
