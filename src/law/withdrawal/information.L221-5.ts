import type { ArticleId } from "../articles"
import { type CivilDate, toDay } from "../foundations/civil-date"
import { trueOrFalse } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

/** First day on which contracts must offer, and announce, the online withdrawal function (ordonnance n° 2026-2, décret n° 2026-3). */
export const FUNCTION_SINCE: CivilDate = "2026-06-19"

/** What of L221-5, 7° the consumer received before the contract, on or with a durable medium. */
export type WithdrawalInformation = {
  /** Conditions, period and procedure of the right. */
  readonly conditions: boolean
  /** The model form annexed to R221-1. */
  readonly modelForm: boolean
  /** Existence and location of the online function. */
  readonly onlineFunction: boolean
  /** Day the contract was concluded: the function is due from 19 June 2026 on. */
  readonly concludedOn: CivilDate
}

/**
 * Whether the information of L221-5, 7° is complete, and whether what is missing extends the period (L221-20).
 * That a missing mention of the function alone extends it is an inference (U4): option `u4MissingFunctionExtends`.
 * @throws LawError naming the field
 */
export function informationOnWithdrawal(
  given: WithdrawalInformation,
  options: LawOptions = DEFAULT_OPTIONS,
): {
  /** Whether everything that L221-5, 7° asks for was given. */
  complete: boolean
  /** Whether what is missing extends the period (L221-20). */
  extends: boolean
  missing: string[]
  articles: readonly ArticleId[]
  reason: Bilingual
} {
  const functionDue = toDay(given.concludedOn, "concludedOn") >= toDay(FUNCTION_SINCE, "since")
  const parts = [
    { name: "conditions", fr: "conditions, délai et modalités", en: "conditions, period and procedure", due: true },
    { name: "modelForm", fr: "formulaire type", en: "model form", due: true },
    { name: "onlineFunction", fr: "fonctionnalité en ligne", en: "online function", due: functionDue },
  ] as const
  const missing = parts.filter(({ name, due }) => !trueOrFalse(given[name], name) && due)
  return {
    complete: missing.length === 0,
    extends: missing.some(({ name }) => name !== "onlineFunction" || options.u4MissingFunctionExtends),
    missing: missing.map(({ name }) => name),
    articles: ["L221-5", "L221-20"],
    reason:
      missing.length === 0
        ? { fr: "L'information sur la rétractation est complète.", en: "The information on withdrawal is complete." }
        : {
            fr: `Il manque dans l'information sur la rétractation : ${missing.map(({ fr }) => fr).join(", ")}.`,
            en: `Missing from the information on withdrawal: ${missing.map(({ en }) => en).join(", ")}.`,
          },
  }
}
