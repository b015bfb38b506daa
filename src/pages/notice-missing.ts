import { html } from "../kit/html"
import type { LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { legalNoticeTexts } from "./texts/legal-notice"

/** Where the official notice would be. */
export function noticeMissingPage(locale: LetterLocale): string {
  const { title, sentence } = legalNoticeTexts(locale).noNotice
  return page(
    { locale, title, path: "/mentions-legales/avis-harmonise", merchant: null },
    html`<p role="status">${sentence}</p>
      <p><a href="/mentions-legales?lang=${locale}">${legalNoticeTexts(locale).title}</a></p>`,
  )
}
