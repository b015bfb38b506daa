import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { keyedHash, legibleToken, readLegible } from "../../../kit/secrets"
import { emailKey } from "../email-key"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import type { Declaration, LetterLocale, WithdrawalRow } from "../types"
import { writeFirstRefundClock } from "./deadlines"
import { writeLetter } from "./letters"

const DAY = 24 * 60 * 60 * 1000

export type NewDeclaration = {
  /** Of the form: the same form sent twice is one declaration. */
  readonly declarationKey: string
  readonly declared: Declaration
  readonly locale: LetterLocale
  readonly channel: WithdrawalRow["channel"]
  readonly sentAt: Date
  /** What was shown when it was declared, such as the labels of the page. */
  readonly context?: Readonly<Record<string, string>>
}

/**
 * Stores a declaration, its evidence and its acknowledgement (L221-21, D221-5), before anything is decided: nothing here
 * looks at orders, periods or exceptions, so nothing here can refuse it.
 */
export async function recordDeclaration(
  sql: Knex,
  input: NewDeclaration,
  options: HamonOptions,
): Promise<WithdrawalRow> {
  const now = input.sentAt
  const [row] = await sql<WithdrawalRow>("hamon_withdrawal")
    .insert({
      id: generateEntityId(undefined, "hamwd"),
      reference: legibleToken(4, 4),
      declaration_key: input.declarationKey,
      declared: JSON.stringify(input.declared) as unknown as Declaration,
      email_key: emailKey(input.declared.email),
      locale: input.locale,
      channel: input.channel,
      context: input.context ?? null,
      sent_at: now,
      // A form reaches the trader when it is sent.
      informed_at: now,
      assurance: "unverified",
      status: "received",
      flags: [],
      next_step_at: now,
    })
    .onConflict("declaration_key")
    .ignore()
    .returning("*")
  // The same form again, or at the same moment: the insert waited for the other, whose row is there now.
  if (!row) return declaredBefore(sql, input.declarationKey)

  await writeFirstRefundClock(sql, row, now, options)
  const code = await issueProofCode(sql, row, options, now)
  await writeLetter(
    sql,
    {
      kind: "withdrawal_acknowledgement",
      causeKey: `withdrawal:${row.id}:acknowledgement`,
      recipient: input.declared.email,
      locale: input.locale,
      orderId: null,
      withdrawalId: row.id,
      data: { reference: row.reference, declared: input.declared, sentAt: now, code },
    },
    now,
  )
  const { name, email, orderNumber, scope, articles, comment } = input.declared
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.declared",
      subject: { type: "withdrawal", id: row.id },
      orderId: null,
      facts: {
        reference: row.reference,
        channel: input.channel,
        locale: input.locale,
        sent_at: now.toISOString(),
        scope,
        shown: input.context ?? {},
      },
      personal: {
        name,
        email,
        order_number: orderNumber,
        articles: articles.map(({ article, quantity }) => ({ article, quantity: String(quantity) })),
        comment,
      },
    },
    now,
  )
  return row
}

async function declaredBefore(sql: Knex, declarationKey: string): Promise<WithdrawalRow> {
  const row = await sql<WithdrawalRow>("hamon_withdrawal").where({ declaration_key: declarationKey }).first()
  return row as WithdrawalRow
}

/** Makes the code that proves the address it is sent to; only its hash is kept. */
async function issueProofCode(sql: Knex, row: WithdrawalRow, options: HamonOptions, now: Date): Promise<string> {
  const code = legibleToken(2, 4)
  await sql("hamon_access_token").insert({
    id: generateEntityId(undefined, "hamat"),
    token_hash: codeHash(options, row.id, code),
    purpose: "withdrawal_proof",
    subject_id: row.id,
    person_hash: keyedHash(options.secret, "person", row.email_key ?? ""),
    expires_at: new Date(now.getTime() + options.proofCodeDays * DAY),
  })
  return code
}

/** Hash of a code as it was typed, bound to its declaration. */
export function codeHash(options: HamonOptions, withdrawalId: string, code: string): string {
  return keyedHash(options.secret, `withdrawal_proof:${withdrawalId}`, readLegible(code))
}
