import type { ArticleId } from "../articles"
import { type CivilDate, toDay } from "../foundations/civil-date"
import { LawError } from "../foundations/law-error"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"

/**
 * Whether shops selling to a country show the harmonised notice on the legal guarantee (Directive (EU) 2024/825) on a day,
 * and where. France had not transposed it when the law was read: shown by default all the same (U1, U18).
 * The artwork itself is the slot `harmonisedNotice` of the library.
 * @param country ISO 3166-1 alpha-2
 * @throws LawError naming the field
 */
export function harmonisedNotice(
  country: string,
  on: CivilDate,
  options: LawOptions = DEFAULT_OPTIONS,
): { shown: boolean; placement: LawOptions["u18NoticePlacement"]; articles: readonly ArticleId[] } {
  if (typeof country !== "string" || !/^[A-Za-z]{2}$/.test(country)) {
    throw new LawError("country", "a country code of two letters, such as FR", country)
  }
  const day = toDay(on, "on")
  const code = country.toUpperCase()
  const from = Object.hasOwn(options.u1HarmonisedNotice, code) ? options.u1HarmonisedNotice[code] : null
  return {
    shown: from !== null && day >= toDay(from, `u1HarmonisedNotice.${code}`),
    placement: options.u18NoticePlacement,
    articles: ["Dir. 2024/825"],
  }
}
