import { ORDER_BUTTON } from "../law"
import type { LetterLocale } from "../modules/hamon/types"

/** Where the law's table keeps no official words (L221-14): a translation, which the merchant has checked. */
const ANALOGUE: Readonly<Record<LetterLocale, string>> = {
  fr: "Commander et payer",
  en: "Order with obligation to pay",
}

/** The words that stand on the order button, and nothing else on it (L221-14, al. 2). */
export function orderButtonLabel(locale: LetterLocale): string {
  return ORDER_BUTTON[locale].official ?? ANALOGUE[locale]
}
