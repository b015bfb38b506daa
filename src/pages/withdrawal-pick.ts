import type { LineRight, OrderRights } from "../declaring/order-rights"
import { fill } from "../kit/fill"
import { type Html, html } from "../kit/html"
import { MOST_FORM_LINES } from "../modules/hamon/most-lines"
import type { LetterLocale, Units } from "../modules/hamon/types"
import type { FieldError } from "./declaration"
import { page } from "./layout"
import { pageTexts } from "./texts"
import { withdrawalOrdersTexts } from "./texts/withdrawal-orders"
import { field } from "./withdrawal-form"
import { ORDERS_PATH, periodSentence } from "./withdrawal-orders"

/** What was typed on the page, to show it again. */
export type TypedPick = {
  readonly name: string
  readonly email: string
  readonly scope: string
  /** As typed: `quantity` of each `line`. */
  readonly units: readonly { readonly line: string; readonly quantity: string }[]
  readonly comment: string
}

export type PickPage = {
  readonly locale: LetterLocale
  readonly merchant: string | null
  readonly proof: string
  readonly order: OrderRights
  readonly typed: TypedPick
  readonly errors: readonly FieldError[]
  readonly now: Date
}

const MOST = 9999

/**
 * The units that were picked, or what is wrong. More than is left is no error: it is declared, and a person looks at it.
 */
export function readPick({ scope, units }: TypedPick): { units: Units[] } | { errors: FieldError[] } {
  const read = units.map(({ line, quantity }) => ({ line, quantity: quantityOf(quantity) }))
  const wrong = read.find(({ quantity }) => quantity === null)
  if (wrong) return { errors: [{ field: "quantity", id: `quantity-${wrong.line}` }] }
  const picked = read
    .map(({ line, quantity }) => ({ line, quantity: quantity as number }))
    .filter((one) => one.quantity)
  if (scope !== "whole" && picked.length === 0) return { errors: [{ field: "articles", id: "scope-whole" }] }
  return { units: scope === "whole" ? [] : picked }
}

/** Nothing typed means none. */
function quantityOf(typed: string): number | null {
  const text = typed.trim()
  if (text === "") return 0
  return /^\d{1,4}$/.test(text) && Number(text) <= MOST ? Number(text) : null
}

/** The lines and quantities of one order, picked by its customer. */
export function withdrawalPickPage({ locale, merchant, proof, order, typed, errors, now }: PickPage): string {
  const t = withdrawalOrdersTexts(locale)
  const form = pageTexts(locale).form
  const sentences = { ...pageTexts(locale).errors, articles: t.pickSomething }
  const wrong = (id: string) => {
    const found = errors.find((error) => error.id === id)
    return found && sentences[found.field]
  }
  return page(
    { locale, title: fill(t.pickTitle, { number: order.display_id }), path: ORDERS_PATH, merchant },
    html`${
      errors.length > 0 &&
      html`<div class="errors" role="alert">
          <h2>${form.errorsTitle}</h2>
          <ul>
            ${errors.map(({ id, field: name }) => html`<li><a href="#${id}">${sentences[name]}</a></li>`)}
          </ul>
        </div>`
    }
      <p>${periodSentence(order, locale, now)}</p>
      <form method="post" action="${ORDERS_PATH}" novalidate>
        <input type="hidden" name="lang" value="${locale}" />
        <input type="hidden" name="proof" value="${proof}" />
        <input type="hidden" name="order" value="${order.order_id}" />
        <fieldset>
          <legend>${t.scope}</legend>
          ${choice("whole", t.whole, typed.scope)} ${choice("part", t.part, typed.scope)}
        </fieldset>
        <fieldset>
          <legend>${t.lines}</legend>
          <p class="hint" id="lines-hint">${t.linesHint}</p>
          ${order.lines.length > MOST_FORM_LINES && html`<p class="hint">${fill(t.moreLines, { most: MOST_FORM_LINES })}</p>`}
          ${order.lines.slice(0, MOST_FORM_LINES).map((line) => lineRow(line, typed, locale, wrong(`quantity-${line.line_id}`)))}
        </fieldset>
        ${field({ id: "name", label: form.name, value: typed.name, autocomplete: "name", error: wrong("name") })}
        ${field({ id: "email", type: "email", label: form.email, hint: form.emailHint, value: typed.email, autocomplete: "email", error: wrong("email") })}
        <label for="comment">${form.comment}</label>
        <textarea id="comment" name="comment" rows="4">${typed.comment}</textarea>
        <button type="submit" name="step" value="review">${form.next}</button>
        <button class="plain" type="submit" name="step" value="list">${t.back}</button>
      </form>`,
  )
}

function choice(value: string, label: string, chosen: string): Html {
  return html`<label class="choice"
    ><input type="radio" id="scope-${value}" name="scope" value="${value}" ${chosen === value ? html` checked` : ""} />
    ${label}</label
  >`
}

function lineRow(
  { line_id, number, title, variant, left, right }: LineRight,
  typed: TypedPick,
  locale: LetterLocale,
  error: string | undefined,
): Html {
  const t = withdrawalOrdersTexts(locale)
  const id = `quantity-${line_id}`
  const value = typed.units.find(({ line }) => line === line_id)?.quantity ?? "0"
  const name = `${number} – ${[title, variant].filter(Boolean).join(", ")}`
  // Why there is no right is said; what remains of a line can be declared all the same.
  const hint = right.state === "open" ? null : right.reason
  const described = ["lines-hint", hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  if (left === 0) return html`<p><strong>${name}</strong><br />${hint}</p>`
  return html`<label for="${id}">${name} (${fill(t.upTo, { left })})</label>
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${error && html`<p class="hint" id="${id}-error">${error}</p>`}
    <input type="hidden" name="line" value="${line_id}" />
    <input
      type="number"
      id="${id}"
      name="quantity"
      min="0"
      max="${left}"
      value="${value}"
      aria-describedby="${described}"
      ${error ? html` aria-invalid="true"` : ""}
    />`
}
