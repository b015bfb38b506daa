import { type Html, html } from "../../../src/kit/html"
import { pageLocale } from "../../../src/pages/texts"
import type { Answer, Call } from "./server"

type Texts = {
  readonly title: string
  /** `{amount}` and `{shop}` are filled in. */
  readonly sentence: string
  /** Label of each button by its value. The first one goes on; none: there is nothing left to press. */
  readonly buttons: Readonly<Record<string, string>>
}

type EdgePage = {
  readonly call: Call
  readonly texts: Readonly<Record<"fr" | "en", Texts>>
  /** Name of the buttons. */
  readonly name: string
  readonly shop: string
  /** Decimal string in major units, and ISO 4217. */
  readonly amount: readonly [string, string]
}

const HEADERS = {
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
}

/** A page on which a customer presses one of a few buttons, in the language of his browser. No script. */
export function edgePage({ call, texts, name, shop, amount: [value, currency] }: EdgePage): Answer {
  const locale = pageLocale(null, call.headers["accept-language"], "fr")
  const { title, sentence, buttons } = texts[locale]
  const money = new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency })
  const asked = sentence.replace("{amount}", money.format(Number(value))).replace("{shop}", shop)
  const pressed = Object.entries(buttons).map(
    ([way, label]) => html`<button name="${name}" value="${way}">${label}</button>`,
  )
  const content = html`<p>${asked}</p>
    <form method="post">${pressed}</form>`
  return { status: 200, html: whole(locale, title, content).text, headers: HEADERS }
}

function whole(locale: string, title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          body {
            margin: 0;
            padding: clamp(1rem, 6vh, 4rem) 1rem;
            background: #eef1f5;
            color: #1c2430;
            font:
              1.05rem/1.5 system-ui,
              sans-serif;
          }
          main {
            max-width: 27rem;
            margin: 0 auto;
            padding: 1.75rem;
            border: 1px solid #c6ced9;
            border-radius: 0.75rem;
            background: #fff;
          }
          h1 {
            margin: 0 0 0.75rem;
            font-size: 1.4rem;
            line-height: 1.25;
          }
          button {
            display: block;
            width: 100%;
            min-height: 3rem;
            margin-top: 0.75rem;
            padding: 0.6rem 1rem;
            border: 2px solid #1f4e8c;
            border-radius: 0.5rem;
            background: #fff;
            color: #1f4e8c;
            font: inherit;
            font-weight: 600;
            cursor: pointer;
          }
          button:first-child {
            background: #1f4e8c;
            color: #fff;
          }
          :focus-visible {
            outline: 3px solid #b45309;
            outline-offset: 3px;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`
}
