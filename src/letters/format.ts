import { type Amount, type Place, zoneOf } from "../law"
import type { LetterLocale } from "../modules/hamon/types"

const REGION: Record<LetterLocale, string> = { fr: "fr-FR", en: "en-GB" }

/** An amount as a person reads it: « 44,90 € », "€44.90". */
export function money(amount: Amount, currency: string, locale: LetterLocale): string {
  const format = new Intl.NumberFormat(REGION[locale], { style: "currency", currency: currency.toUpperCase() })
  // The decimal goes in as text: no binary fraction in between.
  return format.format(amount as unknown as number)
}

/** Day, hour and zone of an instant where the customer is: « 22 novembre 2026 à 16:05 (heure de Paris) ». */
export function dateAndHour(instant: string | Date, place: Place | null, locale: LetterLocale): string {
  const zone = zoneOf(place ?? {})
  const at = new Date(instant)
  const day = new Intl.DateTimeFormat(REGION[locale], { dateStyle: "long", timeZone: zone }).format(at)
  const hour = new Intl.DateTimeFormat(REGION[locale], { timeStyle: "medium", timeZone: zone }).format(at)
  // « America/St_Barthelemy » names its city last.
  const city = zone.replace(/^.*\//, "").replace(/_/g, " ")
  return locale === "fr" ? `${day} à ${hour} (heure de ${city})` : `${day} at ${hour} (${city} time)`
}

/** When a declaration was sent; of one that came by post, telephone or e-mail the day alone is known. */
export function sentInWords(
  { sentAt, sentOn }: { readonly sentAt: string | Date; readonly sentOn?: string | null },
  place: Place | null,
  locale: LetterLocale,
): string {
  return sentOn ? longDate(sentOn, locale) : dateAndHour(sentAt, place, locale)
}

/** A civil date in words. */
export function longDate(date: string, locale: LetterLocale): string {
  return new Intl.DateTimeFormat(REGION[locale], { dateStyle: "long", timeZone: "UTC" }).format(new Date(date))
}

/** What stands between a name and its value: « Total\u00a0: », "Total:". */
export function colon(locale: LetterLocale): string {
  return locale === "fr" ? "\u00a0:" : ":"
}

/** The name of a country in the reader's language. */
export function countryName(code: string, locale: LetterLocale): string {
  return new Intl.DisplayNames([locale], { type: "region" }).of(code.toUpperCase()) ?? code
}
