import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { readLegible, sameSecret } from "../../../kit/secrets"
import { appendEvidence } from "../evidence/append"
import { emailKey } from "../email-key"
import type { Assurance } from "../models/withdrawal"
import type { HamonOptions } from "../options"
import type { CaseRow, WithdrawalRow } from "../types"
import { codeHash } from "./declarations"
import { stepDue } from "./steps"

/** Wrong tries that a code survives: 8 legible characters hold 39 bits, ten tries open nothing. */
const TRIES = 10

/**
 * Proves that the person who types the code reads the address of the declaration. The answer is the same for an unknown
 * reference, a wrong code, an expired and a worn-out one.
 * @returns the declaration, or null
 */
export async function proveAddress(
  sql: Knex,
  typed: { readonly reference: string; readonly code: string },
  now: Date,
  options: HamonOptions,
): Promise<WithdrawalRow | null> {
  const reference = grouped(readLegible(typed.reference))
  // The order's case before the declaration, as everybody else does; nobody's case for a reference that does not exist.
  const seen = await sql<WithdrawalRow>("hamon_withdrawal").where({ reference }).first("order_id")
  await sql("hamon_order_case")
    .where({ order_id: seen?.order_id ?? "" })
    .forUpdate()
    .first("id")
  const row = await sql<WithdrawalRow>("hamon_withdrawal").where({ reference }).forUpdate().first()
  // The same query runs for a reference that does not exist.
  const token = await sql("hamon_access_token")
    .where({ purpose: "withdrawal_proof", subject_id: row?.id ?? "" })
    .forUpdate()
    .first()
  const right = sameSecret(token?.token_hash ?? "", codeHash(options, row?.id ?? "", typed.code))
  if (!row || !token) return null
  if (token.failures >= TRIES || token.expires_at <= now) return null
  if (!right) {
    await sql("hamon_access_token").where({ id: token.id }).increment("failures", 1)
    return null
  }
  if (!token.used_at) await sql("hamon_access_token").where({ id: token.id }).update({ used_at: now, updated_at: now })
  return addressProven(sql, row, "code", now)
}

/** Writes down that a locked declaration's address is its sender's; what was proven before stays as it was. */
export async function addressProven(
  sql: Knex,
  row: WithdrawalRow,
  by: "code" | "link",
  now: Date,
): Promise<WithdrawalRow> {
  if (isProven(row.assurance)) return row
  const [proven] = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id: row.id })
    .update({ assurance: "email_proven", ...stepDue(now) })
    .returning("*")
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.address_proven",
      subject: { type: "withdrawal", id: row.id },
      orderId: row.order_id,
      facts: { by },
    },
    now,
  )
  return proven
}

/** Whether an assurance opens returns and shows personal data. */
export function isProven(assurance: Assurance): boolean {
  return assurance === "email_proven" || assurance === "account" || assurance === "staff"
}

/**
 * Whether who opens a declaration by its code or link is the customer of its order: both were sent to the address that was
 * typed in it, whoever declared. Of one that came without an address letters go to that of the order.
 */
export function speaksForOrder(
  { email_key }: Pick<CaseRow, "email_key">,
  { declared }: Pick<WithdrawalRow, "declared">,
): boolean {
  return email_key !== null && (declared.email === "" || emailKey(declared.email) === email_key)
}

function grouped(compact: string): string {
  return compact.match(/.{1,4}/g)?.join("-") ?? ""
}
