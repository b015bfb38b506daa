import { whyRolled } from "../calendars/calendar"
import type { ArticleId } from "../articles"
import { type CivilDate, inWords, toCivilDate, toDay } from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { trueOrFalse } from "../foundations/law-error"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { calendarAt, type Place } from "../calendars/place"

/** L221-23 « dans les quatorze jours suivant la communication de sa décision de se rétracter » */
const RETURN_DAYS = new Dated("return period", [
  { from: "2014-06-14", value: 14, source: "loi n° 2014-344 du 17 mars 2014; L221-23" },
])

/** What decides whether goods must travel back. */
export type GoodsFacts = Place & {
  /** Whether the goods left the trader. Default true; false: nothing to return (services, digital content, not shipped). */
  readonly goodsOut?: boolean
  /** Whether the trader offers to collect them. Default false. */
  readonly traderCollects?: boolean
}

export type ReturnDeadline = {
  /** Last day to send the goods back; null when there is nothing to send back. */
  readonly due: CivilDate | null
  /** Fourteen days exactly, and rolled to a working day: the two readings of U6. */
  readonly strict: CivilDate | null
  readonly rolled: CivilDate | null
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

const ARTICLES: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L221-23"])
const ARTICLES_ROLLED: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L221-23", "Reg. 1182/71"])

/** Whether the consumer has goods to send back (L221-23, al. 1). @throws LawError naming the field */
export function goodsToReturn(facts: GoodsFacts): boolean {
  const out = trueOrFalse(facts.goodsOut ?? true, "goodsOut")
  return !trueOrFalse(facts.traderCollects ?? false, "traderCollects") && out
}

/**
 * The day by which the consumer must have sent the goods back. In time if sent before it ends (model notice, R221-3).
 * The period rolls to a working day, for the consumer (U6). A late return does not undo the withdrawal: it only keeps
 * the refund deferred.
 * @param communicatedOn day the consumer communicated the withdrawal
 * @throws LawError naming the field
 */
export function returnDeadline(
  facts: GoodsFacts & { readonly communicatedOn: CivilDate },
  options: LawOptions = DEFAULT_OPTIONS,
): ReturnDeadline {
  const communicated = toDay(facts.communicatedOn, "communicatedOn")
  if (!goodsToReturn(facts)) {
    return { due: null, strict: null, rolled: null, articles: ARTICLES, reason: nothingToReturn(facts) }
  }
  const calendar = calendarAt(facts, options)
  const strict = communicated + RETURN_DAYS.on(communicated, "communicatedOn").value
  const rolled = calendar.roll(strict)
  const due = options.u6RollConsumerPeriods ? rolled : strict
  const why = (): Bilingual => whyRolled(calendar, strict, due) ?? { fr: "", en: "" }
  return {
    due: toCivilDate(due),
    strict: toCivilDate(strict),
    rolled: toCivilDate(rolled),
    articles: due === strict ? ARTICLES : ARTICLES_ROLLED,
    reason: because({
      fr: () =>
        `Rétractation communiquée le ${inWords(communicated, "fr")} : les biens sont à renvoyer dans les quatorze jours, au plus tard le ${inWords(strict, "fr")}. ${why().fr}`.trim(),
      en: () =>
        `Withdrawal communicated on ${inWords(communicated, "en")}: the goods are to be sent back within fourteen days, by ${inWords(strict, "en")}. ${why().en}`.trim(),
    }),
  }
}

function nothingToReturn(facts: GoodsFacts): Bilingual {
  return facts.traderCollects
    ? {
        fr: "Le professionnel récupère lui-même les biens : rien n'est à renvoyer.",
        en: "The trader collects the goods: nothing is to be sent back.",
      }
    : { fr: "Aucun bien n'est à renvoyer.", en: "There are no goods to send back." }
}

/**
 * Who bears the direct cost of the return.
 * L221-23 « Le consommateur ne supporte que les coûts directs de renvoi des biens, sauf si le professionnel accepte de les
 * prendre à sa charge ou s'il a omis d'informer le consommateur que ces coûts sont à sa charge » (also L221-6).
 * @throws LawError naming the field
 */
export function returnCost(facts: {
  /** Whether the trader agreed to bear it. */
  readonly borneByTrader: boolean
  /** Whether the consumer was told before the order that it is his (L221-5, 8°). */
  readonly consumerInformed: boolean
}): { borneBy: "trader" | "consumer"; articles: readonly ArticleId[]; reason: Bilingual } {
  const agreed = trueOrFalse(facts.borneByTrader, "borneByTrader")
  const informed = trueOrFalse(facts.consumerInformed, "consumerInformed")
  const borneBy = agreed || !informed ? "trader" : "consumer"
  return {
    borneBy,
    articles: ["L221-23", "L221-5"],
    reason: agreed
      ? {
          fr: "Le professionnel prend à sa charge les frais de renvoi.",
          en: "The trader bears the cost of the return.",
        }
      : informed
        ? {
            fr: "Les frais directs de renvoi sont à la charge du consommateur, qui en a été informé avant la commande.",
            en: "The direct cost of the return is the consumer's, who was told before the order.",
          }
        : {
            fr: "Le consommateur n'a pas été informé que les frais de renvoi seraient à sa charge : le professionnel les supporte.",
            en: "The consumer was not told that the cost of the return would be his: the trader bears it.",
          },
  }
}
