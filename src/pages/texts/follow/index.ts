import type { LetterLocale } from "../../../modules/hamon/types"
import { en } from "./en"
import { fr, type FollowPageTexts } from "./fr"

export type { FollowPageTexts }

const TEXTS: Record<LetterLocale, FollowPageTexts> = { fr, en }

/** The words of the status page itself; those of its picture are in `src/follow/texts`. */
export function followPageTexts(locale: LetterLocale): FollowPageTexts {
  return TEXTS[locale]
}
