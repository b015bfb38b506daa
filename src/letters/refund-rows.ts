import { type Amount, currency, type Minor } from "../law"
import type { RefundBreakdown } from "../modules/hamon/types"

type Kind = "line" | "delivery" | "deduction" | "already_refunded" | "not_paid" | "in_excess"

/** A row of a refund as it is shown; `taken_off`: its amount lowers the total. */
export type RefundRowShown = {
  readonly kind: Kind
  /** Of an article: its own, or the one whose value has diminished. */
  readonly title: string | null
  readonly quantity: number | null
  readonly amount: Amount
  readonly taken_off: boolean
}

/**
 * The rows of a refund, which add up to what is paid: articles and delivery (L221-24), less the diminished value that the
 * customer agreed to (L221-23), what went back before, and what he never paid. What is paid beyond that, as after articles
 * were declined that had been refunded, is a row too.
 * @param paid `total`: what is paid, or is to be, by whatever means
 */
export function refundRows(
  { lines, delivery, alreadyRefunded }: RefundBreakdown,
  paid: { readonly deductions: readonly { readonly title: string; readonly amount: Amount }[]; readonly total: Amount },
  code: string,
): RefundRowShown[] {
  const money = currency(code)
  const read = (amount: Amount) => money.read(amount, "amount")
  const rows: RefundRowShown[] = []
  let sum = 0n
  const add = (kind: Kind, amount: Minor, title: string | null = null, quantity: number | null = null) => {
    sum += amount
    const taken_off = amount < 0n
    rows.push({ kind, title, quantity, amount: money.write(taken_off ? -amount : amount), taken_off })
  }
  for (const { amount, title, quantity } of lines) add("line", read(amount), title, quantity)
  add("delivery", read(delivery))
  for (const { title, amount } of paid.deductions) {
    // No more is taken off than is owed.
    const off = read(amount) < sum ? read(amount) : sum
    if (off > 0n) add("deduction", -off, title)
  }
  const already = read(alreadyRefunded)
  if (already > 0n) add("already_refunded", -already)
  const rest = read(paid.total) - sum
  if (rest !== 0n) add(rest < 0n ? "not_paid" : "in_excess", rest)
  return rows
}
