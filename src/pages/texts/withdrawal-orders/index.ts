import type { LetterLocale } from "../../../modules/hamon/types"
import { en } from "./en"
import { fr, type WithdrawalOrdersTexts } from "./fr"

const TEXTS: Record<LetterLocale, WithdrawalOrdersTexts> = { fr, en }

export function withdrawalOrdersTexts(locale: LetterLocale): WithdrawalOrdersTexts {
  return TEXTS[locale]
}
