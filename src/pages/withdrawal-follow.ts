import { type Html, html } from "../kit/html"
import { longDate, money } from "../letters/format"
import { fill } from "../kit/fill"
import type { MerchantContent } from "../modules/hamon/merchant"
import type { DeadlineRow, LetterLocale, RefundRow, WithdrawalRow } from "../modules/hamon/types"
import { page } from "./layout"
import { pageTexts } from "./texts"
import { field } from "./withdrawal-form"
import { pair, summary } from "./withdrawal-review"

const PATH = "/retractation/suivi"

/** Asks for the reference and the code of the acknowledgement: a short code typed in a field, so no script is needed. */
export function followFormPage(frame: {
  locale: LetterLocale
  merchant: string | null
  reference: string
  wrong: boolean
}): string {
  const { locale, merchant, reference, wrong } = frame
  const t = pageTexts(locale).follow
  return page(
    { locale, title: t.title, path: PATH, merchant },
    html`${wrong && html`<p class="errors" role="alert">${t.wrong}</p>`}
      <p>${t.intro}</p>
      <form method="post" action="${PATH}">
        <input type="hidden" name="lang" value="${locale}" />
        ${field({ id: "reference", label: t.reference, value: reference })}
        ${field({ id: "code", label: t.code, value: "", autocomplete: "one-time-code" })}
        <button type="submit">${t.submit}</button>
      </form>`,
  )
}

export type FollowedWithdrawal = {
  readonly withdrawal: WithdrawalRow
  readonly deadlines: readonly DeadlineRow[]
  readonly refunds: readonly RefundRow[]
}

/** Where a withdrawal stands, for who proved to be the customer. */
export function followPage(frame: {
  locale: LetterLocale
  merchant: MerchantContent | null
  followed: FollowedWithdrawal
}): string {
  const { locale, merchant, followed } = frame
  const { withdrawal, refunds } = followed
  const t = pageTexts(locale).follow
  const paid = refunds.filter(({ state }) => state === "booked")
  const done = paid.length > 0 && paid.length === refunds.length
  return page(
    { locale, title: t.title, path: PATH, merchant: merchant?.name ?? null },
    html`<dl>
${pair(t.reference, withdrawal.reference)}
${pair(t.status, t.statuses[withdrawal.status])}
${awaitsGoods(withdrawal) && returnPairs(frame)}
${!done && refundDue(frame)}
${paid.map((line) => pair(t.refunded, money(given(line), line.currency, locale)))}
</dl>
${summary(withdrawal.declared, locale)}`,
  )
}

/** Where the shop refunded in another way, the ledger sent nothing, and the plan says what the customer was given. */
function given({ payment_id, amount, breakdown }: RefundRow): string {
  return payment_id === null ? breakdown.alreadyRefunded : amount
}

type Frame = Parameters<typeof followPage>[0]

function awaitsGoods({ status, phase }: WithdrawalRow): boolean {
  return (status === "matched" || status === "return_open") && phase !== "not_shipped"
}

/** Where the goods go, and by when (L221-23). */
function returnPairs({ locale, merchant, followed: { deadlines } }: Frame): Html[] {
  const t = pageTexts(locale).follow
  const address = merchant?.returnAddress ?? merchant?.address
  const due = deadlines.find(({ kind }) => kind === "return_of_goods")?.due_on
  return [
    ...(merchant && address
      ? [pair(t.returnAddress, [merchant.name, ...address.lines, `${address.postalCode} ${address.city}`].join("\n"))]
      : []),
    ...(due ? [pair(t.returnDue, longDate(due, locale))] : []),
  ]
}

/** By when the money comes, or what it waits for (L221-24). */
function refundDue({ locale, followed: { deadlines } }: Frame): Html | null {
  const t = pageTexts(locale).follow
  const clock = deadlines.find(({ kind }) => kind === "refund")
  if (!clock || clock.state === "canceled") return null
  const due = clock.due_on ? fill(t.by, { date: longDate(clock.due_on, locale) }) : t.deferred
  return html`${pair(t.refundDue, due)}<dd>${clock.reason[locale]}</dd>`
}
