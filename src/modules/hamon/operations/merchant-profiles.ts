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
}

const PROFILE_LOCK = 7_263_002

/** Publishes a new version; the ones before stay, since letters name them. The same content again is the same version. */
export async function publishProfile(
  sql: Knex,
  content: MerchantContent,
  actor: string,
  now: Date,
): Promise<MerchantProfileRow> {
  await sql.raw("SELECT pg_advisory_xact_lock(?)", [PROFILE_LOCK])
  const hash = sha256(canonicalJson(content as never))
  const last = await publishedProfile(sql)
  if (last?.hash === hash) return last
  const newest = await sql("hamon_merchant_profile").max("version as version").first()
  const [row] = await sql<MerchantProfileRow>("hamon_merchant_profile")
    .insert({
      id: generateEntityId(undefined, "hammp"),
      version: (newest?.version ?? 0) + 1,
      status: "published",
      content: JSON.stringify(content) as unknown as MerchantContent,
      hash,
      published_at: now,
      ...{ published_by: actor },
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
