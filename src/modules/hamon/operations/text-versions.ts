import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { sha256 } from "../../../kit/secrets"
import { appendEvidence } from "../evidence/append"
import type { LetterLocale } from "../types"

/** A version of a text that customers read. The database refuses any change of it, and its removal. */
export type TextVersionRow = {
  readonly id: string
  readonly kind: string
  readonly locale: LetterLocale
  /** 1, 2, 3 … of the kind and the language. */
  readonly version: number
  readonly body: string
  /** SHA-256 of the body's UTF-8. */
  readonly hash: string
  /** Who wrote it; null: the plugin itself. */
  readonly published_by: string | null
  /** When it was published. */
  readonly created_at: Date
}

/** A text to be kept; `actor` null: the plugin's own words. */
export type NewText = {
  readonly kind: string
  readonly locale: LetterLocale
  readonly body: string
  readonly actor: string | null
}

/** Terms of sale: what L221-5 and C. civ. 1127-1 want published. */
export const TERMS_OF_SALE = "terms_of_sale"

/** The version in force of a text: the newest; null where there is none. */
export async function currentText(sql: Knex, kind: string, locale: LetterLocale): Promise<TextVersionRow | null> {
  return (await texts(sql).where({ kind, locale }).orderBy("version", "desc").first()) ?? null
}

/** A version by its id; null where there is none. */
export async function textVersion(sql: Knex, id: string): Promise<TextVersionRow | null> {
  return (await texts(sql).where({ id }).first()) ?? null
}

/** A version by its number; null where there is none. */
export async function numberedText(
  sql: Knex,
  kind: string,
  locale: LetterLocale,
  version: number,
): Promise<TextVersionRow | null> {
  return (await texts(sql).where({ kind, locale, version }).first()) ?? null
}

/**
 * The version with this very body, whichever it is, or the next one: for words that are shown as they stand, such as those
 * beside the box of an extra. Safe when two processes do it at once.
 */
export async function ensureText(sql: Knex, text: NewText, now: Date): Promise<TextVersionRow> {
  const known = await withBody(sql, text)
  if (known) return known
  await lockTexts(sql, text)
  return (await withBody(sql, text)) ?? (await append(sql, text, now))
}

/** `changed`: the text in force is not the one that the writer saw; nothing was written. */
export type TextPublished =
  | { readonly outcome: "published"; readonly text: TextVersionRow }
  | { readonly outcome: "changed"; readonly current: TextVersionRow | null }

/**
 * Puts a text in force. The text that is in force already stays the same version; one that was in force before the last is a
 * new version again, since customers of the time between read another.
 * @param text.seen hash of the version that the writer saw in force, null for none; undefined: whatever is in force
 */
export async function publishText(
  sql: Knex,
  text: NewText & { readonly seen?: string | null },
  now: Date,
): Promise<TextPublished> {
  await lockTexts(sql, text)
  const last = await currentText(sql, text.kind, text.locale)
  if (last?.body === text.body) return { outcome: "published", text: last }
  if (text.seen !== undefined && text.seen !== (last?.hash ?? null)) return { outcome: "changed", current: last }
  return { outcome: "published", text: await append(sql, text, now) }
}

function texts(sql: Knex) {
  return sql<TextVersionRow>("hamon_text_version").whereNull("deleted_at")
}

async function withBody(sql: Knex, { kind, locale, body }: NewText): Promise<TextVersionRow | null> {
  const rows = await texts(sql)
    .where({ kind, locale, hash: sha256(body) })
    .orderBy("version", "desc")
    .limit(1)
  return rows[0] ?? null
}

/** Writers of one text in one language queue, so that its numbers have no holes and no twins. */
async function lockTexts(sql: Knex, { kind, locale }: NewText): Promise<void> {
  await sql.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [`hamon_text_version:${kind}:${locale}`])
}

async function append(sql: Knex, { kind, locale, body, actor }: NewText, now: Date): Promise<TextVersionRow> {
  const newest = await sql("hamon_text_version").where({ kind, locale }).max("version as version").first()
  const hash = sha256(body)
  const [row] = await sql<TextVersionRow>("hamon_text_version")
    .insert({
      id: generateEntityId(undefined, "hamtx"),
      kind,
      locale,
      version: (newest?.version ?? 0) + 1,
      body,
      hash,
      published_by: actor,
      created_at: now,
    })
    .returning("*")
  await appendEvidence(
    sql,
    {
      kind: "text.published",
      subject: { type: "text_version", id: row.id },
      orderId: null,
      facts: { text: kind, locale, version: row.version, hash, by: actor },
    },
    now,
  )
  return row
}
