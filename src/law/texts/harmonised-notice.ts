import type { ArticleId } from "../articles"
import { type CivilDate, toDay } from "../foundations/civil-date"
import { LawError } from "../foundations/law-error"
import type { Bilingual } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

/** Day from which Directive (EU) 2024/825 and Implementing Regulation (EU) 2025/1960 apply. */
const SINCE: CivilDate = "2026-09-27"

/**
 * Whether shops selling to a country show the harmonised notice on the legal guarantee on a day, and where.
 * Shown in every country from the day the Union's law applies, although France had not transposed it when the law was
 * read: harmless, and soon mandatory (U1, U18). The artwork itself is the slot `harmonisedNotice` of the library.
 * @param country ISO 3166-1 alpha-2
 * @throws LawError naming the field
 */
export function harmonisedNotice(
  country: string,
  on: CivilDate,
  options: LawOptions = DEFAULT_OPTIONS,
): {
  shown: boolean
  placement: LawOptions["u18NoticePlacement"]
  articles: readonly ArticleId[]
  reason: Bilingual
} {
  if (typeof country !== "string" || !/^[A-Za-z]{2}$/.test(country)) {
    throw new LawError("country", "a country code of two letters, such as FR", country)
  }
  const day = toDay(on, "on")
  const code = country.toUpperCase()
  const from = Object.hasOwn(options.u1HarmonisedNotice, code) ? options.u1HarmonisedNotice[code] : SINCE
  const shown = from !== null && day >= toDay(from, `u1HarmonisedNotice.${code}`)
  return {
    shown,
    placement: options.u18NoticePlacement,
    articles: ["Dir. 2024/825"],
    reason: shown
      ? {
          fr: "L'avis harmonisé sur la garantie légale est à montrer.",
          en: "The harmonised notice on the legal guarantee is to be shown.",
        }
      : {
          fr: "L'avis harmonisé sur la garantie légale n'est pas à montrer.",
          en: "The harmonised notice on the legal guarantee is not to be shown.",
        },
  }
}
