import { isDeepStrictEqual } from "node:util"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { currency } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { CaseRow, OrderFacts, WithdrawalRow } from "../types"
import { changeHold, holdFact, insideOf } from "./place-hold"
import { sumsPaid } from "./spread"
import { stepDue } from "./steps"
import { unitsOfOrder, type UnitsWhere } from "./units"

/**
 * Sees what became of withdrawn units in Medusa, whoever did it: units that left despite a hold, an order that ended, a return
 * that staff cancelled. Called with the case as it was and as it is, under its lock.
 */
export async function followHolds(sql: Knex, before: CaseRow, fresh: CaseRow, now: Date): Promise<void> {
  const all = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: fresh.order_id })
    .whereNull("closed_at")
    .orderBy(["sent_at", "id"])
  if (all.length === 0) return
  await dropCanceledReturns(sql, fresh, all, now)
  const held = all.filter(({ hold }) => hold === "held")
  if (fresh.status === "canceled") return endWithOrder(sql, fresh, all, now)
  if (held.length === 0) return
  const [then, where] = [await unitsOfOrder(sql, { ...fresh, facts: before.facts }), await unitsOfOrder(sql, fresh)]
  for (const withdrawal of held) {
    if (out(where, withdrawal) > out(then, withdrawal)) await shippedDespite(sql, withdrawal, now)
    if (insideOf(where, withdrawal.id).length === 0) await nothingLeft(sql, withdrawal, now)
  }
  // What the next step waits for may have happened: a capture, a fulfilment cancelled, a refund booked.
  if (changed(before.facts, fresh.facts)) {
    await sql("hamon_withdrawal").where({ order_id: fresh.order_id, hold: "held" }).update(stepDue(now))
  }
}

/** Host code or another plugin sent what was held: said to staff, and the declaration goes on as of goods on their way. */
async function shippedDespite(sql: Knex, withdrawal: WithdrawalRow, now: Date): Promise<void> {
  if (withdrawal.flags.includes("shipped_despite_hold")) return
  await sql("hamon_withdrawal")
    .where({ id: withdrawal.id })
    .update({ flags: [...withdrawal.flags, "shipped_despite_hold"], updated_at: now, ...stepDue(now) })
  await appendEvidence(sql, holdFact("withdrawal.shipped_despite_hold", withdrawal, {}), now)
}

/** Nothing of it is with the merchant any more: there is nothing to hold, and nothing to lift. */
async function nothingLeft(sql: Knex, withdrawal: WithdrawalRow, now: Date): Promise<void> {
  await changeHold(sql, withdrawal.id, { hold: "none", by: "machine" }, now)
  // A refund that waited for its units to leave the order waits no longer.
  await sql("hamon_refund")
    .where({ withdrawal_id: withdrawal.id, state: "planned" })
    // What staff pay by hand waits for them.
    .whereNotNull("payment_id")
    .update({ next_attempt_at: now })
  await appendEvidence(sql, holdFact("withdrawal.hold_ended", withdrawal, {}), now)
}

/** The order is cancelled, by us or by staff: where nothing was ever taken from the customer, nothing is owed. */
async function endWithOrder(sql: Knex, row: CaseRow, all: readonly WithdrawalRow[], now: Date): Promise<void> {
  const where = await unitsOfOrder(sql, row)
  for (const withdrawal of all) {
    if (withdrawal.hold === "held") await nothingLeft(sql, withdrawal, now)
    const open = withdrawal.status === "received" || withdrawal.status === "matched"
    if (!open || out(where, withdrawal) > 0 || sumsPaid(row.facts, currency(row.currency)) > 0n) continue
    await sql("hamon_withdrawal")
      .where({ id: withdrawal.id })
      .update({ status: "closed", outcome: "nothing_due", closed_at: now, updated_at: now })
    await appendEvidence(sql, holdFact("withdrawal.closed", withdrawal, { outcome: "nothing_due" }), now)
  }
}

/**
 * Staff cancelled the return of a declaration. What they meant is theirs to say: it is not opened again by the machine, and one
 * that they open themselves is taken over as any other.
 */
async function dropCanceledReturns(sql: Knex, row: CaseRow, all: readonly WithdrawalRow[], now: Date): Promise<void> {
  for (const { id, return_id, status, flags } of all) {
    const canceled = row.facts.returns.some((one) => one.id === return_id && one.status === "canceled")
    if (!canceled) continue
    await sql("hamon_withdrawal")
      .where({ id })
      .update({
        return_id: null,
        status: status === "return_open" ? "matched" : status,
        flags: [...new Set([...flags, "return_canceled"])],
        updated_at: now,
      })
    const canceledFact = { kind: "withdrawal.return_canceled", subject: { type: "withdrawal", id } }
    await appendEvidence(sql, { ...canceledFact, orderId: row.order_id, facts: { return: return_id } }, now)
  }
}

function out(where: readonly UnitsWhere[], { id }: WithdrawalRow): number {
  return where.filter(({ withdrawal }) => withdrawal === id).reduce((sum, one) => sum + one.out, 0)
}

/** Whether anything that a next step waits for is not as it was, in whatever order it was read. */
function changed(before: OrderFacts, fresh: OrderFacts): boolean {
  const told = ({ parcels, payments, returns, takenOut = [] }: OrderFacts) => [
    ...[parcels, payments, returns].map(byId),
    takenOut,
  ]
  return !isDeepStrictEqual(told(before), told(fresh))
}

function byId(rows: readonly { readonly id: string }[]) {
  return [...rows].sort((a, b) => a.id.localeCompare(b.id))
}
