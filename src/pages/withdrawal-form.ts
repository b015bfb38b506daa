import { type Html, html } from "../kit/html"
import { functionLabels, type LawOptions } from "../law"
import type { LetterLocale } from "../modules/hamon/types"
import { fill } from "../kit/fill"
import type { FieldError, TypedDeclaration } from "./declaration"
import { page } from "./layout"
import { pageTexts } from "./texts"

/** Rows for articles on a page without script; more can be told in the message. */
const ROWS = 4

export type FormPage = {
  readonly locale: LetterLocale
  readonly merchant: string | null
  readonly law: LawOptions
  readonly typed: TypedDeclaration
  readonly errors: readonly FieldError[]
}

/**
 * First step of the online function (L221-21, D221-5): who withdraws, from which contract, and where the acknowledgement
 * goes. No account, no reason, nothing ticked beforehand.
 */
export function withdrawalFormPage({ locale, merchant, law, typed, errors }: FormPage): string {
  const texts = pageTexts(locale)
  const t = texts.form
  const title = functionLabels(locale, law).withdraw
  const wrong = (id: string) => errors.find((error) => error.id === id)
  return page(
    { locale, title, path: "/retractation", merchant },
    html`${errors.length > 0 && errorSummary(locale, errors)}
      <p>${t.intro}</p>
      <form method="post" action="/retractation" novalidate>
        <input type="hidden" name="lang" value="${locale}" />
        <input type="hidden" name="step" value="review" />
        ${field({ id: "name", label: t.name, value: typed.name, autocomplete: "name", error: wrong("name") && texts.errors.name })}
        ${field({ id: "email", type: "email", label: t.email, hint: t.emailHint, value: typed.email, autocomplete: "email", error: wrong("email") && texts.errors.email })}
        ${field({ id: "order", label: t.order, hint: t.orderHint, value: typed.order, error: wrong("order") && texts.errors.orderNumber })}
        <p class="hint"><a href="/retractation/commandes?lang=${locale}">${t.lostNumber}</a></p>
        <fieldset>
          <legend>${t.scope}</legend>
          ${choice("whole", t.whole, typed.scope)} ${choice("part", t.part, typed.scope)}
        </fieldset>
        <fieldset>
          <legend>${t.articles}</legend>
          <p class="hint" id="articles-hint">${t.articlesHint}</p>
          ${Array.from({ length: Math.max(ROWS, typed.articles.length) }, (_, index) => articleRow(locale, index, typed))}
        </fieldset>
        <label for="comment">${t.comment}</label>
        <textarea id="comment" name="comment" rows="4">${typed.comment}</textarea>
        <button type="submit">${t.next}</button>
      </form>`,
  )
}

function errorSummary(locale: LetterLocale, errors: readonly FieldError[]): Html {
  const texts = pageTexts(locale)
  return html`<div class="errors" role="alert">
    <h2>${texts.form.errorsTitle}</h2>
    <ul>
      ${errors.map(({ field: name, id }) => html`<li><a href="#${id}">${texts.errors[name]}</a></li>`)}
    </ul>
  </div>`
}

type Field = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly type?: "text" | "email"
  readonly hint?: string
  readonly autocomplete?: string
  readonly error?: string | false
}

/** A labelled text field, with its hint and its error tied to it for screen readers. */
export function field({ id, label, value, type = "text", hint, autocomplete, error }: Field): Html {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return html`<label for="${id}">${label}</label>
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${error && html`<p class="hint" id="${id}-error">${error}</p>`}
    <input
      type="${type}"
      id="${id}"
      name="${id}"
      value="${value}"
      ${autocomplete ? html` autocomplete="${autocomplete}"` : ""}${described ? html` aria-describedby="${described}"` : ""}${error ? html` aria-invalid="true"` : ""}
      required
    />`
}

function choice(value: string, label: string, chosen: string): Html {
  return html`<label class="choice"
    ><input type="radio" id="scope-${value}" name="scope" value="${value}" ${chosen === value ? html` checked` : ""} />
    ${label}</label
  >`
}

function articleRow(locale: LetterLocale, index: number, { articles }: TypedDeclaration): Html {
  const t = pageTexts(locale).form
  const n = index + 1
  const row = articles[index]
  return html`<div class="row">
    <div>
      <label for="article-${n}">${fill(t.article, { n })}</label
      ><input
        type="text"
        id="article-${n}"
        name="article"
        value="${row?.article ?? ""}"
        aria-describedby="articles-hint"
      />
    </div>
    <div>
      <label for="quantity-${n}">${t.quantity}</label
      ><input type="number" id="quantity-${n}" name="quantity" min="1" max="9999" value="${row?.quantity ?? ""}" />
    </div>
  </div>`
}
