import type { LetterLocale } from "../../../modules/hamon/types"
import { en } from "./en"
import { fr, type ObjectionTexts } from "./fr"

const TEXTS: Record<LetterLocale, ObjectionTexts> = { fr, en }

export function objectionTexts(locale: LetterLocale): ObjectionTexts {
  return TEXTS[locale]
}
