import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { keyedHash, legibleToken, opaqueToken, readLegible } from "../../../kit/secrets"
import { emailKey } from "../email-key"
import type { HamonOptions } from "../options"
import type { CaseRow, LetterLocale } from "../types"
import { writeLetter } from "./letters"

const HOUR = 3_600_000
/** Groups and characters of a code: 78 bits, which nobody guesses, and few enough to type where no script runs. */
const CODE = [4, 4] as const

export type OrdersLinkRequest = {
  readonly email: string
  readonly locale: LetterLocale
  /** When the letter goes, where there are too many at once. Default: at once. */
  readonly dueAt?: Date
}

/**
 * Makes the code of a link to one's orders, for who lost their numbers, and writes the letter that carries it. It is done
 * for every address that somebody types: whoever delivers the letter drops it where there are no orders, so that the answer
 * and its queries are the same. Older codes stay good: else anybody could make void what the customer was sent.
 */
export async function openOrdersLink(
  sql: Knex,
  { email, locale, dueAt }: OrdersLinkRequest,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const code = legibleToken(...CODE)
  // From when it is sent: a letter that waits in the queue must not arrive with a code that has expired.
  const until = new Date((dueAt ?? now).getTime() + options.ordersLinkHours * HOUR)
  await sql("hamon_access_token").where({ purpose: "orders_link" }).where("expires_at", "<=", now).delete()
  await sql("hamon_access_token").insert({
    id: generateEntityId(undefined, "hamat"),
    token_hash: linkHash(code, options),
    purpose: "orders_link",
    subject_id: emailKey(email),
    person_hash: keyedHash(options.secret, "person", emailKey(email)),
    expires_at: until,
  })
  await writeLetter(
    sql,
    {
      kind: "orders_link",
      causeKey: `orders_link:${opaqueToken()}`,
      recipient: email,
      locale,
      orderId: null,
      withdrawalId: null,
      data: { code, until: until.toISOString() },
      dueAt,
    },
    now,
  )
}

/**
 * The address that a code was sent to, as its key; null for a wrong or an expired one. It is good until it expires: a
 * customer looks again, and picks from another order.
 */
export async function addressOfLink(
  sql: Knex,
  code: string,
  now: Date,
  options: HamonOptions,
): Promise<{ readonly address: string; readonly until: Date } | null> {
  const token = await sql("hamon_access_token")
    .where({ purpose: "orders_link", token_hash: linkHash(code, options) })
    .where("expires_at", ">", now)
    .first()
  if (!token) return null
  if (!token.used_at) await sql("hamon_access_token").where({ id: token.id }).update({ used_at: now, updated_at: now })
  return { address: token.subject_id, until: token.expires_at }
}

/**
 * Whether somebody with this very address has ordered. Letter by letter, but for capitals: another spelling that reads the
 * same after composing Unicode may be another person's mailbox.
 */
export async function hasOrdered(sql: Knex, email: string): Promise<boolean> {
  const found = await sql<CaseRow>("hamon_order_case")
    .where({ email_key: emailKey(email) })
    .select("email")
  return found.some((one) => one.email?.trim().toLowerCase() === email.trim().toLowerCase())
}

function linkHash(code: string, { secret }: HamonOptions): string {
  return keyedHash(secret, "orders_link", readLegible(code))
}
