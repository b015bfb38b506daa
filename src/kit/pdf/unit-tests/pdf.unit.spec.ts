import { inflateSync } from "node:zlib"
import { type PdfBlock, pdfDocument, type PdfFrame } from ".."

const FRAME: PdfFrame = {
  title: "Formulaire de rétractation",
  lang: "fr-FR",
  author: "Cœur & Cie",
  createdAt: new Date("2026-11-16T09:00:00Z"),
  footer: "Page {page} / {pages}",
}
const BLOCKS: readonly PdfBlock[] = [
  { kind: "heading", level: 1, text: "Formulaire de rétractation" },
  { kind: "paragraph", text: "À l’attention de « Cœur », 45,00 €\u202f:\nŻaneta Łoś, Анна" },
  { kind: "table", titles: ["Article", "État"], widths: [1, 3], rows: [["L221-5", "présent"]] },
]

/** The content streams of a file, unpacked; the rest as it is. */
function unpacked(file: Buffer): string {
  const text = file.toString("latin1")
  return text.replace(/stream\r?\n([^]*?)\r?\nendstream/g, (_, stream: string) => {
    try {
      return inflateSync(Buffer.from(stream, "latin1")).toString("latin1")
    } catch {
      return ""
    }
  })
}

describe("documents as PDF", () => {
  it("are the same bytes for the same content at the same instant, and others a second later", async () => {
    const [one, again] = [await pdfDocument(FRAME, BLOCKS), await pdfDocument(FRAME, BLOCKS)]
    const later = await pdfDocument({ ...FRAME, createdAt: new Date("2026-11-16T09:00:01Z") }, BLOCKS)
    expect(one.equals(again)).toBe(true)
    expect(one.equals(later)).toBe(false)
  })

  it("are tagged, say their language and title, and embed every font", async () => {
    const text = unpacked(await pdfDocument(FRAME, BLOCKS))
    expect(text.startsWith("%PDF-1.7")).toBe(true)
    expect(text).toMatch(/\/Marked true/)
    expect(text).toMatch(/\/Lang \(fr-FR\)/)
    expect(text).toMatch(/\/DisplayDocTitle true/)
    for (const tag of ["Document", "H1", "P", "Table", "TR", "TH", "TD"]) expect(text).toContain(`/S /${tag}`)
    // Latin in two weights, the letters of Polish, those of Russian.
    expect(text.match(/\/FontFile2 /g)).toHaveLength(4)
    expect(text).not.toMatch(/Helvetica/)
  })

  it("go on on further pages: rows stay whole, titles of a table come again, words too long are cut", async () => {
    const rows = Array.from({ length: 120 }, (_, row) => [`Ligne ${row}`, "mot ".repeat(30) + "x".repeat(300)])
    const blocks = [...BLOCKS, { kind: "table", titles: ["N°", "Texte"], widths: [1, 4], rows } as const]
    const text = unpacked(await pdfDocument(FRAME, blocks))
    const pages = text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
    expect(pages).toBeGreaterThan(8)
    // A row of titles a page, and those of the first table.
    expect(text.match(/\/S \/TH\b/g)).toHaveLength(2 * (pages + 1))
    expect(text.match(/\/S \/TR\b/g)).toHaveLength(120 + 2 + pages)
  })

  it("take any text: a row longer than a page, nothing at all, halves of characters and marks of direction", async () => {
    const long = [["x ".repeat(6000), ""]]
    const file = await pdfDocument(FRAME, [
      { kind: "table", titles: ["A", "B"], widths: [1, 1], rows: long },
      { kind: "paragraph", text: "" },
      { kind: "paragraph", text: "\ud800 \u202e \u0000 日本 😀" },
      { kind: "space", points: 2000 },
      { kind: "paragraph", text: "fin" },
    ])
    expect(file.subarray(-6).toString()).toBe("%%EOF\n")
  })
})
