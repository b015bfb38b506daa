const MONTHS =
  "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|" +
  "january|february|march|april|may|june|july|august|september|october|november|december"

/** Days, whose numbers are no order's: 12/11/2026, 2026-11-12, « 1er novembre 2026 », November 12, 2026. */
const DAYS = new RegExp(
  [
    String.raw`\b\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b`,
    String.raw`\b\d{1,2}(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?:${MONTHS})(?:\s+\d{4})?`,
    String.raw`(?:${MONTHS})\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?`,
  ].join("|"),
  "giu",
)

/** A number that is said to be the order's: « n° 1042 », "#1042", « commande 1042 ». */
const NAMED = /(?:#|\bn\s?[°ºo]\.?|\bno\b\.?|\bnum[eé]ro|\bnumber|\bcommande|\border)\s*:?\s*(\d{1,9})(?!\d)/giu

/**
 * The order number in what somebody typed: « n° 1042 », "#1042", "1042". Where more than one may be meant, a person reads it:
 * the machine withdraws no order that nobody named.
 * @returns null where there is none, or no single one
 */
export function typedOrderNumber(typed: string): number | null {
  const words = typed.normalize("NFC").replace(DAYS, " ")
  const named = different([...words.matchAll(NAMED)].map(([, digits]) => digits))
  if (named.length > 0) return named.length === 1 ? named[0] : null
  const all = different(words.match(/\d+/g) ?? [])
  return all.length === 1 && all[0] < 1_000_000_000 ? all[0] : null
}

function different(digits: readonly string[]): number[] {
  return [...new Set(digits.map(Number))]
}
