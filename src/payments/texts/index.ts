import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { fr, type PaymentTexts } from "./fr"

const TEXTS: Record<LetterLocale, PaymentTexts> = { fr, en }

export type { PaymentTexts }

/** The words of a language. Another language is one more file here. */
export function paymentTexts(locale: LetterLocale): PaymentTexts {
  return TEXTS[locale]
}

/** Fills `{name}` slots; a slot without a value stays. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot)
}
