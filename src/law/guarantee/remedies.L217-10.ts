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
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import type { Place } from "../calendars/place"
import { traderDeadline } from "../calendars/trader-deadline"

type Deadline = { readonly due: CivilDate; readonly articles: readonly ArticleId[]; readonly reason: Bilingual }

/** L217-10 « un délai raisonnable qui ne peut être supérieur à trente jours suivant la demande du consommateur » */
const CURE_DAYS = since2022("cure of a non-conformity", 30, "L217-10")
/** L217-17 « dès réception du bien ou de la preuve de son renvoi par le consommateur et au plus tard dans les quatorze jours suivants » */
const REFUND_DAYS = since2022("refund under the guarantee", 14, "L217-17")
/** L241-6 « dans un délai de quatorze jours au plus tard à compter du jour où le consommateur est informé de la prise en charge » */
const SHIPPING_COST_DAYS = since2022("refund of shipping costs", 14, "L241-6")
/** L612-2, 4° « dans un délai supérieur à un an à compter de sa réclamation écrite » */
const MEDIATOR_MONTHS = new Dated("time to ask the mediator", [
  { from: "2016-07-01", value: 12, source: "ordonnance n° 2016-301; L612-2" },
])

function since2022(name: string, days: number, article: string): Dated<number> {
  const source = `ordonnance n° 2021-1247 du 29 septembre 2021 (contracts from 1 January 2022); ${article}`
  return new Dated(name, [{ from: "2022-01-01", value: days, source }])
}

/** The thirtieth day after the request (L217-10). @throws LawError naming `requestedOn` */
export function lastDayOfCure(requested: Day): Day {
  return requested + CURE_DAYS.on(requested, "requestedOn").value
}

/**
 * The last day to repair or replace a good that is not in conformity. After it the consumer may ask for a price reduction
 * or rescind (L217-14, 2°).
 * @throws LawError naming the field
 */
export function cureDeadline(
  requestedOn: CivilDate,
  place: Place = {},
  options: LawOptions = DEFAULT_OPTIONS,
): Deadline {
  const requested = toDay(requestedOn, "requestedOn")
  return deadline(lastDayOfCure(requested), place, options, ["L217-10", "L217-14"], (last) => ({
    fr: `Mise en conformité demandée le ${inWords(requested, "fr")} : elle a lieu dans un délai raisonnable, trente jours au plus, soit au plus tard le ${inWords(last, "fr")}. Ensuite, le consommateur a droit à une réduction du prix, ou à la résolution du contrat si le défaut n'est pas mineur.`,
    en: `Cure requested on ${inWords(requested, "en")}: it takes place within a reasonable time, thirty days at most, by ${inWords(last, "en")}. After that the consumer is entitled to a price reduction, or to rescission unless the defect is minor.`,
  }))
}

/**
 * The last day to refund what is owed under the guarantee: fourteen days from the good's return or the proof of it,
 * whichever comes first. Late: L241-7 (`steppedIncrease`). For a price reduction where the consumer keeps the good no text
 * names a day.
 * @returns due null while neither has come
 * @throws LawError naming the field
 */
export function conformityRefundDeadline(
  facts: Place & { readonly receivedOn?: CivilDate | null; readonly proofOfReturnOn?: CivilDate | null },
  options: LawOptions = DEFAULT_OPTIONS,
): Omit<Deadline, "due"> & { readonly due: CivilDate | null } {
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
  return deadline(
    from + REFUND_DAYS.on(from, from === received ? "receivedOn" : "proofOfReturnOn").value,
    facts,
    options,
    articles,
    (last) => ({
      fr: `Bien ou preuve de son renvoi reçu le ${inWords(from, "fr")} : le remboursement est dû au plus tard le ${inWords(last, "fr")}.`,
      en: `Good or proof of its return received on ${inWords(from, "en")}: the refund is due by ${inWords(last, "en")}.`,
    }),
  )
}

/**
 * The last day to refund shipping costs that the consumer bore for a cure (L241-6). Late: L241-6 (`steppedIncrease`).
 * @param informedOn day the consumer was told that the guarantee covers the good
 * @throws LawError naming the field
 */
export function shippingCostDeadline(
  informedOn: CivilDate,
  place: Place = {},
  options: LawOptions = DEFAULT_OPTIONS,
): Deadline {
  const informed = toDay(informedOn, "informedOn")
  return deadline(
    informed + SHIPPING_COST_DAYS.on(informed, "informedOn").value,
    place,
    options,
    ["L241-6"],
    (last) => ({
      fr: `Prise en charge au titre de la garantie annoncée le ${inWords(informed, "fr")} : les frais d'envoi sont remboursés au plus tard le ${inWords(last, "fr")}.`,
      en: `Cover under the guarantee announced on ${inWords(informed, "en")}: shipping costs are refunded by ${inWords(last, "en")}.`,
    }),
  )
}

/** A period of the trader that ends on a day, with its sentence and, where it moves (U6), why. */
function deadline(
  strict: Day,
  place: Place,
  options: LawOptions,
  articles: readonly ArticleId[],
  says: (last: Day) => Bilingual,
): Deadline {
  const { due, moved } = traderDeadline(strict, place, options)
  const base = because({ fr: () => says(strict).fr, en: () => says(strict).en })
  return { due: toCivilDate(due), articles, reason: moved ? base.followedBy(moved) : base }
}

/**
 * The last day to bring a dispute to the mediator: one year from the written complaint (L612-2, 4°).
 * @throws LawError naming the field
 */
export function mediatorDeadline(complaintOn: CivilDate): Deadline {
  const complaint = toDay(complaintOn, "complaintOn")
  const due = addMonths(complaint, MEDIATOR_MONTHS.on(complaint, "complaintOn").value)
  return {
    due: toCivilDate(due),
    articles: ["L612-2"],
    reason: because({
      fr: () =>
        `Réclamation écrite du ${inWords(complaint, "fr")} : le médiateur peut être saisi jusqu'au ${inWords(due, "fr")}.`,
      en: () =>
        `Written complaint of ${inWords(complaint, "en")}: the dispute may be referred to the mediator until ${inWords(due, "en")}.`,
    }),
  }
}
