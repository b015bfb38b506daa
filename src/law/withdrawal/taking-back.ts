import type { ArticleId } from "../articles"
import { trueOrFalse } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

/**
 * Whether a consumer who withdrew keeps the goods after all. L221-27 « L'exercice du droit de rétractation met fin à
 * l'obligation des parties » at once and no text foresees a way back (U21): his request takes effect only when the
 * merchant agrees. Never suggested by the shop; both declarations stay in evidence.
 * @throws LawError naming the field
 */
export function takingBack(
  facts: { readonly requestedByConsumer: boolean; readonly agreedByMerchant: boolean },
  options: LawOptions = DEFAULT_OPTIONS,
): { takesEffect: boolean; articles: readonly ArticleId[]; reason: Bilingual } {
  const requested = trueOrFalse(facts.requestedByConsumer, "requestedByConsumer")
  const agreed = trueOrFalse(facts.agreedByMerchant, "agreedByMerchant")
  const takesEffect = options.u21TakingBack === "whenMerchantAgrees" && requested && agreed
  return {
    takesEffect,
    articles: ["L221-27"],
    reason: takesEffect
      ? {
          fr: "Le consommateur a demandé à garder les biens et le professionnel a accepté : le contrat continue.",
          en: "The consumer asked to keep the goods and the merchant agreed: the contract goes on.",
        }
      : {
          fr: "La rétractation a mis fin au contrat : elle reste acquise.",
          en: "The withdrawal ended the contract: it stands.",
        },
  }
}
