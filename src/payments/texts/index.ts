import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { fr, type PaymentTexts } from "./fr"

const TEXTS: Record<LetterLocale, PaymentTexts> = { fr, en }

export type { PaymentTexts }

/** The words of a language. Another language is one more file here. */
export function paymentTexts(locale: LetterLocale): PaymentTexts {
  return TEXTS[locale]
}
