import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { canonicalJson } from "../../../kit/canonical-json"
import { keyedHash, legibleToken, readLegible, sha256 } from "../../../kit/secrets"
import { emailKey } from "../email-key"
import { appendEvidence } from "../evidence/append"
import type { CivilDate } from "../../../law"
import type { HamonOptions } from "../options"
import type { Declaration, LetterLocale, WithdrawalRow } from "../types"
import { informedOn as dayInformed, writeFirstRefundClock } from "./deadlines"
import { writeLetter } from "./letters"
import { issueWithdrawalLink } from "./withdrawal-link"

const DAY = 24 * 60 * 60 * 1000

export type NewDeclaration = {
  /** Of the form: the same form sent twice is one declaration. */
  readonly declarationKey: string
  readonly declared: Declaration
  readonly locale: LetterLocale
  readonly channel: WithdrawalRow["channel"]
  /** When it was sent: what its timeliness is judged by (L221-21). */
  readonly sentAt: Date
  /** When it reached the trader: a fault may have kept it. The refund clock runs from there (L221-24). Default: `sentAt`. */
  readonly receivedAt?: Date
  /** What was shown when it was declared, such as the labels of the page. */
  readonly context?: Readonly<Record<string, string>>
  /** What is known of the caller, personal and so apart from what was shown: hash of his address, his browser (WF-7). */
  readonly visitor?: Readonly<Record<string, string>>
  /** The account that declared, proven by its token. */
  readonly customerId?: string | null
  /** Key of an address that the declarer proved by a link sent to it: it says whose orders he means, whatever he typed. */
  readonly provenAddress?: string | null
  /** When the acknowledgement goes, where there are too many at once: queued, never dropped. Default: at once. */
  readonly acknowledgeAt?: Date
  /** Of one that came by post, telephone or e-mail and that staff write down: `sentAt` is then when it was sent. */
  readonly byStaff?: StaffRecord
}

export type StaffRecord = {
  /** The day on which it was sent (a postmark): its hour is not known. */
  readonly sentOn: CivilDate
  /** When the trader received it: the refund clock runs from there (L221-24). */
  readonly informedAt: Date
  readonly recordedAt: Date
  readonly actor: string
}

export type RecordedDeclaration = WithdrawalRow & {
  /** When the acknowledgement goes out, while it waits in the queue; null once it went. */
  readonly acknowledgement_due_at: Date | null
}

/**
 * Stores a declaration, its evidence and its acknowledgement (L221-21, D221-5), before anything is decided: nothing here
 * looks at orders, periods or exceptions, so nothing here can refuse it.
 */
export async function recordDeclaration(
  sql: Knex,
  input: NewDeclaration,
  options: HamonOptions,
): Promise<RecordedDeclaration> {
  const staff = input.byStaff
  const now = staff?.recordedAt ?? input.receivedAt ?? input.sentAt
  const reference = legibleToken(4, 4)
  const content = contentHash(reference, input)
  const [row] = await sql<WithdrawalRow>("hamon_withdrawal")
    .insert({
      id: generateEntityId(undefined, "hamwd"),
      reference,
      declaration_key: input.declarationKey,
      declared: JSON.stringify(input.declared) as unknown as Declaration,
      email_key: input.provenAddress ?? emailKey(input.declared.email),
      locale: input.locale,
      channel: input.channel,
      customer_id: input.customerId ?? null,
      context: { ...input.context, ...input.visitor, content_sha256: content },
      sent_at: input.sentAt,
      sent_on: staff?.sentOn ?? null,
      informed_at: staff?.informedAt ?? now,
      // An account proves nothing by itself: whether the order is its own is seen when it is matched.
      assurance: input.provenAddress ? "email_proven" : "unverified",
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
  // Who wrote from an address that nobody knows is told by the way on which he wrote: staff read the reference to him.
  if (input.declared.email) await acknowledge(sql, row, input, now, options)
  const { name, email, orderNumber, scope, articles, comment, picked } = input.declared
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
        sent_at: input.sentAt.toISOString(),
        ...(!staff && now > input.sentAt && { received_at: now.toISOString() }),
        scope,
        shown: input.context ?? {},
        ...(picked && {
          picked: {
            order: picked.orderId,
            lines: picked.lines.map(({ line, quantity }) => ({ line, quantity: String(quantity) })),
          },
        }),
        ...(input.provenAddress && { proven_by: "orders_link" }),
        ...(staff && { by: staff.actor, sent_on: staff.sentOn, received_at: staff.informedAt.toISOString() }),
      },
      personal: {
        name,
        email,
        order_number: orderNumber,
        articles: articles.map(({ article, quantity }) => ({ article, quantity: String(quantity) })),
        comment,
        content_sha256: content,
        ...input.visitor,
      },
    },
    now,
  )
  return { ...row, acknowledgement_due_at: input.acknowledgeAt ?? now }
}

async function acknowledge(
  sql: Knex,
  row: WithdrawalRow,
  { declared, sentAt, acknowledgeAt, byStaff }: NewDeclaration,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const code = await issueProofCode(sql, row, options, now)
  const link = await issueWithdrawalLink(sql, row, now, options)
  const merchant = { territories: options.merchantTerritories }
  const informedOn = byStaff ? dayInformed(byStaff.informedAt, merchant, options) : null
  await writeLetter(
    sql,
    {
      kind: "withdrawal_acknowledgement",
      causeKey: acknowledgementKey(row.id),
      recipient: declared.email,
      locale: row.locale,
      orderId: null,
      withdrawalId: row.id,
      data: { reference: row.reference, declared, sentAt, sentOn: row.sent_on, informedOn, code, link },
      dueAt: acknowledgeAt,
    },
    now,
  )
}

async function declaredBefore(sql: Knex, declarationKey: string): Promise<RecordedDeclaration> {
  const row = (await sql("hamon_withdrawal").where({ declaration_key: declarationKey }).first()) as WithdrawalRow
  const letter = await sql("hamon_letter")
    .where({ cause_key: acknowledgementKey(row.id) })
    .first("due_at")
  return { ...row, acknowledgement_due_at: letter?.due_at ?? null }
}

function acknowledgementKey(withdrawalId: string): string {
  return `withdrawal:${withdrawalId}:acknowledgement`
}

/** SHA-256 over the declaration as it was sent (WF-7). It touches a person: only a commitment to it enters the chain. */
function contentHash(reference: string, { declared, sentAt, locale, channel, context = {} }: NewDeclaration): string {
  const sent_at = sentAt.toISOString()
  return sha256(canonicalJson({ reference, declared: { ...declared }, sent_at, locale, channel, shown: context }))
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
