import { type Html, html } from "../kit/html"
import { countryName } from "../letters/format"
import type { PublicAddress } from "../information/seller"
import type { LetterLocale } from "../modules/hamon/types"

export type Section = { readonly id: string; readonly title: string; readonly content: Html }

export function section({ id, title, content }: Section): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`
}

/** Labels with what is said; what nobody said has no line. */
export function definitions(pairs: readonly (readonly [string, Html | string | null])[]): Html {
  const said = pairs.filter(([, value]) => value !== null && value !== "")
  return html`<dl>${said.map(
    ([label, value]) => html`<dt>${label}</dt>
<dd>${value}</dd>`,
  )}</dl>`
}

export function paragraphs(texts: readonly string[]): Html {
  return html`${texts.map((text) => html`<p class="said">${text}</p>`)}`
}

/** Only what leads somewhere harmless: the profile takes no other addresses, and this page would be the place to find out. */
export function link(url: string, words: string, lang?: LetterLocale): Html {
  if (!/^(https?:|mailto:|\/)/i.test(url)) return html`${words}`
  return html`<a href="${url}"${lang ? html` hreflang="${lang}"` : ""}>${words}</a>`
}

export function addressLines({ lines, postal_code, city, country }: PublicAddress, locale: LetterLocale): string {
  return [...lines, `${postal_code} ${city}`, countryOf(country, locale)].join("\n")
}

export function countries(codes: readonly string[], locale: LetterLocale): string {
  return codes
    .map((code) => countryOf(code, locale))
    .sort((a, b) => a.localeCompare(b, locale))
    .join(", ")
}

/** The merchant may have written a name where a code was meant. */
function countryOf(country: string, locale: LetterLocale): string {
  return /^[a-z]{2}$/i.test(country) ? countryName(country, locale) : country
}
