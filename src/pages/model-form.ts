import { html } from "../kit/html"
import { type PdfBlock, pdfDocument } from "../kit/pdf"
import type { LetterLocale } from "../modules/hamon/types"
import { legalNoticeTexts } from "./texts/legal-notice"

export type ModelForm = {
  readonly locale: LetterLocale
  readonly merchant: string
  readonly paragraphs: readonly string[]
  /** When the profile was published that the form names: the same form is the same file. */
  readonly publishedAt: Date
}

/** Points left free below what is filled in by hand. */
const ROOM = 26

/** The model form to print, as a page that stands by itself. */
export function modelFormHtml({ locale, paragraphs: [title, ...rest], merchant }: ModelForm): string {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${title} – ${merchant}</title>
        <style>
          body { font: 12pt/1.6 sans-serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
          .fill { margin-bottom: 2.5em; }
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${rest.map((text, index) => html`<p class="${isFilledIn(index, rest) ? "fill" : ""}">${text}</p>`)}
      </body>
    </html> `.text
}

/** The model form to print, as PDF. */
export function modelFormPdf({ locale, paragraphs: [title, ...rest], merchant, publishedAt }: ModelForm) {
  const blocks: PdfBlock[] = [{ kind: "heading", level: 1, text: title }]
  rest.forEach((text, index) => {
    blocks.push({ kind: "paragraph", text })
    if (isFilledIn(index, rest)) blocks.push({ kind: "space", points: ROOM })
  })
  return pdfDocument(
    {
      title: `${title} – ${merchant}`,
      lang: locale === "fr" ? "fr-FR" : "en-GB",
      author: merchant,
      createdAt: publishedAt,
      footer: legalNoticeTexts(locale).form.footer,
    },
    blocks,
  )
}

/** After the title: what to do, the seller, the declaration; then what is filled in; the last one explains the asterisk. */
function isFilledIn(index: number, paragraphs: readonly string[]): boolean {
  return index >= 2 && index < paragraphs.length - 1
}
