import { whyRolled } from "../calendars/calendar"
import type { ArticleId } from "../articles"
import { addMonths, type CivilDate, inWords, toCivilDate, toDay, toDayOrNull } from "../foundations/civil-date"
import { LawError } from "../foundations/law-error"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { calendarAt, type Place } from "../withdrawal/place"

type Deadline = { readonly due: CivilDate; readonly articles: readonly ArticleId[]; readonly reason: Bilingual }

/** L217-10 « un délai raisonnable qui ne peut être supérieur à trente jours suivant la demande du consommateur » */
const CURE_DAYS = 30
/** L217-17 « dès réception du bien ou de la preuve de son renvoi par le consommateur et au plus tard dans les quatorze jours suivants » */
const REFUND_DAYS = 14
/** L241-6 « dans un délai de quatorze jours au plus tard à compter du jour où le consommateur est informé de la prise en charge » */
const SHIPPING_COST_DAYS = 14
/** L612-2, 4° « dans un délai supérieur à un an à compter de sa réclamation écrite » */
const MEDIATOR_MONTHS = 12

/**
 * The last day to repair or replace a good that is not in conformity. After it the consumer may ask for a price reduction
 * or rescind (L217-14, 2°).
 * @throws LawError naming the field
 */
export function cureDeadline(requestedOn: CivilDate): Deadline {
  const requested = toDay(requestedOn, "requestedOn")
  const due = requested + CURE_DAYS
  return {
    due: toCivilDate(due),
    articles: ["L217-10", "L217-14"],
    reason: because({
      fr: () =>
        `Mise en conformité demandée le ${inWords(requested, "fr")} : elle a lieu dans les trente jours, au plus tard le ${inWords(due, "fr")}. Ensuite, le consommateur a droit à une réduction du prix ou à la résolution du contrat.`,
      en: () =>
        `Cure requested on ${inWords(requested, "en")}: it takes place within thirty days, by ${inWords(due, "en")}. After that the consumer is entitled to a price reduction or to rescission.`,
    }),
  }
}

/**
 * The last day to refund after a price reduction or a rescission under the guarantee: fourteen days from the good's
 * return or the proof of it, whichever comes first. Late: L241-7 (`steppedIncrease`).
 * @returns due null while neither has come
 * @throws LawError naming the field
 */
export function conformityRefundDeadline(
  facts: Place & { readonly receivedOn?: CivilDate | null; readonly proofOfReturnOn?: CivilDate | null },
  options: LawOptions = DEFAULT_OPTIONS,
): { readonly due: CivilDate | null; readonly articles: readonly ArticleId[]; readonly reason: Bilingual } {
  const received = toDayOrNull(facts.receivedOn, "receivedOn")
  const proof = toDayOrNull(facts.proofOfReturnOn, "proofOfReturnOn")
  const articles: readonly ArticleId[] = ["L217-17", "L217-16"]
  if (received === null && proof === null) {
    return {
      due: null,
      articles,
      reason: {
        fr: "Le remboursement sera dû dès réception du bien ou de la preuve de son renvoi.",
        en: "The refund will be due on receipt of the good or of the proof of its return.",
      },
    }
  }
  const from = Math.min(received ?? Infinity, proof ?? Infinity)
  const strict = from + REFUND_DAYS
  const calendar = calendarAt(facts, options)
  const due = options.u6RollTraderPeriods ? calendar.roll(strict) : strict
  const base = because({
    fr: () =>
      `Bien ou preuve de son renvoi reçu le ${inWords(from, "fr")} : le remboursement est dû au plus tard le ${inWords(strict, "fr")}.`,
    en: () =>
      `Good or proof of its return received on ${inWords(from, "en")}: the refund is due by ${inWords(strict, "en")}.`,
  })
  const rolled = whyRolled(calendar, strict, due)
  return { due: toCivilDate(due), articles, reason: rolled ? base.then(rolled) : base }
}

/**
 * The last day to refund shipping costs that the consumer bore for a cure (L241-6). Late: L241-6 (`steppedIncrease`).
 * @param informedOn day the consumer was told that the guarantee covers the good
 * @throws LawError naming the field
 */
export function shippingCostDeadline(informedOn: CivilDate): Deadline {
  const informed = toDay(informedOn, "informedOn")
  const due = informed + SHIPPING_COST_DAYS
  return {
    due: toCivilDate(due),
    articles: ["L241-6"],
    reason: because({
      fr: () =>
        `Prise en charge au titre de la garantie annoncée le ${inWords(informed, "fr")} : les frais d'envoi sont remboursés au plus tard le ${inWords(due, "fr")}.`,
      en: () =>
        `Cover under the guarantee announced on ${inWords(informed, "en")}: shipping costs are refunded by ${inWords(due, "en")}.`,
    }),
  }
}

/**
 * The last day to bring a dispute to the mediator: one year from the written complaint (L612-2, 4°).
 * @throws LawError naming the field
 */
export function mediatorDeadline(complaintOn: CivilDate): Deadline {
  const complaint = toDay(complaintOn, "complaintOn")
  const due = addMonths(complaint, MEDIATOR_MONTHS)
  return {
    due: toCivilDate(due),
    articles: ["L612-2"],
    reason: because({
      fr: () =>
        `Réclamation écrite du ${inWords(complaint, "fr")} : le médiateur peut être saisi jusqu'au ${inWords(due, "fr")}.`,
      en: () =>
        `Written complaint of ${inWords(complaint, "en")}: the mediator may be asked until ${inWords(due, "en")}.`,
    }),
  }
}

/**
 * Whether a cure came too late or failed, so that the consumer may choose a price reduction or rescission (L217-14).
 * Rescission is not open for a minor defect, which the seller has to show.
 * @throws LawError naming the field
 */
export function secondRankRemedies(facts: {
  readonly requestedOn: CivilDate
  readonly today: CivilDate
  /** Day the good was in conformity again; null or absent: not yet. */
  readonly curedOn?: CivilDate | null
  readonly refused?: boolean
  readonly persists?: boolean
  readonly severe?: boolean
  readonly minor?: boolean
}): {
  readonly priceReduction: boolean
  readonly rescission: boolean
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
} {
  const due = toDay(facts.requestedOn, "requestedOn") + CURE_DAYS
  const today = toDay(facts.today, "today")
  const cured = toDayOrNull(facts.curedOn, "curedOn")
  if (cured !== null && cured > today) throw new LawError("curedOn", "a date that is not after today", facts.curedOn)
  const late = (cured ?? today) > due
  const open = late || facts.refused === true || facts.persists === true || facts.severe === true
  return {
    priceReduction: open,
    rescission: open && facts.minor !== true,
    articles: ["L217-14", "L217-10"],
    reason: open
      ? {
          fr: `La mise en conformité est refusée, tardive ou inefficace, ou le défaut est grave : le consommateur peut demander une réduction du prix${facts.minor === true ? " (le défaut est mineur : pas la résolution)" : " ou la résolution du contrat"}.`,
          en: `The cure is refused, late or without success, or the defect is severe: the consumer may ask for a price reduction${facts.minor === true ? " (the defect is minor: not for rescission)" : " or for rescission"}.`,
        }
      : {
          fr: `La mise en conformité est attendue au plus tard le ${inWords(due, "fr")}.`,
          en: `The cure is expected by ${inWords(due, "en")}.`,
        },
  }
}
