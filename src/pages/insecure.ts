import { html } from "../kit/html"
import type { LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { pageTexts } from "./texts"

/** Tells somebody who sent a form without encryption where to send it instead. */
export function insecurePage({ locale, path, url }: { locale: LetterLocale; path: string; url: string }): string {
  const t = pageTexts(locale).insecure
  return page(
    { locale, title: t.title, path, merchant: null },
    html`<p class="errors" role="alert">${t.sentence}</p>
      <p><a href="${url}">${url}</a></p>`,
  )
}
