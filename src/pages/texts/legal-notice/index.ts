import type { LetterLocale } from "../../../modules/hamon/types"
import { en } from "./en"
import { fr, type LegalNoticeTexts } from "./fr"

const TEXTS: Record<LetterLocale, LegalNoticeTexts> = { fr, en }

export function legalNoticeTexts(locale: LetterLocale): LegalNoticeTexts {
  return TEXTS[locale]
}
