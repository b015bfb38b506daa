import type { ArticleId } from "../articles"
import {
  addMonths,
  type CivilDate,
  type Day,
  inWords,
  LAST_DAY,
  toCivilDate,
  toCivilDateOrNull,
  toDay,
  toDayOrNull,
} from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { LawError, trueOrFalse } from "../foundations/law-error"
import { because, type Bilingual, type Locale } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { type GuaranteeEvent, readEvent } from "./events"

/**
 * L217-3 « qui apparaissent dans un délai de deux ans à compter de celle-ci »; L217-7 « dans un délai de vingt-quatre mois
 * à compter de la délivrance du bien » ; « Pour les biens d'occasion, ce délai est fixé à douze mois ».
 */
const MONTHS = new Dated("guarantee of conformity", [
  {
    from: "2022-01-01",
    value: { guarantee: 24, presumption: 24, presumptionSecondHand: 12 },
    source: "ordonnance n° 2021-1247 du 29 septembre 2021 (contracts from 1 January 2022); L217-3, L217-7",
  },
])

/** More repairs than any good lives through. */
const MOST_EVENTS = 100

export type GuaranteeFacts = {
  /** Day the consumer took possession (L216-1). */
  readonly deliveredOn: CivilDate
  readonly secondHand?: boolean
  /** Last day of a continuous digital supply that the contract provides with the good. */
  readonly digitalSupplyUntil?: CivilDate | null
  /** What happened to the good, oldest first. */
  readonly events?: readonly GuaranteeEvent[]
}

