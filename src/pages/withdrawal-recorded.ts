import { html } from "../kit/html"
import { fill } from "../kit/fill"
import { colon, dateAndHour } from "../letters/format"
import type { Declaration, LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { pageTexts } from "./texts"
import { pair, summary, summaryLines } from "./withdrawal-review"

export type Recorded = {
  readonly locale: LetterLocale
  readonly declared: Declaration
  readonly reference: string
  readonly sentAt: string
}

/** After the declaration: what was received, when, under which reference; the same whether an order was found or not. */
export function withdrawalRecordedPage(recorded: Recorded & { merchant: string | null; sealed: string }): string {
  const { locale, declared, reference, sentAt, merchant, sealed } = recorded
  const t = pageTexts(locale).recorded
  return page(
    { locale, title: t.title, path: "/retractation", merchant },
    html`<p role="status">${fill(t.intro, { email: declared.email })}</p>
<dl>${pair(t.reference, reference)}${pair(t.sentAt, dateAndHour(sentAt, null, locale))}</dl>
${summary(declared, locale)}
<form method="post" action="/retractation">
<input type="hidden" name="lang" value="${locale}">
<input type="hidden" name="state" value="${sealed}">
<button class="plain" type="submit" name="step" value="download">${t.download}</button>
</form>
<p><a href="/retractation/suivi?lang=${locale}">${t.follow}</a></p>`,
  )
}

/** The acknowledgement as a text file, to keep at once. */
export function acknowledgementFile({ locale, declared, reference, sentAt }: Recorded): { name: string; text: string } {
  const t = pageTexts(locale).recorded
  const lines = [
    [t.reference, reference],
    [t.sentAt, dateAndHour(sentAt, null, locale)],
    ...summaryLines(declared, locale),
  ]
  return {
    name: `${t.fileName}-${reference}.txt`,
    text: [t.fileTitle, "", ...lines.map(([name, value]) => `${name}${colon(locale)} ${value}`), ""].join("\r\n"),
  }
}
