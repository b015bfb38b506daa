import type { Followed } from "../modules/hamon/operations/followed"
import type { LetterLocale } from "../modules/hamon/types"
import { followTexts } from "./texts"

/**
 * What a late refund is increased by (L242-4), as of today or of the day on which it was paid; null while nothing is late.
 * Where the rate of a semester is not published yet, that is said: nothing is guessed.
 */
export function surchargeShown({ surcharge }: Followed, locale: LetterLocale) {
  if (!surcharge) return null
  const { on, owed, late, paid, reason, articles } = surcharge
  return {
    on,
    days_late: late,
    amount: owed,
    paid,
    reason: reason?.[locale] ?? followTexts(locale).refund.rateMissing,
    articles,
  }
}
