import type { LawOptions } from "../law"
import type { MerchantContent } from "../modules/hamon/merchant"
import type { LetterLocale } from "../modules/hamon/types"
import type { LetterTexts } from "./texts/fr"

/** What every letter knows besides its own data. */
export type LetterContext = {
  readonly locale: LetterLocale
  readonly texts: LetterTexts
  /** The version of the profile that the letter names; null while there is none. */
  readonly merchant: MerchantContent | null
  /** Where customers reach the hosted pages, without a slash at the end. */
  readonly publicUrl: string
  readonly law: LawOptions
}
