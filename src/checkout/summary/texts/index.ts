import type { LetterLocale } from "../../../modules/hamon/types"
import { en } from "./en"
import { fr, type SummaryTexts } from "./fr"

const TEXTS: Record<LetterLocale, SummaryTexts> = { fr, en }

export type { SummaryTexts }

export function summaryTexts(locale: LetterLocale): SummaryTexts {
  return TEXTS[locale]
}
