import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { canonicalJson, type Canonical } from "../../../kit/canonical-json"
import { appendEvidence } from "../evidence/append"
import type { RuleKind, RuleTarget } from "../models/catalogue-rule"

export type CatalogueRuleRow = {
  readonly id: string
  readonly kind: RuleKind
  readonly target_type: RuleTarget
  readonly target_id: string
  readonly value: Canonical
}
export type NewRule = Omit<CatalogueRuleRow, "id">

/**
 * Announces something of a product, a category, a shipping option, a group or a country from now on, in the place of what
 * was announced before. Every change is evidence, since it changes what customers are told; the same again changes nothing.
 */
export async function setRule(sql: Knex, rule: NewRule, actor: string, now: Date) {
  const { kind, target_type, target_id, value } = rule
  await sql.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [
    `hamon_catalogue_rule:${kind}:${target_type}:${target_id}`,
  ])
  const place = { kind, target_type, target_id }
  const known = await sql<CatalogueRuleRow>("hamon_catalogue_rule").where(place).whereNull("deleted_at").first()
  const before = known?.value ?? null
  if (known && canonicalJson(before) === canonicalJson(value)) return { rule: known, before }
  const stored = JSON.stringify(value) as unknown as Canonical
  const [row] = known
    ? await sql<CatalogueRuleRow>("hamon_catalogue_rule")
        .where({ id: known.id })
        .update({ value: stored, ...{ updated_at: now } })
        .returning("*")
    : await sql<CatalogueRuleRow>("hamon_catalogue_rule")
        .insert({ id: generateEntityId(undefined, "hamcr"), ...place, value: stored })
        .returning("*")
  await changed(sql, row, { before, after: value, by: actor }, now)
  return { rule: row, before }
}

/** Announces it no longer; null where there is no such rule. */
export async function removeRule(sql: Knex, id: string, actor: string, now: Date): Promise<CatalogueRuleRow | null> {
  const [row] = await sql<CatalogueRuleRow & { deleted_at: Date | null }>("hamon_catalogue_rule")
    .where({ id })
    .whereNull("deleted_at")
    .update({ deleted_at: now, ...{ updated_at: now } })
    .returning("*")
  if (!row) return null
  await changed(sql, row, { before: row.value, after: null, by: actor }, now)
  return row
}

async function changed(
  sql: Knex,
  { id, kind, target_type, target_id }: CatalogueRuleRow,
  change: { before: Canonical; after: Canonical; by: string },
  now: Date,
): Promise<void> {
  const subject = { type: "catalogue_rule", id }
  const facts = { kind, target_type, target_id, ...change }
  await appendEvidence(sql, { kind: "catalogue_rule.changed", subject, orderId: null, facts }, now)
}

/** The kinds of things on which a rule stands today. */
export async function rulePlaces(sql: Knex): Promise<ReadonlySet<RuleTarget>> {
  const rows = await sql<CatalogueRuleRow>("hamon_catalogue_rule").whereNull("deleted_at").distinct("target_type")
  return new Set(rows.map(({ target_type }) => target_type))
}
