import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { nextAttempt } from "../../../kit/back-off"
import { claimRows } from "../../../kit/claim-rows"
import { NO_TROUBLE, type Trouble, troubleColumns } from "../troubles"
import type { WithdrawalRow } from "../types"

const QUEUE = { table: "hamon_withdrawal", dueColumn: "next_step_at" }
/** Longer than opening a return in core takes. */
const LEASE_SECONDS = 120

/** Takes declarations that wait for the machine: to be matched, or to have their return opened. */
export async function claimSteps(sql: Knex, now: Date, limit: number): Promise<WithdrawalRow[]> {
  return claimRows<WithdrawalRow>(sql, QUEUE, { now, limit, leaseSeconds: LEASE_SECONDS })
}

/**
 * Nothing more to do until a fact changes. A fact that changed meanwhile (a proof, a case that was opened) has set the
 * attempts back to none: then the declaration stays due.
 */
export async function stepDone(
  sql: Knex,
  { id, attempts }: { id: string; attempts: number },
  now: Date,
): Promise<void> {
  const done = await sql("hamon_withdrawal")
    .where({ id, attempts })
    .update({ next_step_at: null, locked_until: null, attempts: 0, ...NO_TROUBLE, updated_at: now })
  if (done === 0) await sql("hamon_withdrawal").where({ id }).update({ locked_until: null })
}

/** Parcels of an order changed: what waits for goods that had not left is looked at again. */
export async function stepsDue(sql: Knex, orderId: string, now: Date): Promise<void> {
  await sql("hamon_withdrawal").where({ order_id: orderId, return_id: null, status: "matched" }).update(stepDue(now))
}

/** What makes the sweeper look at a declaration again. */
export function stepDue(now: Date) {
  return { next_step_at: now, attempts: 0 }
}

export async function stepFailed(
  sql: Knex,
  { id, attempts }: { id: string; attempts: number },
  trouble: Trouble,
  now: Date,
): Promise<void> {
  await sql("hamon_withdrawal")
    .where({ id })
    .update({
      next_step_at: nextAttempt(attempts, now),
      locked_until: null,
      ...troubleColumns(trouble),
      updated_at: now,
    })
}
