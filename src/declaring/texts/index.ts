import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { type DeclaringTexts, fr } from "./fr"

const TEXTS: Record<LetterLocale, DeclaringTexts> = { fr, en }

export function declaringTexts(locale: LetterLocale): DeclaringTexts {
  return TEXTS[locale]
}
