import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Amount, currency } from "../../../law"
import type { Bought, CaseRow, OrderFacts } from "../types"
import { heldByAll } from "./spread"

/**
 * What the customer had bought when he first withdrew. An order that staff reduce afterwards, so that what was withdrawn does
 * not leave, no longer has the units whose price is owed: what was taken out keeps its price here. What is added, or priced
 * anew, is as core says.
 */
export function boughtOf({ bought, facts }: Pick<CaseRow, "bought" | "facts">): Bought {
  if (!bought) return pick(facts)
  const now = pick(facts)
  return {
    ...bought,
    lines: merge(bought.lines, now.lines, shrunk),
    delivery: merge(bought.delivery, now.delivery, () => false),
  }
}

/** Remembers what was bought, from the first declaration on. */
export async function keepBought(sql: Knex, row: CaseRow): Promise<void> {
  row.bought = { ...boughtOf(row), owedBefore: row.bought ? row.bought.owedBefore : owedOn(row) }
  await sql("hamon_order_case")
    .where({ id: row.id })
    .update({ bought: JSON.stringify(row.bought) })
}

/** What an order's payments hold beyond what its units and delivery cost: staff changed it, and owe the rest. */
function owedOn({ facts, currency: code }: CaseRow): Amount {
  const money = currency(code)
  const none = money.write(0n)
  const held = heldByAll(facts.payments, money)
  const paid = held + money.read(facts.credit ?? none, "credit") + money.read(facts.writtenOff ?? none, "writtenOff")
  const kept = facts.lines.reduce((sum, { id, paid, quantity }) => {
    const left = quantity - Math.min(quantity, returnedOf(facts, id))
    return sum + (quantity === 0 ? 0n : (money.read(paid, "paid") * BigInt(left)) / BigInt(quantity))
  }, 0n)
  const cost = facts.delivery.reduce((sum, one) => sum + money.read(one.paid, "paid"), kept)
  return money.write(paid > cost ? paid - cost : 0n)
}

function returnedOf({ returns }: OrderFacts, id: string): number {
  const lines = returns.flatMap((one) => one.lines).filter(({ line }) => line === id)
  return lines.reduce((sum, { received }) => sum + received, 0)
}

function pick({ lines, delivery }: OrderFacts): Bought {
  return {
    lines: lines
      .filter(({ quantity }) => quantity > 0)
      .map(({ id, title, paid, quantity }) => ({ id, title, paid, quantity })),
    delivery: delivery.map(({ id, paid }) => ({ id, paid })),
  }
}

function shrunk(before: { quantity: number }, now: { quantity: number }): boolean {
  return now.quantity < before.quantity
}

/** What was there before stays where it is gone, or where `keeps` says so. */
function merge<T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
  keeps: (before: T, now: T) => boolean,
): T[] {
  const kept = before.map((one) => {
    const fresh = now.find(({ id }) => id === one.id)
    return fresh && !keeps(one, fresh) ? fresh : one
  })
  return [...kept, ...now.filter(({ id }) => !before.some((one) => one.id === id))]
}
