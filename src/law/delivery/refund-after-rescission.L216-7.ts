import type { ArticleId } from "../articles"
import { type CivilDate, inWords, toCivilDate, toDay } from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { because, type Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import type { Place } from "../calendars/place"
import { traderDeadline } from "../calendars/trader-deadline"

/** L216-7 « au plus tard dans les quatorze jours suivant la date à laquelle le contrat a été dénoncé » */
const REFUND_DAYS = new Dated("refund period after rescission", [
  { from: "2014-06-14", value: 14, source: "loi n° 2014-344 du 17 mars 2014; L216-7" },
])

/**
 * The day by which everything paid must be refunded after a rescission, express delivery included; no deferral.
 * @param denouncedOn day the trader received the rescission
 * @throws LawError naming the field
 */
export function refundAfterRescission(
  denouncedOn: CivilDate,
  place: Place = {},
  options: LawOptions = DEFAULT_OPTIONS,
): { due: CivilDate; articles: readonly ArticleId[]; reason: Bilingual } {
  const denounced = toDay(denouncedOn, "denouncedOn")
  const strict = denounced + REFUND_DAYS.on(denounced, "denouncedOn").value
  const { due, moved } = traderDeadline(strict, place, options)
  const base = because({
    fr: () =>
      `Le contrat a été résolu le ${inWords(denounced, "fr")} : toutes les sommes versées sont remboursées dans les quatorze jours, au plus tard le ${inWords(strict, "fr")}.`,
    en: () =>
      `The contract was rescinded on ${inWords(denounced, "en")}: all sums paid are refunded within fourteen days, by ${inWords(strict, "en")}.`,
  })
  return { due: toCivilDate(due), articles: ["L216-7"], reason: moved ? base.followedBy(moved) : base }
}
