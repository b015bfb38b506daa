import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { sha256 } from "../../../kit/secrets"
import { appendEvidence } from "../evidence/append"
import type { LetterLocale } from "../types"

export type TextVersionRow = {
  readonly id: string
  readonly kind: string
  readonly locale: LetterLocale
  readonly version: number
  readonly body: string
  /** SHA-256 of the body. */
  readonly hash: string
  readonly published_by: string | null
  readonly created_at: Date
}

export type TextToKeep = { readonly kind: string; readonly locale: LetterLocale; readonly body: string }

/** The text of a kind as it stands, or null. */
export async function currentText(sql: Knex, kind: string, locale: LetterLocale): Promise<TextVersionRow | null> {
  const row = await sql<TextVersionRow>("hamon_text_version").where({ kind, locale }).orderBy("version", "desc").first()
  return row ?? null
}

/** A version by its id, or null. */
export async function textVersion(sql: Knex, id: string): Promise<TextVersionRow | null> {
  return (await sql<TextVersionRow>("hamon_text_version").where({ id }).first()) ?? null
}

/**
 * Makes a text the current one of its kind: the same words again are the same version, others are the next one. What was
 * shown once is kept as it was (Code civil, 1127-1).
 * @param actor who publishes it; null: the plugin's own words
 */
export async function ensureText(
  sql: Knex,
  { kind, locale, body }: TextToKeep,
  actor: string | null,
  now: Date,
): Promise<TextVersionRow> {
  const known = await currentText(sql, kind, locale)
  if (known?.body === body) return known
  await sql.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [`hamon_text_version:${kind}:${locale}`])
  const last = await currentText(sql, kind, locale)
  if (last?.body === body) return last
  const [row] = await sql<TextVersionRow>("hamon_text_version")
    .insert({
      id: generateEntityId(undefined, "hamtx"),
      kind,
      locale,
      version: (last?.version ?? 0) + 1,
      body,
      hash: sha256(body),
      published_by: actor,
      ...{ created_at: now, updated_at: now },
    })
    .returning("*")
  await appendEvidence(
    sql,
    {
      kind: "text.published",
      subject: { type: "text_version", id: row.id },
      orderId: null,
      facts: { kind, locale, version: row.version, hash: row.hash, by: actor },
    },
    now,
  )
  return row
}
