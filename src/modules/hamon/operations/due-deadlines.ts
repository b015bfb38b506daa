import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Longer than computing the clocks of a claim's orders takes; a worker that dies leaves them to the next one then. */
const LEASE_MS = 5 * 60 * 1000

/** Clocks of declarations that no order is known for: nothing is computed again, the day has passed. */
export async function passOrphanClocks(sql: Knex, now: Date): Promise<void> {
  await sql("hamon_deadline")
    .where("next_alert_at", "<=", now)
    .whereNull("order_id")
    // The index of alerts holds the rows that are not deleted.
    .whereNull("deleted_at")
    .update({ state: "passed", next_alert_at: null, updated_at: now })
}

/**
 * Takes clocks whose alert is due, for one worker: others skip them. The alert itself is the lease: it is put off, and
 * computing the clock clears it.
 * @returns the orders of the clocks, each once
 */
export async function claimDeadlines(sql: Knex, now: Date, limit: number): Promise<string[]> {
  const { rows } = await sql.raw<{ rows: { order_id: string }[] }>(
    `UPDATE hamon_deadline SET next_alert_at = ?
     WHERE id IN (
       SELECT id FROM hamon_deadline WHERE next_alert_at <= ? AND order_id IS NOT NULL AND deleted_at IS NULL
       ORDER BY next_alert_at LIMIT ? FOR UPDATE SKIP LOCKED
     ) RETURNING order_id`,
    [new Date(now.getTime() + LEASE_MS), now, limit],
  )
  return [...new Set(rows.map(({ order_id }) => order_id))]
}
