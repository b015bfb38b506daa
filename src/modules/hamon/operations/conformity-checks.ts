import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What a check of the web saw; `proof` by the shape of `src/conformity/checks`. */
export type KeptCheck = {
  readonly id: string
  readonly state: "met" | "missing" | "at_risk" | "not_verified"
  readonly proof: Readonly<Record<string, unknown>>
  readonly checked_at: Date
}

/** Keeps what the web answered, in the place of what it answered before. */
export async function storeChecks(
  sql: Knex,
  checks: readonly Omit<KeptCheck, "checked_at">[],
  now: Date,
): Promise<void> {
  for (const { id, state, proof } of checks) {
    const seen = { state, proof: JSON.stringify(proof), checked_at: now, updated_at: now }
    await sql("hamon_conformity_check")
      .insert({ id, ...seen })
      .onConflict("id")
      .merge(seen)
  }
}

/** The last outcome of each check. */
export async function storedChecks(sql: Knex): Promise<KeptCheck[]> {
  return sql("hamon_conformity_check").whereNull("deleted_at").select("id", "state", "proof", "checked_at")
}
