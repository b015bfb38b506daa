import type { ArticleId } from "../articles"
import { addMonths, type CivilDate, inWords, toCivilDate, toDay, toDayOrNull } from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { LawError, trueOrFalse } from "../foundations/law-error"
import { type Amount, EUR } from "../foundations/money"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

/** D213-1 « Le montant mentionné à l'article L. 213-1 est fixé à 120 euros »; D213-2 « fixé à dix ans à compter de la conclusion du contrat ». */
const ARCHIVE = new Dated("archive of contracts", [
  { from: "2005-02-19", value: { threshold: "120.00", months: 120 }, source: "décret n° 2005-137; D213-1, D213-2" },
])

export type ArchiveFacts = {
  /** Total of the contract in euros, tax and delivery included (U19). */
  readonly amount: Amount
  readonly concludedOn: CivilDate
  /** Day of delivery or performance; null or absent: not yet. */
  readonly deliveredOn?: CivilDate | null
  /** Delivery or performance at the conclusion itself. Goods that are sent are never immediate. Default false. */
  readonly immediate?: boolean
}

export type ArchiveTerm = {
  /** Whether L213-1 makes the trader keep the contract. */
  readonly owed: boolean
  /** Last day of the duty; null when there is none, or while delivery is awaited. */
  readonly until: CivilDate | null
  /** Whether the shop keeps the contract, and to which day: every order by default (U19). Null: open, or not kept. */
  readonly kept: boolean
  readonly keptUntil: CivilDate | null
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * How long the contract is kept (L213-1, D213-1, D213-2): ten years from conclusion when delivery is immediate, else from
 * conclusion until delivery and ten years from it.
 * @throws LawError naming the field
 */
export function archiveTerm(facts: ArchiveFacts, options: LawOptions = DEFAULT_OPTIONS): ArchiveTerm {
  const concluded = toDay(facts.concludedOn, "concludedOn")
  const delivered = toDayOrNull(facts.deliveredOn, "deliveredOn")
  if (delivered !== null && delivered < concluded) {
    throw new LawError("deliveredOn", "a date that is not before concludedOn", facts.deliveredOn)
  }
  const immediate = trueOrFalse(facts.immediate ?? false, "immediate")
  const { threshold, months } = ARCHIVE.on(concluded, "concludedOn").value
  const least = EUR.read(threshold, "threshold")
  const owed = EUR.read(facts.amount, "amount") >= least
  const from = immediate ? concluded : delivered
  const end = from === null ? null : addMonths(from, months)
  const date = end === null ? null : toCivilDate(end)
  const kept = owed || options.u19ArchivedOrders === "every"
  return {
    owed,
    until: owed ? date : null,
    kept,
    keptUntil: kept ? date : null,
    articles: ["L213-1", "D213-1", "D213-2"],
    reason: because({
      fr: () =>
        `${owed ? `Contrat d'au moins ${EUR.inWords(least, "fr")} : il est conservé` : kept ? `Contrat de moins de ${EUR.inWords(least, "fr")} : sa conservation n'est pas obligatoire ; la boutique le garde` : `Contrat de moins de ${EUR.inWords(least, "fr")} : sa conservation n'est pas obligatoire`}${kept ? (end === null ? " jusqu'à la livraison, puis dix ans." : ` dix ans, jusqu'au ${inWords(end, "fr")}.`) : "."}`,
      en: () =>
        `${owed ? `Contract of at least ${EUR.inWords(least, "en")}: it is kept` : kept ? `Contract of less than ${EUR.inWords(least, "en")}: keeping it is not mandatory; the shop keeps it` : `Contract of less than ${EUR.inWords(least, "en")}: keeping it is not mandatory`}${kept ? (end === null ? " until delivery, then ten years." : ` ten years, to ${inWords(end, "en")}.`) : "."}`,
    }),
  }
}
