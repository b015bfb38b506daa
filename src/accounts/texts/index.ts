import { fill } from "../../kit/fill"
import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { type AccountTexts, fr } from "./fr"

const TEXTS: Record<LetterLocale, AccountTexts> = { fr, en }

/** The sentences of a language. Another language is one more file here. */
export function accountTexts(locale: LetterLocale): AccountTexts {
  return TEXTS[locale]
}

/** A time to wait, in the unit that people count it in; never less than it is. */
export function waitingTime(seconds: number, locale: LetterLocale): string {
  const { second, seconds: few, minutes, hours } = TEXTS[locale]
  if (seconds <= 1) return second
  if (seconds < 120) return fill(few, { n: seconds })
  if (seconds < 2 * 3600) return fill(minutes, { n: Math.ceil(seconds / 60) })
  return fill(hours, { n: Math.ceil(seconds / 3600) })
}
