import { html } from "../kit/html"
import type { LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { pageTexts } from "./texts"

/** Tells somebody who asked too often how long to wait. */
export function waitPage({
  locale,
  path,
  sentence,
}: {
  readonly locale: LetterLocale
  readonly path: string
  readonly sentence: string
}): string {
  const title = pageTexts(locale).wait.title
  return page({ locale, title, path, merchant: null }, html`<p class="errors" role="alert">${sentence}</p>`)
}
