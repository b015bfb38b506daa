import { frozen } from "../foundations/frozen"
import type { ArticleId } from "../articles"
import type { CivilDate } from "../foundations/civil-date"
import { LawError, oneOf } from "../foundations/law-error"
import type { Bilingual, Locale } from "../foundations/reason"

/**
 * Words of the order button.
 * L221-14 « commande avec obligation de paiement ou une formule analogue, dénuée de toute ambiguïté »; first letter
 * capitalised. In English the words of Directive 2011/83/EU, art. 8(2) “order with obligation to pay”.
 */
export const ORDER_BUTTON: Readonly<
  Record<Locale, { readonly from: CivilDate; readonly official: string; readonly analogous: readonly string[] }>
> = frozen({
  fr: {
    from: "2014-06-14",
    official: "Commande avec obligation de paiement",
    analogous: ["Payer", "Commander et payer"],
  },
  en: {
    from: "2014-06-13",
    official: "Order with obligation to pay",
    analogous: ["Pay", "Order and pay"],
  },
})

/** Labels that do not say that the order has to be paid: only the words on the button count (CJEU C-249/21). */
const AMBIGUOUS: readonly string[] = [
  "Valider",
  "Confirmer",
  "Commander",
  "Order",
  "Place order",
  "Confirm",
  "Submit",
  // Of the judgment itself.
  "Complete booking",
]

export type OrderButtonVerdict = {
  /** `safe`: the statutory words or a known analogue; `refused`: known to be ambiguous; `toCheck`: a person decides. */
  readonly verdict: "safe" | "refused" | "toCheck"
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

/**
 * Whether a label may stand on the order button (L221-14, al. 2; otherwise the contract is void, L242-2).
 * @throws LawError naming the field
 */
export function orderButton(label: string, locale: Locale): OrderButtonVerdict {
  oneOf(locale, ["fr", "en"], "locale")
  if (typeof label !== "string" || label.trim() === "") throw new LawError("label", "the words on the button", label)
  const same = (words: string): boolean => plain(words) === plain(label)
  const { official, analogous } = ORDER_BUTTON[locale]
  const verdict = [official, ...analogous].some(same) ? "safe" : AMBIGUOUS.some(same) ? "refused" : "toCheck"
  return {
    verdict,
    articles: ["L221-14"],
    reason: {
      safe: {
        fr: "La mention dit sans ambiguïté que la commande oblige à payer.",
        en: "The words say without ambiguity that the order obliges to pay.",
      },
      refused: {
        fr: `La mention ne dit pas que la commande oblige à payer : le contrat encourt la nullité (L242-2). Utilisez « ${official} ».`,
        en: `The words do not say that the order obliges to pay: the contract risks being void (L242-2). Use “${official}”.`,
      },
      toCheck: {
        fr: `Mention à faire vérifier ; la mention légale est « ${official} ».`,
        en: `Words to be checked; the statutory ones are “${official}”.`,
      },
    }[verdict],
  }
}

function plain(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase()
}
