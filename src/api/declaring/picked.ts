import { articleNumber } from "../../modules/hamon/operations/articles"
import type { OwnOrder } from "../../modules/hamon/operations/own-orders"
import type { OrderLine, Units } from "../../modules/hamon/types"

/**
 * The picked lines in words, for the summary that he confirms and the acknowledgement: as the confirmation names them where
 * the order is proven to be his, else by the ids that were sent, since nothing of an order is told to others.
 */
export function pickedInWords(
  lines: readonly Units[],
  order: OwnOrder | null,
): { article: string; quantity: string }[] {
  return lines.map(({ line: id, quantity }) => {
    const known = order?.lines.find(({ line }) => line.id === id)
    return { article: known ? lineInWords(known.line) : id, quantity: String(quantity) }
  })
}

function lineInWords(line: Pick<OrderLine, "number" | "title" | "variant">): string {
  const { title, variant } = line
  // A title of any length must not make a declaration too long.
  return [articleNumber(line), [title, variant].filter(Boolean).join(", ")].join(" – ").slice(0, 200).toWellFormed()
}
