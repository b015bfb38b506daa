import { fill } from "../kit/fill"
import { html } from "../kit/html"
import type { Place } from "../law"
import { dateAndHour } from "../letters/format"
import type { TextVersionRow } from "../modules/hamon/operations/text-versions"
import type { LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { plainDocument } from "./plain-document"
import { en } from "./texts/terms-of-sale/en"
import { fr } from "./texts/terms-of-sale/fr"

const PATH = "/conditions-de-vente"
const TEXTS = { fr, en }

type Frame = { readonly locale: LetterLocale; readonly merchant: string | null }

export type ShownTerms = {
  readonly terms: TextVersionRow
  /** Whether it is the version in force of its language. */
  readonly current: boolean
  /** Numbers of all versions in its language, the newest first. */
  readonly versions: readonly number[]
  /** Where the merchant's clock is. */
  readonly place: Place
}

/** Terms of sale, of which every version stays readable (C. civ. 1127-1: customers can keep them and read them again). */
export function termsOfSalePage({ locale, merchant }: Frame, { terms, current, versions, place }: ShownTerms): string {
  const t = TEXTS[locale]
  const date = dateAndHour(terms.created_at, place, locale)
  const other = terms.locale !== locale
  return page(
    { locale, title: t.title, path: PATH, merchant },
    html`${
      !current &&
      html`<p class="errors" role="note">
        ${t.older} <a href="${PATH}?lang=${locale}">${t.inForce}</a>
      </p>`
    }
      ${other && html`<p class="notice" role="note">${t.otherLanguage}</p>`}
      <p class="hint">${fill(t.version, { version: terms.version, date })}</p>
      <div lang="${terms.locale}">${plainDocument(terms.body)}</div>
      ${
        versions.length > 1 &&
        html`<h2>${t.versions}</h2>
          <p>
            ${versions.map(
              (version) =>
                html`<a
                    href="${PATH}?version=${version}&lang=${locale}"
                    ${version === terms.version && html`aria-current="true"`}
                    >${version}</a
                  >
                  ${" "}`,
            )}
          </p>`
      }
      <dl>
        <dt>${t.hash}</dt>
        <dd>${terms.hash}</dd>
      </dl>`,
  )
}

/** There are no terms yet, or no such version. */
export function termsMissingPage({ locale, merchant }: Frame, asked: "any" | "version"): string {
  const t = TEXTS[locale]
  return page(
    { locale, title: t.missingTitle, path: PATH, merchant },
    html`<p>${asked === "any" ? t.missing : t.missingVersion}</p>
      ${asked === "version" && html`<p><a href="${PATH}?lang=${locale}">${t.inForce}</a></p>`}`,
  )
}
