import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { keyedHash, linkToken } from "../../../kit/secrets"
import type { HamonOptions } from "../options"
import type { WithdrawalRow } from "../types"

const DAY = 24 * 60 * 60 * 1000
export const LINK_PURPOSE = "withdrawal_link"

/**
 * Makes the secret of a link to the status page of a declaration, bound to it and to its address; only its hash is kept.
 * Each letter has one of its own: a letter of next month must not rest on one of last.
 */
export async function issueWithdrawalLink(
  sql: Knex,
  { id, email_key }: Pick<WithdrawalRow, "id" | "email_key">,
  now: Date,
  options: HamonOptions,
): Promise<string> {
  const link = linkToken()
  await sql("hamon_access_token").insert({
    id: generateEntityId(undefined, "hamat"),
    token_hash: linkHash(options, link),
    purpose: LINK_PURPOSE,
    subject_id: id,
    person_hash: personHash(options, email_key),
    expires_at: new Date(now.getTime() + options.proofCodeDays * DAY),
  })
  return link
}

/** Hash of the secret of a link. */
export function linkHash(options: HamonOptions, link: string): string {
  return keyedHash(options.secret, LINK_PURPOSE, link)
}

/** Hash of the address that a link was sent to. */
export function personHash(options: HamonOptions, emailKey: string | null): string {
  return keyedHash(options.secret, "person", emailKey ?? "")
}
