import type { Declaration, OrderLine, Units } from "../types"

/**
 * Which units a declaration means. The whole order is every unit. Of a part, each typed article is looked for by its
 * number in the confirmation (A1, A2 …), its reference (SKU) or its title; what is not one line for certain is `unclear`,
 * for a person.
 */
export function readArticles(
  declared: Declaration,
  lines: readonly OrderLine[],
): { readonly units: readonly Units[]; readonly unclear: boolean } {
  if (declared.scope === "whole") {
    return { units: lines.map(({ id, quantity }) => ({ line: id, quantity })), unclear: false }
  }
  if (declared.scope === "unsaid") return { units: [], unclear: true }
  // Lines that were picked from a list say more than words; one that the order no longer has is for a person.
  if (declared.picked && declared.picked.lines.length > 0) return readPicked(declared.picked.lines, lines)
  const units = new Map<string, number>()
  let unclear = declared.articles.length === 0
  for (const { article, quantity } of declared.articles) {
    const found = candidates(article, lines)
    if (found.length === 1) units.set(found[0].id, (units.get(found[0].id) ?? 0) + quantity)
    else unclear = true
  }
  return { units: [...units].map(([line, quantity]) => ({ line, quantity })), unclear }
}

function readPicked(picked: readonly Units[], lines: readonly OrderLine[]) {
  const known = picked.filter(({ line }) => lines.some(({ id }) => id === line))
  const units = new Map<string, number>()
  for (const { line, quantity } of known) units.set(line, (units.get(line) ?? 0) + quantity)
  return {
    units: [...units].map(([line, quantity]) => ({ line, quantity })),
    unclear: known.length < picked.length,
  }
}

/** The number by which a customer names a line: A1 is the first of the confirmation. */
export function articleNumber({ number }: Pick<OrderLine, "number">): string {
  return `A${number}`
}

function candidates(typed: string, lines: readonly OrderLine[]): OrderLine[] {
  const wanted = plain(typed)
  if (wanted === "") return []
  const exact = lines.filter((line) => names(line).some((name) => plain(name) === wanted))
  if (exact.length > 0) return exact
  return lines.filter(({ title }) => {
    const known = plain(title)
    return known !== "" && (known.includes(wanted) || wanted.includes(known))
  })
}

function names({ number, title, variant, sku }: OrderLine): string[] {
  return [articleNumber({ number }), title, ...(sku ? [sku] : []), ...(variant ? [`${title} ${variant}`] : [])]
}

/** Without case, accents, punctuation and doubled spaces. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}
