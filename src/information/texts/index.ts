import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { fr, type InformationTexts } from "./fr"

const TEXTS: Record<LetterLocale, InformationTexts> = { fr, en }

export function informationTexts(locale: LetterLocale): InformationTexts {
  return TEXTS[locale]
}
