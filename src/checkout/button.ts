import { ORDER_BUTTON } from "../law"
import type { LetterLocale } from "../modules/hamon/types"

/** The words that stand on the order button, and nothing else on it (L221-14, al. 2; Dir. 2011/83, art. 8(2)). */
export function orderButtonLabel(locale: LetterLocale): string {
  return ORDER_BUTTON[locale].official
}
