import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export type Sweep = {
  readonly id: string
  readonly started_at: Date
  readonly finished_at: Date | null
  readonly handled: number
  readonly last_error: string | null
  readonly cursor: Record<string, string> | null
}

/** Says that a sweeper begins. A sweeper that begins and never ends is one that staff see. */
export async function sweepStarted(sql: Knex, id: string, now: Date): Promise<void> {
  await sql("hamon_sweep_heartbeat")
    .insert({ id, started_at: now })
    .onConflict("id")
    .merge({ started_at: now, updated_at: now })
}

export async function sweepFinished(
  sql: Knex,
  id: string,
  end: { readonly handled: number; readonly error: string | null; readonly cursor?: Record<string, string> },
  now: Date,
): Promise<void> {
  await sql("hamon_sweep_heartbeat")
    .where({ id })
    .update({
      finished_at: now,
      handled: end.handled,
      last_error: end.error,
      ...(end.cursor && { cursor: JSON.stringify(end.cursor) }),
      updated_at: now,
    })
}

/** Where a walk stopped last time; empty the first time. */
export async function sweepCursor(sql: Knex, id: string): Promise<Record<string, string>> {
  const row = await sql<Sweep>("hamon_sweep_heartbeat").where({ id }).first("cursor")
  return row?.cursor ?? {}
}
