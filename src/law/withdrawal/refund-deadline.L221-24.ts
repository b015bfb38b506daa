import type { ArticleId } from "../articles"
import {
  type CivilDate,
  type Day,
  inWords,
  toCivilDate,
  toCivilDateOrNull,
  toDay,
  toDayOrNull,
} from "../foundations/civil-date"
import { Dated } from "../foundations/dated"
import { trueOrFalse } from "../foundations/law-error"
import { because, type Bilingual, type Locale } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { traderDeadline } from "../calendars/trader-deadline"
import { type GoodsFacts, goodsToReturn } from "./return.L221-23"

/** L221-24 « au plus tard dans les quatorze jours à compter de la date à laquelle il est informé » */
const REFUND_DAYS = new Dated("refund period", [
  { from: "2014-06-14", value: 14, source: "loi n° 2014-344 du 17 mars 2014; L221-24" },
])

export type RefundFacts = GoodsFacts & {
  /** Whether some of the goods withdrawn never left the trader, so that nothing of them has to come back. Default false. */
  readonly partNeverLeft?: boolean
  /** Day the trader was informed: submission of the online form, arrival of the e-mail, delivery of the letter. */
  readonly informedOn: CivilDate
  /** Day the last of the goods was back with the trader; null or absent: not yet. */
  readonly recoveredOn?: CivilDate | null
  /** Day the consumer gave proof of dispatch; null or absent: not yet. A proof is enough: inspection is no condition. */
  readonly proofOfDispatchOn?: CivilDate | null
}

export type RefundDeadline = {
  /** Last day to refund; null while the trader may defer. */
  readonly due: CivilDate | null
  /** The two readings of U6; the trader's period does not roll by default. */
  readonly strict: CivilDate | null
  readonly rolled: CivilDate | null
  /** Fourteen days after the trader was informed, whatever the goods do. */
  readonly base: CivilDate
  /** What the due date follows. */
  readonly follows: "information" | "recovery" | "proofOfDispatch" | "deferred"
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

const ARTICLES: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L221-24"])

/**
 * The day by which the trader must have refunded.
 *
 * L221-24 « le professionnel peut différer le remboursement jusqu'à récupération des biens ou jusqu'à ce que le
 * consommateur ait fourni une preuve de l'expédition de ces biens, la date retenue étant celle du premier de ces faits »:
 * the later of informed + 14 and that fact. There is no second fortnight after the goods are back. No deferral when the
 * trader collects, or when no goods left him. Where only some of them left, « le remboursement » is read as one: all of it
 * may wait for the goods that left (U22).
 * @throws LawError naming the field
 */
export function refundDeadline(facts: RefundFacts, options: LawOptions = DEFAULT_OPTIONS): RefundDeadline {
  const informed = toDay(facts.informedOn, "informedOn")
  const recovered = toDayOrNull(facts.recoveredOn, "recoveredOn")
  const proof = toDayOrNull(facts.proofOfDispatchOn, "proofOfDispatchOn")
  const base = informed + REFUND_DAYS.on(informed, "informedOn").value
  const first = earlier(recovered, proof)
  const mixed = trueOrFalse(facts.partNeverLeft ?? false, "partNeverLeft")
  const waits = goodsToReturn(facts) && !(mixed && options.u22PartNeverLeft === "atOnce")
  const follows = !waits ? "information" : first === null ? "deferred" : followed(first, base, recovered)
  const day = follows === "deferred" ? null : follows === "information" ? base : first
  const deadline = day === null ? null : traderDeadline(day, facts, options)

  return {
    due: toCivilDateOrNull(deadline?.due ?? null),
    strict: toCivilDateOrNull(deadline?.strict ?? null),
    rolled: toCivilDateOrNull(deadline?.rolled ?? null),
    base: toCivilDate(base),
    follows,
    articles: ARTICLES,
    reason: because({ fr: () => explain("fr"), en: () => explain("en") }),
  }

  function explain(locale: Locale): string {
    const says = sentence(follows, informed, base, first)[locale]
    const one = mixed && waits && follows !== "information" ? [ONE_REFUND[locale]] : []
    return [says, ...one, ...(deadline?.moved ? [deadline.moved[locale]] : [])].join(" ")
  }
}

const ONE_REFUND: Bilingual = {
  fr: "Le remboursement est fait en une fois, biens qui n'étaient pas partis compris.",
  en: "The refund is made at once for all goods, those that had not left included.",
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

function followed(first: Day, base: Day, recovered: Day | null): "information" | "recovery" | "proofOfDispatch" {
  if (first <= base) return "information"
  return first === recovered ? "recovery" : "proofOfDispatch"
}

function sentence(follows: RefundDeadline["follows"], informed: Day, base: Day, first: Day | null): Bilingual {
  const told = {
    fr: `Le professionnel a été informé le ${inWords(informed, "fr")}`,
    en: `The trader was informed on ${inWords(informed, "en")}`,
  }
  const on = { fr: inWords(first ?? base, "fr"), en: inWords(first ?? base, "en") }
  switch (follows) {
    case "information":
      return {
        fr: `${told.fr} : il rembourse dans les quatorze jours, au plus tard le ${inWords(base, "fr")}.`,
        en: `${told.en}: the refund is due within fourteen days, by ${inWords(base, "en")}.`,
      }
    case "recovery":
      return {
        fr: `${told.fr} ; il a récupéré les biens après quatorze jours : il rembourse le jour même, le ${on.fr}.`,
        en: `${told.en}; the goods were back after more than fourteen days: the refund is due that same day, ${on.en}.`,
      }
    case "proofOfDispatch":
      return {
        fr: `${told.fr} ; la preuve d'expédition est venue après quatorze jours : il rembourse le jour même, le ${on.fr}.`,
        en: `${told.en}; the proof of dispatch came after more than fourteen days: the refund is due that same day, ${on.en}.`,
      }
    case "deferred":
      return {
        fr: `${told.fr} ; il peut attendre les biens ou une preuve de leur expédition. Le remboursement est dû au premier de ces deux faits, et pas avant le ${inWords(base, "fr")}.`,
        en: `${told.en}; he may wait for the goods or a proof of their dispatch. The refund is due on the first of the two, and not before ${inWords(base, "en")}.`,
      }
  }
}
