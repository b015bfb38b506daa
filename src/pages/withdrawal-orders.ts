import { createHash } from "node:crypto"
import type { OrderRights } from "../declaring/order-rights"
import { fill } from "../kit/fill"
import { type Html, Html as Raw, html } from "../kit/html"
import { longDate } from "../letters/format"
import type { LetterLocale } from "../modules/hamon/types"
import { page, PAGE_HEADERS } from "./layout"
import { withdrawalOrdersTexts } from "./texts/withdrawal-orders"
import { field } from "./withdrawal-form"

export const ORDERS_PATH = "/retractation/commandes"

/**
 * The only script of the pages: puts the code of a link, which browsers keep to themselves after `#`, into the form below,
 * which its reader sends: programs that open every link, scripts and all, are shown nobody's orders. Without script the code is
 * typed.
 */
const SCRIPT = `
const open = () => {
  const code = location.hash.slice(1)
  if (!code) return
  history.replaceState(null, "", location.pathname + location.search)
  const form = document.getElementById("open")
  form.elements.code.value = code
  form.querySelector("button").focus()
}
addEventListener("hashchange", open)
open()
`
const SCRIPT_ELEMENT = new Raw(`<script>${SCRIPT}</script>`)
const SCRIPT_HASH = createHash("sha256").update(SCRIPT).digest("base64")

/** Headers of the page with the script: that one and no other runs. */
export const ORDERS_PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${PAGE_HEADERS["Content-Security-Policy"]}; script-src 'sha256-${SCRIPT_HASH}'`,
}

/** What the page says above its forms: nothing yet, a link was asked for, or what is wrong. */
export type OrdersNotice = "none" | "asked" | "noEmail" | "wrong" | "expired"

type Frame = { readonly locale: LetterLocale; readonly merchant: string | null }

/** « I have lost my number »: ask for the link, then open it or type its code. */
export function ordersLinkPage({
  locale,
  merchant,
  email,
  notice,
}: Frame & { email: string; notice: OrdersNotice }): string {
  const t = withdrawalOrdersTexts(locale)
  const wrong = notice !== "none" && notice !== "asked"
  return page(
    { locale, title: t.title, path: ORDERS_PATH, merchant },
    html`${notice === "asked" && html`<p class="notice" role="status">${t.asked}</p>`}
      ${wrong && html`<p class="errors" role="alert">${t[notice]}</p>`}
      <p>${t.intro}</p>
      <p><a href="/retractation?lang=${locale}">${t.without}</a></p>
      <h2>${t.askTitle}</h2>
      <form method="post" action="${ORDERS_PATH}">
        <input type="hidden" name="lang" value="${locale}" />
        <input type="hidden" name="step" value="ask" />
        ${field({ id: "email", type: "email", label: t.email, value: email, autocomplete: "email" })}
        <button type="submit" class="plain">${t.ask}</button>
      </form>
      <h2>${t.codeTitle}</h2>
      <form method="post" action="${ORDERS_PATH}" id="open">
        <input type="hidden" name="lang" value="${locale}" />
        <input type="hidden" name="step" value="open" />
        ${field({ id: "code", label: t.code, value: "", autocomplete: "one-time-code" })}
        <button type="submit">${t.open}</button>
      </form>
      ${SCRIPT_ELEMENT}`,
  )
}

/** The orders of an address, for who proved it: one is chosen. */
export function ordersPage(frame: Frame & { proof: string; orders: readonly OrderRights[]; now: Date }): string {
  const { locale, merchant, proof, orders, now } = frame
  const t = withdrawalOrdersTexts(locale)
  return page(
    { locale, title: t.listTitle, path: ORDERS_PATH, merchant },
    html`<p>${orders.length > 0 ? t.listIntro : t.none}</p>
      <form method="post" action="${ORDERS_PATH}">
        <input type="hidden" name="lang" value="${locale}" />
        <input type="hidden" name="step" value="choose" />
        <input type="hidden" name="proof" value="${proof}" />
        ${orders.map((order) => orderSection(order, locale, now))}
      </form>
      <p><a href="/retractation?lang=${locale}">${t.without}</a></p>`,
  )
}

function orderSection(order: OrderRights, locale: LetterLocale, now: Date): Html {
  const t = withdrawalOrdersTexts(locale)
  const { display_id: number, lines } = order
  return html`<section>
    <h2>${fill(t.order, { number, date: longDate(order.concluded_on, locale) })}</h2>
    <p>${periodSentence(order, locale, now)}</p>
    <ul>
      ${lines.map(({ number: name, title, variant, left, quantity }) => {
        const units = left > 0 ? fill(t.leftOf, { left, quantity }) : t.noneLeft
        return html`<li>${name} – ${[title, variant].filter(Boolean).join(", ")} (${units})</li>`
      })}
    </ul>
    <button type="submit" name="order" value="${order.order_id}">${fill(t.choose, { number })}</button>
  </section>`
}

/** Until when the customer may withdraw; a declaration that comes later is taken too. */
export function periodSentence({ until, ends_at }: OrderRights, locale: LetterLocale, now: Date): string {
  const t = withdrawalOrdersTexts(locale)
  if (!until) return t.notStarted
  const over = ends_at !== null && new Date(ends_at) <= now
  return fill(over ? t.untilOver : t.until, { date: longDate(until, locale) })
}
