import { LawError, wholeNumber } from "../foundations/law-error"
import { type Amount, type Currency, type Minor, sum } from "../foundations/money"
import { allocateDiscount, paidForUnits } from "./paid-for-lines"

/** Units of an order line. */
export type Units = { readonly line: string; readonly quantity: number }

/** The lines of an order as a withdrawal sees them: what each really cost, and how many units of it there are. */
export type OrderLines = ReadonlyMap<string, { readonly net: Minor; readonly quantity: number }>

/** Units of each line that are withdrawn. */
export type Counts = ReadonlyMap<string, number>

/** @throws LawError naming the field: no line, a name used twice, an amount that is none, a discount above the price */
export function readOrder(
  facts: {
    readonly lines: readonly { readonly id: string; readonly paid: Amount; readonly quantity: number }[]
    readonly orderDiscount?: Amount
  },
  money: Currency,
): OrderLines {
  if (!Array.isArray(facts.lines) || facts.lines.length === 0) {
    throw new LawError("lines", "the lines of the order, at least one", facts.lines)
  }
  const gross = facts.lines.map((line, index) =>
    money.read(entry(line, `lines[${index}]`, "{ id, paid, quantity }").paid, `lines[${index}].paid`),
  )
  const discount = facts.orderDiscount === undefined ? 0n : money.read(facts.orderDiscount, "orderDiscount")
  if (discount > sum(gross)) {
    throw new LawError("orderDiscount", "a discount that is not above the price of the lines", facts.orderDiscount)
  }
  const net = allocateDiscount(gross, discount)
  const order = new Map<string, { net: Minor; quantity: number }>()
  facts.lines.forEach(({ id, quantity }, index) => {
    if (typeof id !== "string" || id === "" || order.has(id)) {
      throw new LawError(`lines[${index}].id`, "a name that no other line has", id)
    }
    order.set(id, { net: net[index], quantity: wholeNumber(quantity, 1, `lines[${index}].quantity`) })
  })
  return order
}

/** @throws LawError naming `field` */
export function lineOf(order: OrderLines, id: string, field: string): { net: Minor; quantity: number } {
  const line = order.get(id)
  if (!line) throw new LawError(field, `the id of a line of the order (${[...order.keys()].join(", ")})`, id)
  return line
}

/**
 * Units of all earlier withdrawals together.
 * @throws LawError naming the field
 */
export function earlierUnits(before: unknown, order: OrderLines): Counts {
  if (!Array.isArray(before) || !before.every(Array.isArray)) {
    throw new LawError("before", "a list of earlier withdrawals, each a list of { line, quantity }", before)
  }
  const counts = before.map((units: Units[], index) => countUnits(units, order, `before[${index}]`))
  return counts.reduce<Counts>((total, one) => together(total, one, order, "before"), new Map())
}

/** Refuses an entry of a list that is no object, before a field of it is read. */
export function entry<T>(given: T, field: string, form: string): T {
  if (typeof given === "object" && given !== null) return given
  throw new LawError(field, form, given)
}

/**
 * Units of one withdrawal by line; the same line named twice counts together.
 * @throws LawError naming the field: an unknown line, a quantity that is none, more units than ordered
 */
export function countUnits(units: readonly Units[], order: OrderLines, field: string): Counts {
  if (!Array.isArray(units)) throw new LawError(field, "a list of { line, quantity }", units)
  const counts = new Map<string, number>()
  units.forEach((unit: Units, index) => {
    const { line, quantity } = entry(unit, `${field}[${index}]`, "{ line, quantity }")
    lineOf(order, line, `${field}[${index}].line`)
    counts.set(line, (counts.get(line) ?? 0) + wholeNumber(quantity, 1, `${field}[${index}].quantity`))
  })
  return refuseExcess(counts, order, field)
}

/**
 * Units withdrawn so far, this withdrawal included.
 * @throws LawError when a unit would be withdrawn twice
 */
export function together(before: Counts, now: Counts, order: OrderLines, field = "withdrawn"): Counts {
  const total = new Map(before)
  for (const [line, quantity] of now) total.set(line, (before.get(line) ?? 0) + quantity)
  return refuseExcess(total, order, field)
}

function refuseExcess(counts: Counts, order: OrderLines, field: string): Counts {
  for (const [line, units] of counts) {
    const { quantity } = lineOf(order, line, field)
    if (units > quantity) {
      throw new LawError(field, `at most ${quantity} units of line ${line}, earlier withdrawals included`, units)
    }
  }
  return counts
}

/** What was paid for the units of a line withdrawn so far. */
export function paid(order: OrderLines, line: string, counts: Counts): Minor {
  const { net, quantity } = lineOf(order, line, "line")
  return paidForUnits(net, quantity, counts.get(line) ?? 0)
}

/** Whether every unit of the order is withdrawn. */
export function isComplete(order: OrderLines, counts: Counts): boolean {
  return [...order].every(([id, { quantity }]) => counts.get(id) === quantity)
}
