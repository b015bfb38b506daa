import { createHash } from "node:crypto"
import { Html, html } from "../kit/html"
import type { LetterLocale } from "../modules/hamon/types"
import { pageTexts } from "./texts"

const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1f2430; font: 1rem/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; }
header, main, footer { max-width: 42rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem; border-bottom: 1px solid #8a92a3; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
a { color: #0b4f9e; overflow-wrap: anywhere; }
label, legend { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
fieldset { border: 1px solid #8a92a3; border-radius: .35rem; padding: 0 1rem 1rem; margin: 1rem 0 0; min-width: 0; }
fieldset label.choice { display: flex; gap: .6rem; align-items: flex-start; font-weight: 400; margin: .75rem 0 0; }
fieldset label.choice input { width: 1.4rem; height: 1.4rem; flex: none; margin: .1rem 0 0; }
.hint { margin: 0 0 .25rem; color: #4a5160; }
input[type=text], input[type=email], input[type=number], input[type=date], input[type=file], textarea { width: 100%; font: inherit; color: inherit; padding: .6rem; border: 1px solid #5d6576; border-radius: .35rem; background: #fff; }
.row { display: grid; grid-template-columns: 1fr 7rem; gap: 0 .75rem; }
button { font: inherit; font-weight: 700; color: #fff; background: #0b4f9e; border: 0; border-radius: .35rem; padding: .8rem 1.2rem; margin: 1.25rem .75rem 0 0; min-height: 3rem; cursor: pointer; }
button.plain { color: #0b4f9e; background: #fff; border: 2px solid #0b4f9e; }
:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
.errors { border: 2px solid #a8201a; border-radius: .35rem; padding: .5rem 1rem; }
.notice { border: 2px solid #2a6b3c; border-radius: .35rem; padding: .5rem 1rem; }
.errors h2 { margin: .25rem 0; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
.box { border: 2px solid #5d6576; border-radius: .35rem; padding: .25rem 1rem; }
.box img { display: block; max-width: 100%; height: auto; }
.said { white-space: pre-line; overflow-wrap: anywhere; }
dl { margin: 1rem 0; }
dt { font-weight: 600; margin-top: .5rem; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
caption { text-align: left; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem .4rem 0; border-bottom: 1px solid #c9ced8; overflow-wrap: anywhere; }
th.sum, td.sum { text-align: right; padding-right: 0; white-space: nowrap; overflow-wrap: normal; }
tr.total > * { font-weight: 700; border-bottom: 2px solid #5d6576; }
details { border: 1px solid #8a92a3; border-radius: .35rem; padding: .75rem 1rem; margin: .75rem 0; }
summary { font-weight: 600; cursor: pointer; min-height: 1.5rem; }
header form, ul form { display: inline; }
header button, button.link { color: #0b4f9e; background: none; border: 0; border-radius: 0; padding: .25rem 0; margin: 0; min-height: 1.5rem; width: auto; font-weight: 400; text-align: left; text-decoration: underline; overflow-wrap: anywhere; }
.strong { font-size: 1.15rem; font-weight: 600; }
@media (max-width: 30rem) { .row { grid-template-columns: 1fr; } main button:not(.link) { width: 100%; } }
`

/** The element whole, since its hash is over every character between the tags: a space more, and no browser applies it. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`)
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64")

/** No script at all, our one style sheet, forms to ourselves only, no frame around us. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
}

/** The same for a page that shows a picture of ours. */
export const PICTURE_PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  "Content-Security-Policy": `${PAGE_HEADERS["Content-Security-Policy"]}; img-src 'self'`,
}

export type PageFrame = {
  readonly locale: LetterLocale
  readonly title: string
  /** Path of this page, for the link to the other language. */
  readonly path: string
  /** Name of the shop, where it is known. */
  readonly merchant: string | null
  /** Whether search engines may list it. */
  readonly listed?: boolean
  /** What leads to the other language, where a link would lose what the page is about. */
  readonly otherLanguage?: Html
}

/** The frame of every hosted page: works without JavaScript, by keyboard and screen reader, at 320 px. */
export function page(
  { locale, title, path, merchant, listed = false, otherLanguage }: PageFrame,
  content: Html,
): string {
  const other = locale === "fr" ? "en" : "fr"
  const texts = pageTexts(locale)
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${!listed && new Html(`<meta name="robots" content="noindex">\n`)}<title>${title}${merchant && ` – ${merchant}`}</title>
${STYLE_ELEMENT}
</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header><span>${merchant}</span>${otherLanguage ?? html`<a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${texts.otherLanguage}</a>`}</header>
<main id="content">
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.text
}
