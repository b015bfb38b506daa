import type { LetterLocale } from "../../modules/hamon/types"
import { en } from "./en"
import { fr, type FollowTexts } from "./fr"

export type { FollowTexts }

const TEXTS: Record<LetterLocale, FollowTexts> = { fr, en }

/** The words of the picture of a declaration. */
export function followTexts(locale: LetterLocale): FollowTexts {
  return TEXTS[locale]
}
