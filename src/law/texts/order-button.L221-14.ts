import type { ArticleId } from "../articles"
import { LawError, oneOf } from "../foundations/law-error"
import type { Bilingual, Locale } from "../foundations/reason"

/**
 * Words of the order button.
 * L221-14 « commande avec obligation de paiement ou une formule analogue, dénuée de toute ambiguïté »; first letter
 * capitalised. In English the words of Directive 2011/83, art. 8(2).
 */
export const ORDER_BUTTON: Readonly<
  Record<Locale, { readonly official: string; readonly analogous: readonly string[] }>
> = {
  fr: { official: "Commande avec obligation de paiement", analogous: ["Payer", "Commander et payer"] },
  en: { official: "Order with obligation to pay", analogous: ["Pay", "Order and pay"] },
}

/** Labels that courts have refused: the words on the button alone must say that the order has to be paid (CJEU C-249/21). */
const REFUSED: readonly string[] = [
  "valider",
  "confirmer",
  "commander",
  "acheter",
  "order",
  "confirm",
  "submit",
  "continuer",
]

export type OrderButtonVerdict = {
  /** `safe`: the official words or a known analogue; `refused`: known to be ambiguous; `toCheck`: a person decides. */
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
  const verdict = [official, ...analogous].some(same) ? "safe" : REFUSED.some(same) ? "refused" : "toCheck"
  return {
    verdict,
    articles: ["L221-14"],
    reason: {
      safe: {
        fr: "La mention dit sans ambiguïté que la commande oblige à payer.",
        en: "The words say without ambiguity that the order obliges to pay.",
      },
      refused: {
        fr: `La mention ne dit pas que la commande oblige à payer : le contrat serait nul. Utilisez « ${official} ».`,
        en: `The words do not say that the order obliges to pay: the contract would be void. Use "${official}".`,
      },
      toCheck: {
        fr: `Mention à faire vérifier ; la mention légale est « ${official} ».`,
        en: `Words to be checked; the statutory ones are "${official}".`,
      },
    }[verdict],
  }
}

function plain(words: string): string {
  return words.trim().replace(/\s+/g, " ").toLowerCase()
}
