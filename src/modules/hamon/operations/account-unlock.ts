import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { keyedHash, legibleToken, opaqueToken, readLegible } from "../../../kit/secrets"
import { emailKey } from "../email-key"
import type { HamonOptions } from "../options"
import type { LetterLocale } from "../types"
import { writeLetter } from "./letters"

/** Hours for which a code unlocks. */
const VALID_HOURS = 24

export type UnlockRequest = { readonly email: string; readonly locale: LetterLocale }

/**
 * Makes a code that unlocks an account, in the place of an older one, and writes the letter that carries it. It is done
 * for every address that somebody types: whoever delivers the letter drops it where there is no account. An older code is
 * the one of the address letter by letter: with one code for all spellings, anybody could make void what the holder was
 * sent, by a spelling whose letter goes nowhere.
 */
export async function openAccountUnlock(
  sql: Knex,
  { email, locale }: UnlockRequest,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const code = legibleToken(2, 4)
  const until = new Date(now.getTime() + VALID_HOURS * 3_600_000)
  await sql("hamon_account_unlock").where("expires_at", "<=", now).delete()
  await sql("hamon_account_unlock")
    .insert({ account_hash: addressHash(email, options), code_hash: codeHash(email, code, options), expires_at: until })
    .onConflict("account_hash")
    .merge()
  await writeLetter(
    sql,
    {
      kind: "account_unlock",
      causeKey: `account_unlock:${opaqueToken()}`,
      // As typed: it is sent only when it is, letter by letter, the address of an account.
      recipient: email,
      locale,
      orderId: null,
      withdrawalId: null,
      data: { code, until: until.toISOString() },
    },
    now,
  )
}

/** Uses a code up: one statement, so that it works once whoever types it at the same time. */
export async function useUnlockCode(
  sql: Knex,
  { email, code }: { readonly email: string; readonly code: string },
  now: Date,
  options: HamonOptions,
): Promise<boolean> {
  const used = await sql("hamon_account_unlock")
    .where({ code_hash: codeHash(email, code, options) })
    .where("expires_at", ">", now)
    .delete()
  return used > 0
}

function addressHash(email: string, { secret }: HamonOptions): string {
  return keyedHash(secret, "account_unlock.account", email)
}

/** Of the address in any spelling: whoever types the code may write it otherwise. */
function codeHash(email: string, code: string, { secret }: HamonOptions): string {
  return keyedHash(secret, "account_unlock.code", `${emailKey(email)}\n${readLegible(code)}`)
}
