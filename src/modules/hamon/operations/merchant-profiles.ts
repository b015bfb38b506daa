import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { canonicalJson } from "../../../kit/canonical-json"
import { sha256 } from "../../../kit/secrets"
import { appendEvidence } from "../evidence/append"
import type { MerchantContent } from "../merchant"

export type MerchantProfileRow = {
  readonly id: string
  readonly version: number
  readonly status: "draft" | "published"
  readonly content: MerchantContent
  readonly hash: string
  readonly published_at: Date | null
  readonly published_by: string | null
}

const PROFILE_LOCK = 7_263_002

/** Who writes a profile, draft or version, queues here to the end of the transaction. */
export async function lockProfiles(sql: Knex): Promise<void> {
  await sql.raw("SELECT pg_advisory_xact_lock(?)", [PROFILE_LOCK])
}

/** SHA-256 of a profile's canonical text. */
export function profileHash(content: object): string {
  return sha256(canonicalJson(content as never))
}

/**
 * Publishes a new version; the ones before stay, since letters name them. The same content again is the same version. A
 * draft that somebody is writing stays, and becomes the version after. The caller holds the lock and has judged the content.
 */
export async function publishVersion(
  sql: Knex,
  content: MerchantContent,
  actor: string,
  now: Date,
): Promise<MerchantProfileRow> {
  const hash = profileHash(content)
  const last = await publishedProfile(sql)
  if (last?.hash === hash) return last
  const version = ((await newestPublished(sql)) ?? 0) + 1
  await sql("hamon_merchant_profile")
    .where({ status: "draft" })
    .update({ version: version + 1 })
  const [row] = await sql<MerchantProfileRow>("hamon_merchant_profile")
    .insert({
      id: generateEntityId(undefined, "hammp"),
      version,
      status: "published",
      content: JSON.stringify(content) as unknown as MerchantContent,
      hash,
      published_at: now,
      published_by: actor,
    })
    .returning("*")
  await appendEvidence(
    sql,
    {
      kind: "merchant_profile.published",
      subject: { type: "merchant_profile", id: row.id },
      orderId: null,
      facts: { version: row.version, hash, by: actor },
    },
    now,
  )
  return row
}

/** The version in force, or the one asked for; null while the merchant has not said who he is. */
export async function publishedProfile(sql: Knex, version?: number | null): Promise<MerchantProfileRow | null> {
  const query = sql<MerchantProfileRow>("hamon_merchant_profile").where({ status: "published" })
  const row = await (version ? query.where({ version }) : query.orderBy("version", "desc")).first()
  return row ?? null
}

/** Number of the newest version; null where there is none. */
export async function newestPublished(sql: Knex): Promise<number | null> {
  const newest = await sql("hamon_merchant_profile").where({ status: "published" }).max("version as version").first()
  return newest?.version ?? null
}
