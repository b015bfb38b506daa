import { fill } from "../kit/fill"
import type { LetterLocale } from "../modules/hamon/types"
import type { ConformityReport } from "./report"
import { instantWords, rowLines } from "./row-words"
import { reportTexts } from "./texts"

/** The report for a terminal, 100 columns wide. */
export function reportTable(report: ConformityReport, locale: LetterLocale, zone: string): string {
  const texts = reportTexts(locale)
  const width = Math.max(...Object.values(texts.states).map(({ length }) => length))
  const indent = " ".repeat(width + 2)
  const lines = [
    `${texts.title} · ${report.shop ?? texts.unnamed} · ${instantWords(report.generated_at, locale, zone)}`,
    ...report.subjects.flatMap(({ title, rows }) => [
      "",
      title[locale],
      "-".repeat(title[locale].length),
      ...rows.flatMap((row) => [
        `${texts.states[row.state].padEnd(width)}  ${row.title[locale]} (${row.articles.join(", ")})`,
        ...rowLines(row, locale, zone).flatMap((line) =>
          wrapped(clean(line), 100 - indent.length).map((one) => indent + one),
        ),
      ]),
    ]),
    "",
    fill(texts.counts, report.counts),
  ]
  return lines.join("\n")
}

/** Titles of products are anybody's text: nothing in it may steer the terminal. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, " ")
}

function wrapped(text: string, width: number): string[] {
  const lines = [""]
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1]
    if (last !== "" && last.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`
  }
  return lines
}
