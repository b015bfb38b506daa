import { type Html, html } from "../kit/html"
import { functionLabels, type LawOptions } from "../law"
import type { Declaration, LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { pageTexts } from "./texts"

export type ReviewPage = {
  readonly locale: LetterLocale
  readonly merchant: string | null
  readonly law: LawOptions
  readonly declared: Declaration
  /** The declaration, sealed, for the next step. */
  readonly sealed: string
  /** Why it is shown: first time, again after a long time, or after a fault. */
  readonly because: "first" | "again" | "failed"
}

/** Second step (D221-5): what will be sent, and the one control that sends it, with the statutory words alone on it. */
export function withdrawalReviewPage({ locale, merchant, law, declared, sealed, because }: ReviewPage): string {
  const texts = pageTexts(locale)
  const { confirm } = functionLabels(locale, law)
  const title = because === "failed" ? texts.failed.title : texts.review.title
  const intro = { first: texts.review.intro, again: texts.review.again, failed: texts.failed.intro }[because]
  return page(
    { locale, title, path: "/retractation", merchant },
    html`<p${because === "first" ? "" : html` role="alert"`}>${intro}</p>
${summary(declared, locale)}
<form method="post" action="/retractation">
<input type="hidden" name="lang" value="${locale}">
<input type="hidden" name="state" value="${sealed}">
<button type="submit" name="step" value="confirm">${confirm}</button>
<button class="plain" type="submit" name="step" value="correct">${texts.review.back}</button>
</form>`,
  )
}

/** What was declared, in pairs of name and value. */
export function summary(declared: Declaration, locale: LetterLocale): Html {
  return html`<dl>${summaryLines(declared, locale).map(([name, value]) => pair(name, value))}</dl>`
}

/** A name and its value in a list of them. Line breaks of the value are shown, so none is added. */
export function pair(name: string, value: string): Html {
  return html`<dt>${name}</dt><dd>${value}</dd>`
}

/** The same as text, for the page, the file and whoever reads it. */
export function summaryLines(declared: Declaration, locale: LetterLocale): [string, string][] {
  const t = pageTexts(locale).summary
  return [
    [t.name, declared.name],
    [t.email, declared.email],
    [t.order, declared.orderNumber],
    [t.scope, t[declared.scope]],
    ...(declared.articles.length > 0
      ? ([[t.articles, declared.articles.map(({ article, quantity }) => `${quantity} × ${article}`).join("\n")]] as [
          string,
          string,
        ][])
      : []),
    ...(declared.comment ? ([[t.comment, declared.comment]] as [string, string][]) : []),
  ]
}
