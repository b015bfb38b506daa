import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { type CheckoutTexts, fr } from "./fr"

const TEXTS: Record<LetterLocale, CheckoutTexts> = { fr, en }

export function checkoutTexts(locale: LetterLocale): CheckoutTexts {
  return TEXTS[locale]
}
