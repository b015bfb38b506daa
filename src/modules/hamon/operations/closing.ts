import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { Canonical } from "../../../kit/canonical-json"
import { appendEvidence } from "../evidence/append"
import type { EvidenceText } from "../evidence/format"
import type { CaseRow, WithdrawalLineRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { writeLetter } from "./letters"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { stepDue } from "./steps"

/** Case and declaration, locked in the one order; no case while nobody knows the order. @throws MedusaError not_found */
export async function lockBoth(
  sql: Knex,
  withdrawalId: string,
): Promise<{ row: CaseRow | null; withdrawal: WithdrawalRow }> {
  const { order_id: orderId } = await readWithdrawal(sql, withdrawalId)
  const row = orderId ? await lockCase(sql, orderId) : null
  const withdrawal = await lockWithdrawal(sql, withdrawalId)
  if (withdrawal.order_id === orderId) return { row, withdrawal }
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "somebody matched this declaration just now: look at it again")
}

/** @throws MedusaError not_allowed once money was planned: what was refunded is not taken back by a decision */
export async function refusePlanned(sql: Knex, withdrawalId: string): Promise<void> {
  const planned = await sql("hamon_refund")
    .where({ withdrawal_id: withdrawalId })
    .whereNull("deleted_at")
    .first("state")
  if (!planned) return
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "a refund of this declaration was approved already: it cannot be declined any more",
  )
}

/** @throws MedusaError not_allowed with what ended it */
export function refuseClosed({ status, outcome, closed_at }: WithdrawalRow): void {
  if (status !== "closed" && status !== "refunded") return
  const on = closed_at ? ` on ${closed_at.toISOString().slice(0, 10)}` : ""
  const how = status === "refunded" ? "refunded" : (outcome ?? "closed").replace("_", " ")
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `this declaration was ${how}${on} already${status === "closed" ? ": reopen it to decide again" : ""}`,
  )
}

/** Ends a declaration without a refund: the machine has but its return to cancel, and what it held back may leave. */
export async function closeDeclaration(
  sql: Knex,
  { id, hold, return_id }: WithdrawalRow,
  outcome: NonNullable<WithdrawalRow["outcome"]>,
  actor: string,
  now: Date,
): Promise<void> {
  await sql("hamon_withdrawal")
    .where({ id })
    .update({
      ...{ status: "closed", outcome, closed_at: now, next_step_at: null, updated_at: now },
      ...(return_id && stepDue(now)),
      ...(hold === "held" && { hold: "lifted", hold_changed_at: now, hold_changed_by: actor }),
    })
  await sql("hamon_deadline")
    .where({ subject_type: "withdrawal", subject_id: id })
    .whereNull("order_id")
    .update({ state: "canceled", next_alert_at: null, updated_at: now })
}

/** The facts of the last evidence of a kind about a declaration; null where there is none. */
export async function lastFacts(
  sql: Knex,
  withdrawalId: string,
  kind: string,
): Promise<{ readonly [name: string]: Canonical } | null> {
  const last = await sql("hamon_evidence")
    .where({ subject_type: "withdrawal", subject_id: withdrawalId, kind })
    .orderBy("sequence", "desc")
    .first("text")
  return last ? (JSON.parse(last.text) as EvidenceText).facts : null
}

export type DeclinedLine = {
  readonly title: string
  readonly quantity: number
  readonly ground: string
  /** Number in L221-28, where the ground is an exception. */
  readonly exception: number | null
  readonly basis: string | null
}

/** Tells the customer what was declined, with the words that staff wrote (`withdrawal_declined`). */
export async function tellDeclined(
  sql: Knex,
  { row, withdrawal }: { row: CaseRow | null; withdrawal: WithdrawalRow },
  declined: { readonly lines: readonly DeclinedLine[]; readonly ground: string | null; readonly basis: string },
  now: Date,
): Promise<void> {
  const data = {
    ...declined,
    reference: withdrawal.reference,
    displayId: row?.display_id ?? null,
    sentAt: withdrawal.sent_at,
  }
  await tellCustomer(sql, { row, withdrawal }, "withdrawal_declined", data, now)
}

/**
 * Where a letter goes that opens its declaration by a link: to the address of who declared, else, of a letter or a call, to
 * that of his order; null where none is known.
 */
export function addressFor(row: CaseRow | null, { declared }: WithdrawalRow): string | null {
  return declared.email || row?.email || null
}

/** Writes a letter about a declaration to who placed its order, else to who declared; to nobody where no address is known. */
export async function tellCustomer(
  sql: Knex,
  { row, withdrawal }: { row: CaseRow | null; withdrawal: WithdrawalRow },
  kind: "withdrawal_declined" | "withdrawal_reopened",
  data: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const recipient = row?.email ?? withdrawal.declared.email
  if (!recipient) return
  await writeLetter(
    sql,
    {
      kind,
      causeKey: `withdrawal:${withdrawal.id}:${kind}:${now.toISOString()}`,
      recipient,
      locale: withdrawal.locale,
      orderId: row?.order_id ?? null,
      withdrawalId: withdrawal.id,
      data,
    },
    now,
  )
}

/** Evidence of an act of staff on a declaration. Append it last. */
export async function recordAct(
  sql: Knex,
  { id, order_id: orderId }: Pick<WithdrawalRow, "id" | "order_id">,
  kind: string,
  facts: { readonly [name: string]: Canonical },
  now: Date,
  personal?: { readonly [name: string]: Canonical },
): Promise<void> {
  await appendEvidence(sql, { kind, subject: { type: "withdrawal", id }, orderId, facts, personal }, now)
}

/** The units of a declaration, as they now stand. */
export async function unitsOf(sql: Knex, withdrawalId: string): Promise<WithdrawalLineRow[]> {
  return sql<WithdrawalLineRow>("hamon_withdrawal_line").where({ withdrawal_id: withdrawalId }).orderBy("id")
}
