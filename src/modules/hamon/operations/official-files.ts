import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import { appendEvidence } from "../evidence/append"
import type { LetterLocale } from "../types"

export type OfficialFileKind = "harmonised_notice"

/** An official file without its bytes. */
export type OfficialFileRow = {
  readonly id: string
  readonly kind: OfficialFileKind
  readonly locale: LetterLocale
  readonly content_type: string
  /** SHA-256 of the bytes. */
  readonly hash: string
  readonly uploaded_by: string
  readonly uploaded_at: Date
}

const SHOWN = ["id", "kind", "locale", "content_type", "hash", "uploaded_by", "uploaded_at"] as const

export type NewOfficialFile = {
  readonly kind: OfficialFileKind
  readonly locale: LetterLocale
  readonly contentType: string
  readonly bytes: Buffer
}

/** Keeps an official file as it is. A newer one is a newer row, and the same again the same. */
export async function addOfficialFile(
  sql: Knex,
  { kind, locale, contentType, bytes }: NewOfficialFile,
  actor: string,
  now: Date,
): Promise<OfficialFileRow> {
  await sql.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [`hamon_official_file:${kind}:${locale}`])
  const hash = createHash("sha256").update(bytes).digest("hex")
  const last = await currentOfficialFile(sql, kind, locale)
  if (last?.hash === hash) return last
  const row = {
    id: generateEntityId(undefined, "hamof"),
    kind,
    locale,
    content_type: contentType,
    hash,
    uploaded_by: actor,
    // Two uploads within a millisecond must still follow one another.
    uploaded_at: last && last.uploaded_at >= now ? new Date(last.uploaded_at.getTime() + 1) : now,
  }
  await sql("hamon_official_file").insert({ ...row, body: bytes.toString("base64") })
  const facts = { kind, locale, content_type: contentType, hash, by: actor }
  const subject = { type: "official_file", id: row.id }
  await appendEvidence(sql, { kind: "official_file.uploaded", subject, orderId: null, facts }, now)
  return row
}

/** The newest file of a kind and a language, without its bytes; null where there is none. */
export async function currentOfficialFile(
  sql: Knex,
  kind: OfficialFileKind,
  locale: LetterLocale,
): Promise<OfficialFileRow | null> {
  const row = await sql<OfficialFileRow>("hamon_official_file")
    .where({ kind, locale })
    .orderBy("uploaded_at", "desc")
    .first(...SHOWN)
  return row ?? null
}

/** All that were ever shown, the newest first. */
export async function listOfficialFiles(sql: Knex, limit: number): Promise<OfficialFileRow[]> {
  return sql<OfficialFileRow>("hamon_official_file")
    .orderBy("uploaded_at", "desc")
    .limit(limit)
    .select(...SHOWN)
}

/** The bytes of a file. */
export async function officialFileBytes(sql: Knex, id: string): Promise<Buffer> {
  const row = await sql<{ id: string; body: string }>("hamon_official_file").where({ id }).first("body")
  return Buffer.from(row?.body ?? "", "base64")
}
