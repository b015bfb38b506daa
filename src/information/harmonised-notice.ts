import { harmonisedNotice } from "../law"
import type { LetterLocale } from "../modules/hamon/types"
import type { ShopFacts } from "./facts"
import { informationTexts } from "./texts"

/** Path of the official file; the language is its parameter. */
export const NOTICE_PATH = "/mentions-legales/avis-harmonise"

/**
 * The harmonised notice on the legal guarantee (Directive (EU) 2024/825, Regulation (EU) 2025/1960): whether it is due in
 * these countries on this day, and the official artwork, unchanged. `missing`: due, and the merchant has not supplied it.
 */
export function noticeInformation({ on, regions, notices, options }: ShopFacts, locale: LetterLocale) {
  const known = regions.flatMap(({ countries }) => countries)
  const countries = known.length > 0 ? known : ["fr"]
  const shown = countries.some((country) => harmonisedNotice(country, on, options.law).shown)
  const file = notices[locale] ?? notices.fr
  const language: LetterLocale = notices[locale] ? locale : "fr"
  const { alternative, more } = informationTexts(locale).harmonisedNotice
  return {
    shown,
    missing: shown && file === null,
    file:
      shown && file
        ? {
            locale: language,
            url: `${options.publicUrl}${NOTICE_PATH}?lang=${language}`,
            content_type: file.content_type,
            hash: file.hash,
          }
        : null,
    /** For those who do not see the picture, and where it is read more of. */
    alternative: shown ? alternative : null,
    link: shown ? more : null,
    articles: ["Dir. 2024/825"],
  }
}
