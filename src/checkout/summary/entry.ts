import { type Amount, currency } from "../../law"
import { money } from "../../letters/format"
import type { SummaryInput } from "./input"
import { summaryTexts } from "./texts"
import type { SummaryEntry } from "./types"

const EMPTY = { quantity: null, amount: null, details: [], mention: null, standing: null, link: null }

/** An entry with the members that it has; the others are there, empty. */
export function entry(id: string, label: string, more: Partial<SummaryEntry> = {}): SummaryEntry {
  return { id, label, ...EMPTY, ...more }
}

/** An amount as the customer reads it; what costs nothing is said to be free. */
export function priced({ content, locale }: SummaryInput, value: Amount): NonNullable<SummaryEntry["amount"]> {
  const free = currency(content.currency).read(value, "amount") === 0n
  return { value, formatted: free ? summaryTexts(locale).free : money(value, content.currency, locale) }
}
