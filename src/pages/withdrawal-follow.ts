import { html } from "../kit/html"
import { longDate, money } from "../letters/format"
import type { MerchantContent } from "../modules/hamon/merchant"
import type { DeadlineRow, LetterLocale, RefundRow, WithdrawalRow } from "../modules/hamon/types"
import { page } from "./layout"
import { pageTexts } from "./texts"
import { field } from "./withdrawal-form"
import { summary } from "./withdrawal-review"

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
  const { withdrawal, deadlines, refunds } = followed
  const t = pageTexts(locale).follow
  const due = (kind: string) => deadlines.find((clock) => clock.kind === kind)
  const back = due("return_of_goods")
  const refund = due("refund")
  const address = merchant?.returnAddress ?? merchant?.address
  const booked = refunds.filter(({ state }) => state === "booked")
  const sendsBack = withdrawal.status === "matched" || withdrawal.status === "return_open"
  return page(
    { locale, title: t.title, path: PATH, merchant: merchant?.name ?? null },
    html`<dl>
        <dt>${t.reference}</dt>
        <dd>${withdrawal.reference}</dd>
        <dt>${t.status}</dt>
        <dd>${t.statuses[withdrawal.status]}</dd>
        ${
          sendsBack &&
          address &&
          html`<dt>${t.returnAddress}</dt>
            <dd>${[merchant?.name, ...address.lines, `${address.postalCode} ${address.city}`].join("\n")}</dd>`
        }
        ${
          sendsBack &&
          back?.due_on &&
          html`<dt>${t.returnDue}</dt>
            <dd>${longDate(back.due_on, locale)}</dd>`
        }
        ${
          refund &&
          booked.length === 0 &&
          html`<dt>${t.refundDue}</dt>
            <dd>${refund.due_on ? longDate(refund.due_on, locale) : t.deferred}</dd>
            <dd>${refund.reason[locale]}</dd>`
        }
        ${booked.map(
          ({ amount, currency }) =>
            html`<dt>${t.refunded}</dt>
              <dd>${money(amount, currency, locale)}</dd>`,
        )}
      </dl>
      ${summary(withdrawal.declared, locale)}`,
  )
}
