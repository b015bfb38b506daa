import { html } from "../kit/html"
import { fill } from "../kit/fill"
import { colon, dateAndHour, sentInWords } from "../letters/format"
import type { Declaration, LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { pageTexts } from "./texts"
import { pair, summary, summaryLines } from "./withdrawal-review"

export type Recorded = {
  readonly locale: LetterLocale
  readonly declared: Declaration
  readonly reference: string
  readonly sentAt: string
  /** When the acknowledgement goes by e-mail, ISO; null once it went. */
  readonly acknowledgementDueAt: string | null
}

/** Later than this, the customer is told that it waits. */
const AT_ONCE = 60_000

/** When the acknowledgement goes, in words, where it waits in the queue; null where it goes at once. */
export function queuedUntil({ acknowledgementDueAt: due, locale }: Recorded, now: Date): string | null {
  return due && new Date(due).getTime() > now.getTime() + AT_ONCE ? dateAndHour(due, null, locale) : null
}

/** After the declaration: what was received, when, under which reference; the same whether an order was found or not. */
export function withdrawalRecordedPage(
  recorded: Recorded & { merchant: string | null; sealed: string; now: Date },
): string {
  const { locale, declared, reference, sentAt, merchant, sealed, now } = recorded
  const t = pageTexts(locale).recorded
  const queued = queuedUntil(recorded, now)
  return page(
    { locale, title: t.title, path: "/retractation", merchant },
    html`<p role="status">${fill(queued ? t.queued : t.intro, { email: declared.email, date: queued ?? "" })}</p>
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
export function acknowledgementFile({
  locale,
  declared,
  reference,
  sentAt,
  sentOn,
}: Omit<Recorded, "acknowledgementDueAt"> & { readonly sentOn?: string | null }): { name: string; text: string } {
  const t = pageTexts(locale).recorded
  const lines = [
    [t.reference, reference],
    [t.sentAt, sentInWords({ sentAt, sentOn }, null, locale)],
    ...summaryLines(declared, locale),
  ]
  return {
    name: `${t.fileName}-${reference}.txt`,
    text: [t.fileTitle, "", ...lines.map(([name, value]) => `${name}${colon(locale)} ${value}`), ""].join("\r\n"),
  }
}
