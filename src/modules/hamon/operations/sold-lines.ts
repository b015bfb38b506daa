import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Amount, currency } from "../../../law"
import type { CaseRow, OrderFacts, OrderLine, WithdrawalRow } from "../types"
import { unitsInCore, unitsOfOrder, type UnitsWhere } from "./units"

/**
 * The facts of an order as it was sold. Units that leave Medusa's order while a declaration holds them were withdrawn, by our
 * edit or by staff's own: they stay lines of the contract with what was paid for them, which is what is refunded (L221-24),
 * and are written down as taken out. Seen in core's own numbers, so that a crash after the edit changes nothing.
 */
export async function keepSold(sql: Knex, row: CaseRow, facts: OrderFacts): Promise<OrderFacts> {
  const before = row.facts.takenOut ?? []
  const dropped = row.facts.lines.map(({ id }) => ({ line: id, units: unitsInCore(row.facts, id) - inCore(facts, id) }))
  const fell = dropped.filter(({ units }) => units > 0)
  const now = fell.length > 0 ? await attribute(sql, row, fell) : []
  const takenOut = [...before, ...now]
  if (takenOut.length === 0) return facts

  const code = row.currency
  const known = row.facts.lines.filter(({ id }) => inCore(facts, id) > 0 || takenOut.some(({ line }) => line === id))
  const added = facts.lines.filter(({ id }) => !row.facts.lines.some((line) => line.id === id))
  const lines = [
    ...known.map((line) => {
      const out = takenOut.filter((one) => one.line === line.id).reduce((sum, { quantity }) => sum + quantity, 0)
      const fresh = facts.lines.find(({ id }) => id === line.id)
      return soldLine(line, { ...(fresh ?? line), quantity: inCore(facts, line.id) + out }, code)
    }),
    ...added,
  ]
  return { ...facts, lines, total: totalOf(lines, facts.delivery, code), takenOut: joined(takenOut) }
}

/** Units that left the order are those of the declarations that held them, earliest first; the rest staff changed. */
async function attribute(sql: Knex, row: CaseRow, fell: readonly { line: string; units: number }[]) {
  const held = await sql<WithdrawalRow>("hamon_withdrawal").where({ order_id: row.order_id, hold: "held" }).pluck("id")
  if (held.length === 0) return []
  const where = await unitsOfOrder(sql, row)
  return fell.flatMap(({ line, units }) => {
    let left = units
    return where
      .filter((one: UnitsWhere) => one.line === line && held.includes(one.withdrawal))
      .flatMap(({ withdrawal, inside }) => {
        const quantity = Math.min(inside, left)
        left -= quantity
        return quantity > 0 ? [{ withdrawal, line, quantity }] : []
      })
  })
}

/** A line whose number of units is as it was cost what it cost, whatever core computes of a shorter order. */
function soldLine(known: OrderLine, fresh: OrderLine, code: string): OrderLine {
  if (fresh.quantity === known.quantity) return { ...fresh, paid: known.paid, unitPrice: known.unitPrice }
  const money = currency(code)
  const units = BigInt(known.quantity || 1)
  const paid = (2n * money.read(known.paid, "paid") * BigInt(fresh.quantity) + units) / (2n * units)
  return { ...fresh, paid: money.write(paid), unitPrice: known.unitPrice }
}

function inCore({ lines }: OrderFacts, line: string): number {
  return lines.find(({ id }) => id === line)?.quantity ?? 0
}

function joined(all: NonNullable<OrderFacts["takenOut"]>): OrderFacts["takenOut"] {
  const sums = new Map<string, (typeof all)[number]>()
  for (const one of all) {
    const key = `${one.withdrawal}:${one.line}`
    sums.set(key, { ...one, quantity: one.quantity + (sums.get(key)?.quantity ?? 0) })
  }
  return [...sums.values()]
}

function totalOf(lines: readonly OrderLine[], delivery: OrderFacts["delivery"], code: string): Amount {
  const money = currency(code)
  return money.write([...lines, ...delivery].reduce((sum, { paid }) => sum + money.read(paid, "paid"), 0n))
}
