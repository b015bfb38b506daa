import type { ArticleId } from "../articles"
import { type CivilDate, inWords, toDay, toDayOrNull } from "../foundations/civil-date"
import { LawError, trueOrFalse } from "../foundations/law-error"
import { because, type Bilingual } from "../foundations/reason"
import { lastDayOfCure } from "./remedies.L217-10"

export type SecondRankFacts = {
  /** Day the consumer asked for the cure, and the day for which the question is asked. */
  readonly requestedOn: CivilDate
  readonly today: CivilDate
  /** Day the good was in conformity again; null or absent: not yet. */
  readonly curedOn?: CivilDate | null
  /** 1° The trader refuses any cure. */
  readonly refused?: boolean
  /** 2° The cure causes the consumer a major inconvenience. */
  readonly majorInconvenience?: boolean
  /** 3° The consumer finally bears the cost of taking back, removing or installing. */
  readonly costsBorneByConsumer?: boolean
  /** 4° The non-conformity persists after an attempt. */
  readonly persists?: boolean
  /** Al. 6: so severe that reduction or rescission has to be immediate. */
  readonly severe?: boolean
  /** Whether the defect is minor, which the seller has to show: no rescission then. */
  readonly minor?: boolean
}

export type SecondRank = {
  readonly priceReduction: boolean
  readonly rescission: boolean
  readonly grounds: readonly SecondRankGround[]
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

export type SecondRankGround =
  "late" | "refused" | "majorInconvenience" | "costsBorneByConsumer" | "persists" | "severe"

const GROUNDS: Record<SecondRankGround, Bilingual> = {
  late: { fr: "mise en conformité au-delà de trente jours", en: "cure after more than thirty days" },
  refused: { fr: "refus de toute mise en conformité", en: "any cure refused" },
  majorInconvenience: { fr: "inconvénient majeur", en: "major inconvenience" },
  costsBorneByConsumer: {
    fr: "frais de reprise, d'enlèvement ou d'installation supportés par le consommateur",
    en: "cost of taking back, removing or installing borne by the consumer",
  },
  persists: { fr: "défaut qui persiste", en: "defect that persists" },
  severe: { fr: "défaut grave", en: "severe defect" },
}

/**
 * Whether the consumer may choose a price reduction or rescission instead of a cure.
 *
 * L217-14 « Lorsque la mise en conformité intervient au-delà d'un délai de trente jours suivant la demande du consommateur
 * ou si elle lui occasionne un inconvénient majeur » and its other cases; « Le consommateur n'a pas droit à la résolution
 * de la vente si le défaut de conformité est mineur, ce qu'il incombe au vendeur de démontrer ».
 * @throws LawError naming the field
 */
export function secondRankRemedies(facts: SecondRankFacts): SecondRank {
  const requested = toDay(facts.requestedOn, "requestedOn")
  const dueDay = lastDayOfCure(requested)
  const today = toDay(facts.today, "today")
  if (today < requested) throw new LawError("today", "a date that is not before requestedOn", facts.today)
  const cured = toDayOrNull(facts.curedOn, "curedOn")
  if (cured !== null && (cured > today || cured < requested)) {
    throw new LawError("curedOn", "a date from requestedOn to today", facts.curedOn)
  }
  const stated = (["refused", "majorInconvenience", "costsBorneByConsumer", "persists", "severe"] as const).filter(
    (name) => trueOrFalse(facts[name] ?? false, name),
  )
  const late = (cured ?? today) > dueDay
  const minor = trueOrFalse(facts.minor ?? false, "minor")
  const grounds: SecondRankGround[] = late ? ["late", ...stated] : stated
  const open = grounds.length > 0
  const list = (locale: "fr" | "en"): string => grounds.map((name) => GROUNDS[name][locale]).join(", ")
  return {
    priceReduction: open,
    rescission: open && !minor,
    grounds,
    articles: ["L217-14", "L217-10"],
    reason: because({
      fr: () =>
        open
          ? `Le consommateur peut demander une réduction du prix${minor ? ", mais non la résolution, le défaut étant mineur" : " ou la résolution du contrat"} (${list("fr")}).`
          : cured !== null
            ? "Le bien a été mis en conformité à temps."
            : `La mise en conformité est attendue au plus tard le ${inWords(dueDay, "fr")}.`,
      en: () =>
        open
          ? `The consumer may ask for a price reduction${minor ? ", but not for rescission, the defect being minor" : " or for rescission"} (${list("en")}).`
          : cured !== null
            ? "The good was brought into conformity in time."
            : `The cure is expected by ${inWords(dueDay, "en")}.`,
    }),
  }
}
