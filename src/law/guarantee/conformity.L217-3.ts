import type { ArticleId } from "../articles"
import {
  addMonths,
  type CivilDate,
  type Day,
  inWords,
  toCivilDate,
  toDay,
  toDayOrNull,
} from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { LawError, oneOf, trueOrFalse } from "../foundations/law-error"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

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

/** Something that happened to the good during its guarantee, oldest first. */
export type GuaranteeEvent =
  /**
   * Repair under the guarantee. The good is immobilised from the request, or from its hand-over where that is better for
   * the consumer, to its return (L217-28).
   */
  | { readonly kind: "repair"; readonly requestedOn: CivilDate; readonly returnedOn: CivilDate }
  /** The consumer chose repair; the seller replaced instead (L217-13, al. 2): a new guarantee runs from the delivery. */
  | { readonly kind: "imposedReplacement"; readonly requestedOn: CivilDate; readonly deliveredOn: CivilDate }
  /** Replacement that the consumer chose: the time without the good suspends the guarantee. */
  | { readonly kind: "chosenReplacement"; readonly requestedOn: CivilDate; readonly deliveredOn: CivilDate }
  /** Talks towards an amicable settlement (L217-28, al. 3). */
  | { readonly kind: "negotiation"; readonly from: CivilDate; readonly until: CivilDate }

export type GuaranteeFacts = {
  /** Day the consumer took possession (L216-1). */
  readonly deliveredOn: CivilDate
  readonly secondHand?: boolean
  /** Last day of a continuous digital supply that the contract provides with the good, where it is longer than two years. */
  readonly digitalSupplyUntil?: CivilDate | null
  readonly events?: readonly GuaranteeEvent[]
}

export type Guarantee = {
  /** Last day on which a defect that appears is covered. */
  readonly until: CivilDate
  /** Last day on which a defect is presumed to have existed at delivery. */
  readonly presumedUntil: CivilDate
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * The legal guarantee of conformity of a good: its end and the end of the presumption.
 *
 * L217-13 « Tout bien réparé dans le cadre de la garantie légale de conformité bénéficie d'une extension de cette garantie
 * de six mois » (twelve by option, U2); L217-28 « toute période d'immobilisation suspend la garantie qui restait à courir
 * jusqu'à la délivrance du bien remis en état ». Days without the good are added once, even where periods overlap.
 * @throws LawError naming the field: dates out of order, an event after the guarantee had ended
 */
export function conformityGuarantee(facts: GuaranteeFacts, options: LawOptions = DEFAULT_OPTIONS): Guarantee {
  const delivered = toDay(facts.deliveredOn, "deliveredOn")
  const secondHand = trueOrFalse(facts.secondHand ?? false, "secondHand")
  const supply = toDayOrNull(facts.digitalSupplyUntil, "digitalSupplyUntil")
  const months = MONTHS.on(delivered, "deliveredOn").value
  const presumption = secondHand ? months.presumptionSecondHand : months.presumption

  let until = later(addMonths(delivered, months.guarantee), supply)
  let presumedUntil = later(addMonths(delivered, presumption), supply)
  let suspendedUntil = delivered
  let repairs = 0
  const steps: Bilingual[] = []
  const articles = new Set<ArticleId>(["L217-3", "L217-7"])

  ;(facts.events ?? []).forEach((event, index) => {
    const field = `events[${index}]`
    const { kind, from, to } = readEvent(event, delivered, until, field)
    const days = Math.max(0, to - Math.max(from, suspendedUntil))
    suspendedUntil = Math.max(suspendedUntil, to)
    until += days
    articles.add("L217-28")
    steps.push(suspended(days, from, to))
    if (kind === "repair") {
      repairs += 1
      if (options.u2RepairExtension === "each" || repairs === 1) {
        until = addMonths(until, options.u2RepairExtensionMonths)
        articles.add("L217-13")
        steps.push(extended(options.u2RepairExtensionMonths))
      }
    }
    if (kind === "imposedReplacement") {
      until = addMonths(to, months.guarantee)
      presumedUntil = addMonths(to, presumption)
      articles.add("L217-13")
      steps.push(renewed(to))
    }
  })

  const end = until
  const presumed = presumedUntil
  const text = (locale: "fr" | "en"): string =>
    [
      locale === "fr"
        ? `Bien délivré le ${inWords(delivered, "fr")} ; la garantie légale de conformité est de deux ans.`
        : `Good delivered on ${inWords(delivered, "en")}; the legal guarantee of conformity is two years.`,
      ...steps.map((step) => step[locale]),
      locale === "fr"
        ? `Elle couvre les défauts qui apparaissent jusqu'au ${inWords(end, "fr")} ; jusqu'au ${inWords(presumed, "fr")}, ils sont présumés exister à la délivrance.`
        : `It covers defects that appear up to ${inWords(end, "en")}; up to ${inWords(presumed, "en")} they are presumed to have existed at delivery.`,
    ].join(" ")
  return {
    until: toCivilDate(until),
    presumedUntil: toCivilDate(presumedUntil),
    articles: [...articles],
    reason: because({ fr: () => text("fr"), en: () => text("en") }),
  }
}

function later(day: Day, other: Day | null): Day {
  return other === null ? day : Math.max(day, other)
}

const KINDS = ["repair", "imposedReplacement", "chosenReplacement", "negotiation"] as const

function readEvent(
  event: GuaranteeEvent,
  delivered: Day,
  until: Day,
  field: string,
): { kind: GuaranteeEvent["kind"]; from: Day; to: Day } {
  const kind = oneOf(event?.kind, KINDS, `${field}.kind`)
  const dates = event as {
    requestedOn?: string
    returnedOn?: string
    deliveredOn?: string
    from?: string
    until?: string
  }
  const [first, second] =
    kind === "negotiation"
      ? (["from", "until"] as const)
      : (["requestedOn", kind === "repair" ? "returnedOn" : "deliveredOn"] as const)
  const from = toDay(dates[first] as string, `${field}.${first}`)
  const to = toDay(dates[second] as string, `${field}.${second}`)
  if (from < delivered || from > until) {
    throw new LawError(`${field}.${first}`, "a date within the guarantee, from its delivery to its end", dates[first])
  }
  if (to < from) throw new LawError(`${field}.${second}`, `a date that is not before ${field}.${first}`, dates[second])
  return { kind, from, to }
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
