import type { ArticleId } from "../articles"
import { type CivilDate, type Day, inWords, toDay, toDayOrNull } from "../foundations/civil-date"
import { type Instant, toInstant } from "../foundations/instant"
import { LawError, trueOrFalse } from "../foundations/law-error"
import { because, type Bilingual } from "../foundations/reason"

export type LateDeliveryFacts = {
  /** Last day on which delivery is in time (L216-1). */
  readonly latest: CivilDate
  /** Day for which the question is asked. */
  readonly today: CivilDate
  /** Day of delivery; null or absent: not delivered. */
  readonly deliveredOn?: CivilDate | null
  /** Whether the trader refuses to deliver, or it is plain that he will not (L216-6, II, 1°). Default false. */
  readonly refused?: boolean
  /** Whether the date was an essential condition, by the circumstances or the consumer's express request (II, 2°). Default false. */
  readonly essential?: boolean
  /**
   * Formal notice that the trader received, with the end of the reasonable extra period it gives. One received before
   * delivery was late puts nobody on notice: there was no breach yet.
   */
  readonly formalNotice?: { readonly receivedOn: CivilDate; readonly extraPeriodEndsOn: CivilDate } | null
}

export type LateDeliveryRights = {
  readonly late: boolean
  /** I, 1°: suspend payment of all or part of the price. */
  readonly maySuspendPayment: boolean
  /** I, 2°: put the trader on notice to deliver within a reasonable extra period; stays open where II allows more. */
  readonly mayServeNotice: boolean
  /** I, 2° after the extra period, or II at once. */
  readonly mayRescind: boolean
  readonly ground: "none" | "inTime" | "notice" | "extraPeriodRunning" | "extraPeriodOver" | "refusal" | "essentialDate"
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * What a consumer may do on a day when delivery fails.
 *
 * L216-6 « Résoudre le contrat si, après avoir mis en demeure le professionnel d'effectuer la délivrance ou de fournir le
 * service dans un délai supplémentaire raisonnable, ce dernier ne s'est pas exécuté dans ce délai »; at once
 * « Lorsque le professionnel refuse de délivrer le bien ou de fournir le service ou lorsqu'il est manifeste qu'il ne
 * livrera pas le bien ou ne fournira pas le service », and when the date « constitue pour le consommateur une condition
 * essentielle du contrat ».
 * @throws LawError naming the field
 */
export function lateDeliveryRights(facts: LateDeliveryFacts): LateDeliveryRights {
  const latest = toDay(facts.latest, "latest")
  const today = toDay(facts.today, "today")
  const deliveredOn = toDayOrNull(facts.deliveredOn, "deliveredOn")
  const delivered = deliveredOn !== null && deliveredOn <= today
  const refused = trueOrFalse(facts.refused ?? false, "refused")
  const essential = trueOrFalse(facts.essential ?? false, "essential")
  const extraEnds = readNotice(facts, latest, today)
  const late = today > latest

  const ground = groundOf()
  const open = ground !== "none" && ground !== "inTime"
  return {
    late: late && !delivered,
    maySuspendPayment: open,
    mayServeNotice: ground === "notice" || ground === "refusal" || ground === "essentialDate",
    mayRescind: ground === "refusal" || ground === "essentialDate" || ground === "extraPeriodOver",
    ground,
    articles: ["L216-6", "L216-1"],
    reason: because({ fr: () => sentences().fr, en: () => sentences().en }),
  }

  function groundOf(): LateDeliveryRights["ground"] {
    if (delivered) return "none"
    if (refused) return "refusal"
    if (!late) return "inTime"
    if (essential) return "essentialDate"
    if (extraEnds === null) return "notice"
    return today > extraEnds ? "extraPeriodOver" : "extraPeriodRunning"
  }

  function sentences(): Bilingual {
    const day = { fr: inWords(extraEnds ?? latest, "fr"), en: inWords(extraEnds ?? latest, "en") }
    switch (ground) {
      case "none":
        return { fr: "Le bien a été livré.", en: "The good was delivered." }
      case "inTime":
        return {
          fr: `La livraison est attendue au plus tard le ${inWords(latest, "fr")}.`,
          en: `Delivery is expected by ${inWords(latest, "en")}.`,
        }
      case "refusal":
        return {
          fr: "Le professionnel refuse de livrer, ou il est manifeste qu'il ne livrera pas : le contrat peut être résolu immédiatement.",
          en: "The trader refuses to deliver, or it is plain that he will not: the contract may be rescinded at once.",
        }
      case "essentialDate":
        return {
          fr: `La livraison au plus tard le ${inWords(latest, "fr")} était une condition essentielle et n'a pas eu lieu : le contrat peut être résolu immédiatement.`,
          en: `Delivery by ${inWords(latest, "en")} was an essential condition and did not happen: the contract may be rescinded at once.`,
        }
      case "notice":
        return {
          fr: `La livraison devait avoir lieu au plus tard le ${inWords(latest, "fr")} : le paiement peut être suspendu et le professionnel mis en demeure de livrer dans un délai supplémentaire raisonnable.`,
          en: `Delivery was due by ${inWords(latest, "en")}: payment may be suspended and the trader put on notice to deliver within a reasonable extra period.`,
        }
      case "extraPeriodRunning":
        return {
          fr: `Le professionnel a été mis en demeure ; le délai supplémentaire court jusqu'au ${day.fr}.`,
          en: `The trader was put on notice; the extra period runs to ${day.en}.`,
        }
      case "extraPeriodOver":
        return {
          fr: `Le délai supplémentaire a pris fin le ${day.fr} sans livraison : le contrat peut être résolu.`,
          en: `The extra period ended on ${day.en} without delivery: the contract may be rescinded.`,
        }
    }
  }
}

/** End of the extra period of a formal notice that counts; null without one. */
function readNotice({ formalNotice }: LateDeliveryFacts, latest: Day, today: Day): Day | null {
  if (formalNotice === null || formalNotice === undefined) return null
  const received = toDay(formalNotice.receivedOn, "formalNotice.receivedOn")
  const ends = toDay(formalNotice.extraPeriodEndsOn, "formalNotice.extraPeriodEndsOn")
  if (ends < received) {
    throw new LawError(
      "formalNotice.extraPeriodEndsOn",
      "a date that is not before the notice",
      formalNotice.extraPeriodEndsOn,
    )
  }
  return received > latest && received <= today ? ends : null
}

/**
 * Whether a rescission takes effect when the trader receives it.
 * L216-6 « Le contrat est considéré comme résolu à la réception par le professionnel de la lettre ou de l'écrit
 * l'informant de cette résolution, à moins que le professionnel ne se soit exécuté entre-temps »: performance is
 * delivery into the consumer's hands (L216-1), not dispatch; the hour decides.
 * @param facts `mayRescind` is what `lateDeliveryRights` answers for the day of receipt; instants in UTC; `deliveredAt`
 *   null while not delivered
 * @throws LawError naming the field
 */
export function rescissionEffect(facts: {
  readonly mayRescind: boolean
  readonly receivedAt: Instant
  readonly deliveredAt?: Instant | null
}): { rescinded: boolean; articles: readonly ArticleId[]; reason: Bilingual } {
  const mayRescind = trueOrFalse(facts.mayRescind, "mayRescind")
  const received = toInstant(facts.receivedAt, "receivedAt")
  const delivered = facts.deliveredAt ?? null
  const inTime = delivered !== null && toInstant(delivered, "deliveredAt") < received
  return {
    rescinded: mayRescind && !inTime,
    articles: ["L216-6"],
    reason: inTime
      ? {
          fr: "Le bien a été livré avant la réception de l'écrit : le contrat n'est pas résolu.",
          en: "The good was delivered before the writing was received: the contract is not rescinded.",
        }
      : mayRescind
        ? {
            fr: "Le contrat a été résolu à la réception de l'écrit par le professionnel.",
            en: "The contract was rescinded when the trader received the writing.",
          }
        : {
            fr: "Les conditions de la résolution n'étaient pas réunies à la réception de l'écrit : le contrat n'est pas résolu.",
            en: "The conditions of rescission were not met when the writing was received: the contract is not rescinded.",
          },
  }
}