export type Guarantee = {
  /** Last day on which a defect that appears is covered. */
  readonly until: CivilDate
  /** Last day on which a defect is presumed to have existed at delivery. */
  readonly presumedUntil: CivilDate
  /** The same for the digital content or service that goes with the good, where its supply is longer than two years. */
  readonly digitalUntil: CivilDate | null
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * The legal guarantee of conformity of a good: its end and the end of the presumption.
 *
 * A digital supply longer than two years is covered « au cours de la période durant laquelle celui-ci est fourni en vertu
 * du contrat » (L217-3, 2°; presumed as long, L217-7, 2°); the good itself is not.
 *
 * L217-13 « Tout bien réparé dans le cadre de la garantie légale de conformité bénéficie d'une extension de cette garantie
 * de six mois » (twelve by option, U2); L217-28 « toute période d'immobilisation suspend la garantie qui restait à courir
 * jusqu'à la délivrance du bien remis en état ». Days without the good are added once, even where periods overlap; a
 * repair asked for after the end, of a defect that appeared before it, suspends nothing but still extends.
 * @throws LawError naming the field: dates out of order, an event whose defect appeared after the guarantee
 */
export function conformityGuarantee(facts: GuaranteeFacts, options: LawOptions = DEFAULT_OPTIONS): Guarantee {
  const delivered = toDay(facts.deliveredOn, "deliveredOn")
  const secondHand = trueOrFalse(facts.secondHand ?? false, "secondHand")
  const supply = toDayOrNull(facts.digitalSupplyUntil, "digitalSupplyUntil")
  const months = MONTHS.on(delivered, "deliveredOn").value
  const presumption = secondHand ? months.presumptionSecondHand : months.presumption

  let until = addMonths(delivered, months.guarantee)
  let presumedUntil = addMonths(delivered, presumption)
  const digitalUntil = supply !== null && supply > until ? supply : null
  let suspendedUntil = delivered
  let previous = delivered
  let repairs = 0
  const steps: Bilingual[] = []
  const articles = new Set<ArticleId>(["L217-3", "L217-7"])

  eventsOf(facts).forEach((event, index) => {
    const field = `events[${index}]`
    const { kind, from, to, defect } = readEvent(event, field)
    if (from < previous) throw new LawError(field, "events in the order in which they began", kind)
    previous = from
    if (from < delivered || defect < delivered || defect > until) {
      throw new LawError(field, "an event whose defect appeared within the guarantee (requestedOn, or defectOn)", kind)
    }
    const days = from > until ? 0 : Math.max(0, to - Math.max(from, suspendedUntil))
    suspendedUntil = Math.max(suspendedUntil, to)
    until += days
    if (days > 0) {
      articles.add("L217-28")
      steps.push(suspended(days, from, to))
    }
    if (kind === "repair") {
      repairs += 1
      if (options.u2RepairExtension === "each" || repairs === 1) {
        until = addMonths(until, options.u2RepairExtensionMonths)
        articles.add("L217-13")
        steps.push(extended(options.u2RepairExtensionMonths))
      }
    }
    if (kind === "imposedReplacement") {
      // « au bénéfice du consommateur »: the new term never takes away what extensions had already given.
      until = Math.max(until, addMonths(to, months.guarantee))
      presumedUntil = Math.max(presumedUntil, addMonths(to, presumption))
      articles.add("L217-13")
      steps.push(renewed(to))
    }
  })

  if (until > LAST_DAY) throw new LawError("events", "as many events as a good can live through", facts.events)

  const text = (locale: Locale): string =>
    [
      begins(delivered),
      ...steps,
      covers(until, presumedUntil),
      ...(digitalUntil === null ? [] : [digital(digitalUntil)]),
    ]
      .map((sentence) => sentence[locale])
      .join(" ")
  return {
    until: toCivilDate(until),
    presumedUntil: toCivilDate(presumedUntil),
    digitalUntil: toCivilDateOrNull(digitalUntil),
    articles: [...articles],
    reason: because({ fr: () => text("fr"), en: () => text("en") }),
  }
}

function eventsOf({ events = [] }: GuaranteeFacts): readonly GuaranteeEvent[] {
  if (Array.isArray(events) && events.length <= MOST_EVENTS) return events as readonly GuaranteeEvent[]
  throw new LawError("events", `a list of at most ${MOST_EVENTS} events, oldest first`, events)
}

function begins(delivered: Day): Bilingual {
  return {
    fr: `Bien délivré le ${inWords(delivered, "fr")} ; la garantie légale de conformité est de deux ans.`,
    en: `Good delivered on ${inWords(delivered, "en")}; the legal guarantee of conformity is two years.`,
  }
}

function covers(until: Day, presumedUntil: Day): Bilingual {
  return {
    fr: `Elle couvre les défauts qui apparaissent jusqu'au ${inWords(until, "fr")} ; jusqu'au ${inWords(presumedUntil, "fr")}, ils sont présumés exister à la délivrance, sauf preuve contraire.`,
    en: `It covers defects that appear up to ${inWords(until, "en")}; up to ${inWords(presumedUntil, "en")} they are presumed to have existed at delivery, unless the contrary is proved.`,
  }
}

function digital(until: Day): Bilingual {
  return {
    fr: `Le contenu ou le service numérique fourni avec le bien est couvert pendant toute sa fourniture, jusqu'au ${inWords(until, "fr")}.`,
    en: `The digital content or service supplied with the good is covered as long as it is supplied, to ${inWords(until, "en")}.`,
  }
}

function suspended(days: number, from: Day, to: Day): Bilingual {
  return {
    fr: `Du ${inWords(from, "fr")} au ${inWords(to, "fr")} elle est suspendue : ${days} ${days === 1 ? "jour s'ajoute" : "jours s'ajoutent"}.`,
    en: `From ${inWords(from, "en")} to ${inWords(to, "en")} it is suspended: ${days} ${days === 1 ? "day is" : "days are"} added.`,
  }
}

function extended(months: number): Bilingual {
  return { fr: `La réparation ajoute ${months} mois.`, en: `The repair adds ${months} months.` }
}

function renewed(on: Day): Bilingual {
  return {
    fr: `Le remplacement imposé par le vendeur fait courir une nouvelle garantie de deux ans à compter du ${inWords(on, "fr")}.`,
    en: `The replacement imposed by the seller starts a new guarantee of two years on ${inWords(on, "en")}.`,
  }
}
