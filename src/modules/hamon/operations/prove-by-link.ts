import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { sameSecret } from "../../../kit/secrets"
import type { HamonOptions } from "../options"
import type { WithdrawalRow } from "../types"
import { addressProven } from "./proof"
import { LINK_PURPOSE, linkHash, personHash } from "./withdrawal-link"

/**
 * Proves that who sends the secret of a link reads the address of its declaration. A link is not worn out by use: the same
 * letter is opened for weeks.
 * @returns the declaration; null for a link that is unknown, expired, or was sent to another address
 */
export async function proveByLink(
  sql: Knex,
  link: string,
  now: Date,
  options: HamonOptions,
): Promise<WithdrawalRow | null> {
  const token = await sql("hamon_access_token")
    .where({ purpose: LINK_PURPOSE, token_hash: linkHash(options, link) })
    .first()
  const seen = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id: token?.subject_id ?? "" })
    .first("order_id")
  // The order's case before the declaration, as everybody else does.
  await sql("hamon_order_case")
    .where({ order_id: seen?.order_id ?? "" })
    .forUpdate()
    .first("id")
  const row = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id: token?.subject_id ?? "" })
    .forUpdate()
    .first()
  if (!row || token.expires_at <= now) return null
  if (!sameSecret(token.person_hash, personHash(options, row.email_key))) return null
  if (!token.used_at) await sql("hamon_access_token").where({ id: token.id }).update({ used_at: now, updated_at: now })
  return addressProven(sql, row, "link", now)
}
