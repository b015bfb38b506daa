import { html } from "../../kit/html"
import { page } from "../layout"
import { pageTexts } from "../texts"
import { followPageTexts } from "../texts/follow"
import { summary } from "../withdrawal-review"
import { deductions } from "./deductions"
import { FOLLOW_PATH } from "./form"
import { actForm, download, type FollowFrame, type Part } from "./frame"
import { dispatchProof, goodsBack } from "./goods"
import { refund } from "./refund"
import { otherRequests } from "./requests"

/** Where a withdrawal stands and what can be done, for who proved to be the customer. */
export function followPage(frame: FollowFrame): string {
  const { locale, merchant, picture, notice } = frame
  const t = followPageTexts(locale)
  const other = locale === "fr" ? "en" : "fr"
  return page(
    {
      locale,
      title: t.page.title,
      path: FOLLOW_PATH,
      merchant,
      otherLanguage: actForm(
        frame,
        null,
        html`<button type="submit" name="switch" value="${other}" lang="${other}">${pageTexts(locale).otherLanguage}</button>`,
      ),
    },
    html`${notice && html`<p class="${notice.kind === "done" ? "notice" : "errors"}" role="${notice.kind === "done" ? "status" : "alert"}">${notice.sentence}</p>`}
<p class="strong">${picture.standing}</p>
<p>${t.page.reference} ${picture.reference}</p>
${PARTS.map((part) => part(frame, t))}`,
  )
}

const declared: Part = ({ picture, locale }, t) => {
  const { order_number: orderNumber, ...said } = picture.declared
  return html`<h2>${t.page.declared}</h2>
<p>${t.page.sentAt} ${picture.sent_in_words}</p>
${summary({ ...said, orderNumber }, locale)}`
}

const lines: Part = ({ picture }, t) =>
  picture.lines.length === 0
    ? null
    : html`<h2>${t.page.lines}</h2>
<ul>${picture.lines.map(({ quantity, title, words }) => html`<li>${quantity} × ${title}<br>${words}</li>`)}</ul>`

const letters: Part = (frame, t) => html`<h2>${t.letters.title}</h2>
${actForm(
  frame,
  "fichier",
  html`<ul><li>${download("acknowledgement", t.letters.acknowledgement)}</li>${frame.picture.letters.map(
    ({ id, subject, readable }) => html`<li>${readable ? download(`letter:${id}`, subject) : subject}</li>`,
  )}</ul>`,
)}`

/** What waits for the customer comes first; what he said himself he knows. */
const PARTS: readonly Part[] = [deductions, refund, goodsBack, dispatchProof, lines, declared, letters, otherRequests]
