import type { ArticleId } from "../articles"
import { type CivilDate, inWords, toDay, toDayOrNull } from "../foundations/civil-date"
import { type Instant, toMoment, writeInstant } from "../foundations/instant"
import { because, type Bilingual } from "../foundations/reason"
import { PARIS } from "../foundations/time-zone"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { type Place, zoneAt } from "../calendars/place"

export type Timeliness = {
  readonly inTime: boolean
  /** First instant at which a declaration would be late; null while the period has not started. */
  readonly end: Instant | null
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/** A civil date has ten characters: of a letter only the day of posting is known. */
const DATE_LENGTH = 10
const ARTICLES: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L221-21", "L221-19"])

/**
 * Whether a declaration was sent in time.
 *
 * L221-21 « par l'envoi, avant l'expiration du délai prévu à l'article L. 221-18 »: sending counts, not arrival.
 * The period ends at midnight of the delivery territory or of Paris, whichever is later (U10).
 * The answer is a fact for a person who decides: no declaration is refused for it.
 *
 * @param sent when it was sent: an instant, a local date and time of the place, or a civil date (a postmark)
 * @param last last day of the period (extended or not); null while a reception is missing: always in time
 * @throws LawError naming the field
 */
export function timeliness(
  sent: Instant | CivilDate,
  last: CivilDate | null,
  place: Place = {},
  options: LawOptions = DEFAULT_OPTIONS,
): Timeliness {
  const zone = zoneAt(place)
  const dated = typeof sent === "string" && sent.length === DATE_LENGTH
  const sentAt = dated ? zone.startOfDay(toDay(sent, "sent")) : toMoment(sent, zone, "sent")
  const lastDay = toDayOrNull(last, "last")
  if (lastDay === null) {
    return {
      inTime: true,
      end: null,
      articles: ARTICLES,
      reason: {
        fr: "Le délai n'a pas commencé, faute de réception complète : la déclaration est dans le délai.",
        en: "The period has not begun, for want of a complete reception: the declaration is in time.",
      },
    }
  }
  const local = zone.startOfDay(lastDay + 1)
  const paris = PARIS.startOfDay(lastDay + 1)
  const end = options.u10Clock === "later" ? Math.max(local, paris) : local
  const inTime = sentAt < end
  // « America/St_Barthelemy » names its city last.
  const clock = (end === paris ? PARIS : zone).id.replace(/^.*\//, "").replace(/_/g, " ")
  return {
    inTime,
    end: writeInstant(end),
    articles: ARTICLES,
    reason: because({
      fr: () =>
        `Le délai courait jusqu'au ${inWords(lastDay, "fr")} à minuit (heure de ${clock}) ; la déclaration a été envoyée ${inTime ? "avant sa fin : elle est dans le délai" : "après sa fin : elle est hors délai"}.`,
      en: () =>
        `The period ran to the end of ${inWords(lastDay, "en")} (${clock} time); the declaration was sent ${inTime ? "before its end: it is in time" : "after its end: it is late"}.`,
    }),
  }
}
