import { fill } from "../kit/fill"
import { type PdfBlock, pdfDocument } from "../kit/pdf"
import type { LetterLocale } from "../modules/hamon/types"
import type { ConformityReport } from "./report"
import { instantWords, rowLines } from "./row-words"
import { reportTexts } from "./texts"

/**
 * The report as a tagged PDF, for the merchant's files. The same report is the same bytes.
 * @param zone the merchant's time zone
 */
export function reportDocument(report: ConformityReport, locale: LetterLocale, zone: string): Promise<Buffer> {
  const texts = reportTexts(locale)
  const { duty, articles, state, proof } = texts.columns
  const blocks: PdfBlock[] = [
    { kind: "heading", level: 1, text: texts.title },
    { kind: "paragraph", style: "strong", text: fill(texts.ofShop, { shop: report.shop ?? texts.unnamed }) },
    { kind: "paragraph", text: fill(texts.madeAt, { at: instantWords(report.generated_at, locale, zone) }) },
    { kind: "paragraph", style: "strong", text: fill(texts.counts, report.counts) },
    { kind: "paragraph", style: "small", text: texts.scope },
    ...report.subjects.flatMap(({ title, rows }): PdfBlock[] => [
      { kind: "heading", level: 2, text: title[locale] },
      {
        kind: "table",
        titles: [duty, articles, state, proof],
        widths: [26, 20, 12, 42],
        rows: rows.map((row) => [
          row.title[locale],
          row.articles.join("\n"),
          texts.states[row.state],
          rowLines(row, locale, zone).join("\n"),
        ]),
      },
    ]),
  ]
  const frame = {
    title: texts.title,
    lang: locale === "fr" ? "fr-FR" : "en-GB",
    author: report.shop ?? "medusa-plugin-hamon",
    createdAt: new Date(report.generated_at),
    footer: texts.page,
  }
  return pdfDocument(frame, blocks)
}
