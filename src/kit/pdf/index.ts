import PDFDocument from "pdfkit"
import { code128 } from "../barcode"
import { fill } from "../fill"
import { useFont, type Weight } from "./fonts"
import { breakLines, type Line, measureIn } from "./lines"

/** Points (1/72 inch) of A4 and of what is written on it. */
const PAGE = { width: 595.28, height: 841.89, margin: 56 }
const FOOT = 8
const CELL = 4
/** Width of a barcode's thinnest bar: half a millimetre, which any printer prints and any scanner reads. */
const BAR = 1.4
const STYLES = {
  h1: { size: 18, weight: 700, above: 0, below: 10 },
  h2: { size: 13, weight: 700, above: 12, below: 5 },
  h3: { size: 11, weight: 700, above: 8, below: 3 },
  text: { size: 10.5, weight: 400, above: 0, below: 6 },
  strong: { size: 10.5, weight: 700, above: 0, below: 6 },
  small: { size: 8.5, weight: 400, above: 0, below: 4 },
} as const satisfies Record<string, { size: number; weight: Weight; above: number; below: number }>
type Style = keyof typeof STYLES

export type PdfBlock =
  /** `boxed`: a frame around it, as around statutory notices. A line feed is one; it breaks nowhere else by itself. */
  | { readonly kind: "paragraph"; readonly text: string; readonly style?: "text" | "strong" | "small" }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  /** `widths`: shares of the page's width; the first row of each page repeats the titles. */
  | {
      readonly kind: "table"
      readonly titles: readonly string[]
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Code 128 of a text, drawn as lines that print sharp at any size; the text stands below it. */
  | { readonly kind: "barcode"; readonly text: string; readonly height: number }
  /** Points left free, such as room to sign. */
  | { readonly kind: "space"; readonly points: number }

export type PdfFrame = {
  readonly title: string
  /** BCP 47: `fr-FR`. Read by screen readers. */
  readonly lang: string
  readonly author: string
  /** Written into the file, so that the same content at the same instant is the same bytes, whose hash can be kept. */
  readonly createdAt: Date
  /** Words below each page, with `{page}` and `{pages}`: « Page {page} sur {pages} ». */
  readonly footer: string
}

/**
 * A document as PDF 1.7: A4, tagged (headings, paragraphs and tables for screen readers), its fonts embedded and in part
 * only. Deterministic: no clock, no random part. It takes some tens of milliseconds of processor time.
 */
export function pdfDocument(frame: PdfFrame, blocks: readonly PdfBlock[]): Promise<Buffer> {
  return new PdfWriter(frame).write(blocks)
}

class PdfWriter {
  private readonly document: PDFKit.PDFDocument
  private readonly fonts = new Set<string>()
  private readonly bytes: Promise<Buffer>
  private readonly width = PAGE.width - 2 * PAGE.margin
  private y: number = PAGE.margin

  constructor(private readonly frame: PdfFrame) {
    const { title, author, lang, createdAt } = frame
    this.document = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      // The foot is written inside the margin: with one of its own pdfkit would open a page for it.
      margin: 0,
      pdfVersion: "1.7",
      lang,
      tagged: true,
      displayTitle: true,
      bufferPages: true,
      info: { Title: title, Author: author, CreationDate: createdAt, ModDate: createdAt },
      // Its default would load Helvetica, which cannot be embedded.
      font: null as unknown as string,
    })
    const chunks: Buffer[] = []
    this.document.on("data", (chunk: Buffer) => chunks.push(chunk))
    this.bytes = new Promise((resolve, reject) => {
      this.document.on("end", () => resolve(Buffer.concat(chunks)))
      this.document.on("error", reject)
    })
  }

  write(blocks: readonly PdfBlock[]): Promise<Buffer> {
    const root = this.document.struct("Document")
    this.document.addStructure(root)
    for (const block of blocks) this.block(root, block)
    root.end()
    this.numberPages()
    this.document.end()
    return this.bytes
  }

  private block(root: PDFKit.PDFStructureElement, block: PdfBlock): void {
    if (block.kind === "space") this.y += block.points
    else if (block.kind === "table") this.table(root, block)
    else if (block.kind === "barcode") this.barcode(root, block)
    else if (block.kind === "heading") this.lines(root, `H${block.level}`, block.text, `h${block.level}`)
    else this.lines(root, "P", block.text, block.style ?? "text")
  }

  private lines(root: PDFKit.PDFStructureElement, tag: string, text: string, style: Style): void {
    const { size, weight, above, below } = STYLES[style]
    const lines = this.broken(text, this.width, size, weight)
    this.y += above
    // A heading is not left alone at the foot of a page.
    this.room(tag === "P" ? leading(size) : 4 * leading(size))
    this.marked(root, tag, () => {
      for (const line of lines) {
        this.room(leading(size))
        this.line(line, PAGE.margin, this.y, size)
        this.y += leading(size)
      }
    })
    this.y += below
  }

  private barcode(root: PDFKit.PDFStructureElement, { text, height }: PdfBlock & { kind: "barcode" }): void {
    const widths = code128(text)
    const modules = widths.reduce((sum, width) => sum + width, 0)
    // Ten modules are left free on both sides, or scanners do not find where it begins.
    const module = Math.min(BAR, this.width / (modules + 20))
    this.room(height + leading(STYLES.text.size))
    this.artifact(() => {
      let x = PAGE.margin + 10 * module
      widths.forEach((width, index) => {
        if (index % 2 === 0) this.document.rect(x, this.y, width * module, height).fill("#000")
        x += width * module
      })
    })
    this.y += height + 4
    this.lines(root, "P", text, "text")
  }

  private table(root: PDFKit.PDFStructureElement, { titles, widths, rows }: PdfBlock & { kind: "table" }): void {
    const sum = widths.reduce((total, width) => total + width, 0)
    const columns = widths.map((width) => (width / sum) * this.width)
    const table = this.document.struct("Table")
    root.add(table)
    this.row(table, "TH", titles, columns, null)
    for (const row of rows) this.row(table, "TD", row, columns, titles)
    table.end()
    this.y += STYLES.text.below
  }

  /** A row stands on one page, unless it is longer than a page: then it goes on on the next, line by line. */
  private row(
    table: PDFKit.PDFStructureElement,
    tag: "TH" | "TD",
    texts: readonly string[],
    columns: readonly number[],
    titles: readonly string[] | null,
  ): void {
    const size = 9
    const cells = columns.map((width, column) =>
      this.broken(texts[column] ?? "", width - 2 * CELL, size, tag === "TH" ? 700 : 400),
    )
    const longest = Math.max(...cells.map(({ length }) => length))
    const height = (lines: number) => lines * leading(size) + 2 * CELL
    if (this.left() < Math.min(height(longest), this.whole() / 2)) {
      this.newPage()
      if (titles) this.row(table, "TH", titles, columns, null)
    }
    const row = this.document.struct("TR")
    table.add(row)
    for (let from = 0; from < longest;) {
      const fitting = Math.max(1, Math.floor((this.left() - 2 * CELL) / leading(size)))
      const part = cells.map((lines) => lines.slice(from, from + fitting))
      const lines = Math.min(fitting, longest - from)
      part.forEach((shown, column) => this.cell(row, tag, shown, columns, column, size, height(lines)))
      this.y += height(lines)
      from += lines
      if (from < longest) this.newPage()
    }
    row.end()
  }

  private cell(
    row: PDFKit.PDFStructureElement,
    tag: "TH" | "TD",
    lines: readonly Line[],
    columns: readonly number[],
    column: number,
    size: number,
    height: number,
  ): void {
    const x = PAGE.margin + columns.slice(0, column).reduce((sum, width) => sum + width, 0)
    this.artifact(() => this.document.lineWidth(0.5).rect(x, this.y, columns[column], height).stroke("#8a92a3"))
    this.marked(row, tag, () =>
      lines.forEach((line, index) => this.line(line, x + CELL, this.y + CELL + index * leading(size), size)),
    )
  }

  private line({ runs }: Line, x: number, y: number, size: number): void {
    let at = x
    for (const { text, font } of runs) {
      useFont(this.document, font, this.fonts)
      this.document.fontSize(size).fillColor("#000").text(text, at, y, { lineBreak: false })
      at += this.document.widthOfString(text)
    }
  }

  private numberPages(): void {
    const { start, count } = this.document.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.document.switchToPage(start + page)
      const [line] = this.broken(fill(this.frame.footer, { page: page + 1, pages: count }), this.width, FOOT, 400)
      const x = PAGE.width - PAGE.margin - line.width
      this.artifact(() => this.line(line, x, PAGE.height - PAGE.margin / 2 - FOOT, FOOT), "Pagination")
    }
  }

  /** Content of one element for screen readers; of a page that ends within it, the rest on the next belongs to it too. */
  private marked(parent: PDFKit.PDFStructureElement, tag: string, draw: () => void): void {
    const element = this.document.struct(tag, {}, [draw])
    parent.add(element)
    element.end()
  }

  /** Lines and page numbers, which nobody wants read aloud. */
  private artifact(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.document.markContent("Artifact", { type })
    draw()
    this.document.endMarkedContent()
  }

  private broken(text: string, width: number, size: number, weight: Weight): Line[] {
    return breakLines(text, { width, size, weight, measure: measureIn(this.document, this.fonts) })
  }

  private whole(): number {
    return PAGE.height - 2 * PAGE.margin
  }

  private left(): number {
    return PAGE.height - PAGE.margin - this.y
  }

  private room(points: number): void {
    if (this.left() < points) this.newPage()
  }

  private newPage(): void {
    this.document.continueOnNewPage()
    this.y = PAGE.margin
  }
}

/** Height of a line of this size. */
function leading(size: number): number {
  return size * 1.4
}
