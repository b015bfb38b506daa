import { readFileSync } from "node:fs"

/** Alphabets of Noto Sans that are embedded where a text needs them. Latin is asked first and stands in for what nobody has. */
const ALPHABETS = ["latin", "latin-ext", "greek", "cyrillic"] as const
type Alphabet = (typeof ALPHABETS)[number]
export type Weight = 400 | 700

/** Characters of French typography and lists that these files do not hold, and what prints alike. */
const ALIKE: Readonly<Record<string, string>> = {
  "\u202f": "\u00a0",
  "\u2009": "\u00a0",
  "\u2011": "-",
  "\u2022": "–",
  "\t": " ",
}

const ranges = new Map<Alphabet, readonly (readonly [number, number])[]>()
const files = new Map<string, Buffer>()

/** A stretch of text that one font prints. */
export type Run = { readonly text: string; readonly font: string }

/** Splits a text where its alphabet changes. Names of customers are not all in Latin letters. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: { text: string; font: string }[] = []
  for (const character of printable(text)) {
    const font = `${alphabetOf(character)}-${weight}`
    const last = runs.at(-1)
    if (last?.font === font) last.text += character
    else runs.push({ text: character, font })
  }
  return runs
}

/** Makes a font of `runsOf` the one that the document writes with. */
export function useFont(document: PDFKit.PDFDocument, font: string, registered: Set<string>): void {
  if (!registered.has(font)) {
    document.registerFont(font, fileOf(font))
    registered.add(font)
  }
  document.font(font)
}

/** Composed letters, since marks on their own are in other files; no control characters. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\u202f\u2009\u2011\u2022\t]/g, (one) => ALIKE[one])
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
}

function alphabetOf(character: string): Alphabet {
  const point = character.codePointAt(0) as number
  // Marks and spaces are in several files: those of Latin are as good as the others.
  const holds = (alphabet: Alphabet) => rangesOf(alphabet).some(([from, to]) => point >= from && point <= to)
  return ALPHABETS.find(holds) ?? "latin"
}

function rangesOf(alphabet: Alphabet): readonly (readonly [number, number])[] {
  if (ranges.size === 0) {
    const known = JSON.parse(readFileSync(require.resolve("@fontsource/noto-sans/unicode.json"), "utf8"))
    for (const one of ALPHABETS) ranges.set(one, readRanges(known[one]))
  }
  return ranges.get(alphabet) ?? []
}

/** `U+0000-00FF,U+0131` as pairs of code points. */
function readRanges(text: string): (readonly [number, number])[] {
  return text.split(",").map((range) => {
    const [from, to = from] = range.replace("U+", "").split("-")
    return [parseInt(from, 16), parseInt(to, 16)] as const
  })
}

function fileOf(font: string): Buffer {
  const known = files.get(font)
  if (known) return known
  const file = readFileSync(require.resolve(`@fontsource/noto-sans/files/noto-sans-${font}-normal.woff`))
  files.set(font, file)
  return file
}
