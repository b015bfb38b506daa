import { type Run, runsOf, useFont, type Weight } from "./fonts"

export type Line = { readonly runs: readonly Run[]; readonly width: number }
export type Measure = (run: Run, size: number) => number

/** Widths as the document will print them. */
export function measureIn(document: PDFKit.PDFDocument, registered: Set<string>): Measure {
  return ({ text, font }, size) => {
    useFont(document, font, registered)
    return document.fontSize(size).widthOfString(text)
  }
}

/**
 * Breaks a text into lines that fit a width, in points. Breaks stand at spaces (a no-break space is none) and at line
 * feeds; a word longer than the line is cut, or an address would run out of the page.
 */
export function breakLines(
  text: string,
  { width, size, weight, measure }: { width: number; size: number; weight: Weight; measure: Measure },
): Line[] {
  const widthOf = (part: string) => runsOf(part, weight).reduce((sum, run) => sum + measure(run, size), 0)
  const lines: string[] = []
  for (const paragraph of text.split(/\r?\n/)) {
    let line = ""
    for (const word of paragraph.split(/ +/).flatMap((one) => cut(one, width, widthOf))) {
      const longer = line === "" ? word : `${line} ${word}`
      if (line === "" || widthOf(longer) <= width) line = longer
      else {
        lines.push(line)
        line = word
      }
    }
    lines.push(line)
  }
  return lines.map((line) => ({ runs: runsOf(line, weight), width: widthOf(line) }))
}

function cut(word: string, width: number, widthOf: (part: string) => number): string[] {
  if (widthOf(word) <= width) return [word]
  const parts: string[] = []
  let part = ""
  for (const character of word) {
    if (part !== "" && widthOf(part + character) > width) {
      parts.push(part)
      part = ""
    }
    part += character
  }
  return [...parts, part]
}
