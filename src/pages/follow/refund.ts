import { fill } from "../../kit/fill"
import { type Html, html } from "../../kit/html"
import { longDate, money } from "../../letters/format"
import type { FollowPageTexts } from "../texts/follow"
import { pair } from "../withdrawal-review"
import type { FollowFrame, Part } from "./frame"

type Refund = NonNullable<FollowFrame["picture"]["refund"]>

/** When the money comes, even while it waits; how much, line by line, and why; what is owed on top when it is late. */
export const refund: Part = ({ picture, locale }, t) => {
  const { refund: owed } = picture
  if (!owed) return null
  const { due, sums, currency } = owed
  const sum = (amount: string) => money(amount, currency ?? "EUR", locale)
  const paid = due.state === "met"
  return html`<h2>${t.refund.title}</h2>
${!paid && html`<dl>${pair(picture.lines.length > 0 ? t.refund.due : t.refund.dueIf, due.words)}</dl><p class="hint">${due.reason} (${due.articles.join(", ")})</p>`}
${sums ? table(sums, sum, t) : html`<p>${t.refund.unknown}</p>`}
${sums && html`<p class="hint">${sums.reason} (${sums.articles.join(", ")})</p>`}
${owed.payments.length > 0 && html`<ul>${owed.payments.map(({ amount, means, words }) => html`<li>${sum(amount)} (${means})<br>${words}</li>`)}</ul>`}
${surcharge(owed, sum, locale, t)}`
}

function table(sums: NonNullable<Refund["sums"]>, sum: (amount: string) => string, t: FollowPageTexts): Html {
  const row = (name: string, amount: string, sign = "") =>
    html`<tr><th scope="row">${name}</th><td class="sum">${sign}${sum(amount)}</td></tr>`
  return html`<table>
<caption class="hint">${t.refund.caption}</caption>
<thead><tr><th scope="col">${t.refund.what}</th><th scope="col" class="sum">${t.refund.amount}</th></tr></thead>
<tbody>
${sums.rows.map(({ kind, title, quantity, amount, taken_off: off }) =>
  row(
    kind === "line" ? `${quantity} × ${title}` : fill(t.refund.rows[kind], { title: title ?? "" }),
    amount,
    off ? "− " : "",
  ),
)}
<tr class="total"><th scope="row">${t.refund.total}</th><td class="sum">${sum(sums.to_pay)}</td></tr>
</tbody></table>`
}

function surcharge(
  { surcharge: late }: Refund,
  sum: (amount: string) => string,
  locale: "fr" | "en",
  t: FollowPageTexts,
) {
  if (!late) return null
  const owed = late.amount
    ? fill(t.refund.surcharge, { amount: sum(late.amount), date: longDate(late.on, locale) })
    : null
  return html`<h3>${t.refund.lateTitle}</h3>
${owed && html`<p>${owed}</p>`}
<p class="hint">${late.reason} (${late.articles.join(", ")})</p>
${isSomething(late.paid) && html`<p>${fill(t.refund.surchargePaid, { amount: sum(late.paid) })}</p>`}`
}

function isSomething(amount: string): boolean {
  return Number(amount) > 0
}
