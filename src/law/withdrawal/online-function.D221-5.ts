import type { ArticleId } from "../articles"
import { type CivilDate, toDay } from "../foundations/civil-date"
import { trueOrFalse } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { type FunctionLabels, functionLabels } from "../texts/labels.D221-5"
import { FUNCTION_SINCE } from "./information.L221-5"

export type OnlineFunction = {
  /** Whether the law makes the trader offer it for this contract. */
  readonly required: boolean
  /** Whether it is shown: always, but where the reading of U20 does not require it on orders that are wholly excepted. */
  readonly visible: boolean
  readonly labels: FunctionLabels
  /** No account may be asked for. No text read says so expressly; withdrawing must not be harder than ordering (U5). */
  readonly withoutAccount: true
  /** Acknowledgement « dans un délai raisonnable », read as "without undue delay" of the directive (U5). */
  readonly acknowledgement: "atOnce" | "reasonableDelay"
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * What the online withdrawal function must be for a contract (L221-21, D221-5): due for contracts concluded through an
 * online interface from 19 June 2026 on, in two steps with their labels, free, without an account.
 * @throws LawError naming the field
 */
export function onlineFunction(
  facts: {
    readonly concludedOn: CivilDate
    readonly locale: string
    /** Whether every line of the order is excepted (L221-28). Default false. */
    readonly everyLineExcepted?: boolean
  },
  options: LawOptions = DEFAULT_OPTIONS,
): OnlineFunction {
  const since = toDay(facts.concludedOn, "concludedOn") >= toDay(FUNCTION_SINCE, "since")
  const excepted = trueOrFalse(facts.everyLineExcepted ?? false, "everyLineExcepted")
  const visible = !(excepted && options.u20FunctionWhenAllExcepted === "hidden")
  const { withdraw, confirm } = functionLabels(facts.locale, options)
  return {
    required: since && visible,
    visible,
    labels: { withdraw, confirm },
    withoutAccount: true,
    acknowledgement: options.u5Reading === "strict" ? "atOnce" : "reasonableDelay",
    articles: ["L221-21", "D221-5"],
    reason: !visible
      ? {
          fr: "Toutes les lignes sont exceptées du droit de rétractation : la fonctionnalité n'est pas offerte.",
          en: "Every line is excepted from the right of withdrawal: the function is not offered.",
        }
      : since
        ? {
            fr: "Le contrat a été conclu en ligne à compter du 19 juin 2026 : la fonctionnalité de rétractation est obligatoire.",
            en: "The contract was concluded online on or after 19 June 2026: the withdrawal function is mandatory.",
          }
        : {
            fr: "Le contrat a été conclu avant le 19 juin 2026 : la fonctionnalité est offerte sans être obligatoire.",
            en: "The contract was concluded before 19 June 2026: the function is offered without being mandatory.",
          },
  }
}
