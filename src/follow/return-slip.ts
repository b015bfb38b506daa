import { fill } from "../kit/fill"
import { type PdfBlock, pdfDocument } from "../kit/pdf"
import { longDate } from "../letters/format"
import type { FollowedPicture } from "./picture"
import { slipTexts } from "./texts/slip"

/**
 * The slip that lies in the parcel: whose goods they are, by a barcode that the warehouse scans, what is in it, where it
 * goes, by when, and who pays. No name and no address of the customer: a parcel is opened by many. The same picture is the
 * same bytes.
 * @returns a tagged PDF; null where nothing is to be sent back
 */
export async function returnSlip(picture: FollowedPicture, merchant: string | null): Promise<Buffer | null> {
  const { goods, lines, locale, order, reference } = picture
  if (!goods) return null
  const t = slipTexts(locale)
  const sent = lines.filter(({ decision }) => decision === "none_needed" || decision === "withdrawn")
  const blocks: PdfBlock[] = [
    { kind: "heading", level: 1, text: t.title },
    ...(order ? [{ kind: "paragraph", style: "strong", text: fill(t.order, { number: order.number }) } as const] : []),
    { kind: "paragraph", text: fill(t.reference, { reference }) },
    { kind: "barcode", text: reference, height: 56 },
    { kind: "heading", level: 2, text: t.articles },
    { kind: "table", titles: [t.article, t.quantity], widths: [80, 20], rows: rowsOf(sent, t.seeLetter) },
    ...(goods.address
      ? ([
          { kind: "heading", level: 2, text: t.address },
          { kind: "paragraph", style: "strong", text: goods.address.join("\n") },
        ] as const)
      : []),
    { kind: "heading", level: 2, text: t.when },
    { kind: "paragraph", text: fill(t.due, { date: longDate(goods.due_on, locale) }) },
    { kind: "paragraph", text: goods.cost.reason },
    { kind: "paragraph", text: t.proof },
    { kind: "paragraph", style: "small", text: t.putIn },
  ]
  const frame = {
    title: `${t.title} ${reference}`,
    lang: locale === "fr" ? "fr-FR" : "en-GB",
    author: merchant ?? "medusa-plugin-hamon",
    // Of the declaration, not of the moment: whoever prints it again prints the same.
    createdAt: new Date(picture.sent_at),
    footer: t.page,
  }
  return pdfDocument(frame, blocks)
}

function rowsOf(lines: FollowedPicture["lines"], none: string): string[][] {
  return lines.length > 0 ? lines.map(({ title, quantity }) => [title, String(quantity)]) : [[none, ""]]
}
