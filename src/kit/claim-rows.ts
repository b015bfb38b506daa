import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A table whose rows are work: due at `dueColumn`, held until `locked_until`, tried `attempts` times. */
export type WorkQueue = {
  readonly table: string
  /** Column that says when the row is due; null: nothing to do. */
  readonly dueColumn: string
}

/**
 * Takes due rows for one worker. `FOR UPDATE SKIP LOCKED` shares them among processes; the lease gives them back when a
 * worker dies. The lease is counted by the database's clock: servers may disagree about the time, and tests move theirs.
 * @param now rows due at or before this instant are taken
 * @param leaseSeconds how long the worker may keep them; longer than the work can take
 */
export async function claimRows<Row>(
  sql: Knex,
  queue: WorkQueue,
  { now, limit, leaseSeconds }: { now: Date; limit: number; leaseSeconds: number },
): Promise<Row[]> {
  const { rows } = await sql.raw<{ rows: Row[] }>(
    `UPDATE ?? SET locked_until = clock_timestamp() + make_interval(secs => ?), attempts = attempts + 1
     WHERE id IN (
       SELECT id FROM ?? WHERE ?? <= ? AND (locked_until IS NULL OR locked_until < clock_timestamp()) AND deleted_at IS NULL
       ORDER BY ??, id LIMIT ? FOR UPDATE SKIP LOCKED
     ) RETURNING *`,
    [queue.table, leaseSeconds, queue.table, queue.dueColumn, now, queue.dueColumn, limit],
  )
  return rows
}
