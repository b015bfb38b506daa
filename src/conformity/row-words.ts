import { fill } from "../kit/fill"
import type { LetterLocale } from "../modules/hamon/types"
import type { ReportRow } from "./report"
import type { Place } from "./row"
import { reportTexts } from "./texts"

/** What a printed row says below its state, line by line: proof or fix, details, what the law threatens, and where to go. */
export function rowLines(row: ReportRow, locale: LetterLocale, zone: string): string[] {
  const texts = reportTexts(locale)
  const left = row.detail_count - row.details.length
  return [
    row.sentence[locale],
    ...row.details.map(({ text }) => `– ${text[locale]}`),
    ...(left > 0 ? [fill(texts.others, { count: left })] : []),
    ...(row.fine ? [row.fine[locale]] : []),
    ...(row.place && row.state !== "met" ? [placeWords(row.place, locale)] : []),
    ...(row.checked_at ? [fill(texts.checkedAt, { at: instantWords(row.checked_at, locale, zone) })] : []),
  ]
}

function placeWords(place: Place, locale: LetterLocale): string {
  const { place: texts } = reportTexts(locale)
  if (place.kind === "admin") return fill(texts.admin, { path: place.path })
  return place.kind === "url" ? fill(texts.url, { url: place.url }) : fill(texts.option, { option: place.option })
}

/** @param zone the merchant's, whose report it is */
export function instantWords(at: string, locale: LetterLocale, zone: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: zone })
  return format.format(new Date(at))
}
