import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { nextAttempt } from "../../../kit/back-off"
import { claimRows } from "../../../kit/claim-rows"
import { currency } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import type { CaseRow, CoreRefund, RefundRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { recomputeDeadlines } from "./deadlines"
import { writeLetter } from "./letters"
import { lockWithdrawal } from "./matching"
import { planOf } from "./refund-plan"

const QUEUE = { table: "hamon_refund", dueColumn: "next_attempt_at" }
/** Longer than any provider's time-out: a line that is being sent is never sent by somebody else. */
const LEASE_SECONDS = 300

/**
 * Plans what a withdrawal is owed and approves it: the sweeper sends it. Asked again, the plan that exists is returned:
 * a withdrawal is planned once.
 * @throws MedusaError not_allowed with what to do first, when the declaration has no order or nothing can be refunded
 */
export async function approveRefund(
  sql: Knex,
  withdrawalId: string,
  approval: { readonly by: string },
  now: Date,
  options: HamonOptions,
): Promise<RefundRow[]> {
  const { order_id: orderId } = await lockWithdrawal(sql, withdrawalId)
  if (!orderId) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "match the declaration to its order first: nobody knows what to refund",
    )
  }
  const row = await lockCase(sql, orderId)
  const withdrawal = await lockWithdrawal(sql, withdrawalId)
  const known = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: withdrawalId }).orderBy("id")
  if (known.length > 0) return known

  const { parts, breakdown } = await planOf(sql, row, withdrawal, options)
  const planned: RefundRow[] = []
  for (const { payment, amount } of parts) {
    const [line] = await sql<RefundRow>("hamon_refund")
      .insert({
        id: generateEntityId(undefined, "hamrf"),
        key: `withdrawal:${withdrawalId}:${payment.id}`,
        kind: "refund",
        order_id: orderId,
        withdrawal_id: withdrawalId,
        currency: row.currency,
        amount,
        breakdown: JSON.stringify(breakdown) as unknown as RefundRow["breakdown"],
        payment_id: payment.id,
        payment_provider_id: payment.providerId,
        state: "planned",
        approved_by: approval.by,
        approved_at: now,
        next_attempt_at: now,
      })
      .returning("*")
    planned.push(line)
  }
  if (planned.length === 0) planned.push(await settledByStaff(sql, row, withdrawalId, breakdown, approval.by, now))
  await recomputeDeadlines(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "refund.approved",
      subject: { type: "withdrawal", id: withdrawalId },
      orderId,
      facts: {
        by: approval.by,
        total: breakdown.total,
        delivery: breakdown.delivery,
        already_refunded: breakdown.alreadyRefunded,
        parts: planned.map(({ key, amount }) => ({ key, amount })),
      },
    },
    now,
  )
  return planned
}

/** Staff have refunded everything in Medusa already: the ledger says so, and sends nothing. */
async function settledByStaff(
  sql: Knex,
  row: CaseRow,
  withdrawalId: string,
  breakdown: RefundRow["breakdown"],
  by: string,
  now: Date,
): Promise<RefundRow> {
  const [payment] = row.facts.payments
  const [line] = await sql<RefundRow>("hamon_refund")
    .insert({
      id: generateEntityId(undefined, "hamrf"),
      key: `withdrawal:${withdrawalId}:settled`,
      kind: "refund",
      order_id: row.order_id,
      withdrawal_id: withdrawalId,
      currency: row.currency,
      amount: currency(row.currency).write(0n),
      breakdown: JSON.stringify(breakdown) as unknown as RefundRow["breakdown"],
      payment_id: payment.id,
      payment_provider_id: payment.providerId,
      state: "booked",
      approved_by: by,
      approved_at: now,
      booked_at: now,
    })
    .returning("*")
  await closeWithdrawal(sql, row, withdrawalId, now)
  return line
}

/** Takes lines of the ledger that are due, for one worker. */
export async function claimRefunds(sql: Knex, now: Date, limit: number): Promise<RefundRow[]> {
  return claimRows<RefundRow>(sql, QUEUE, { now, limit, leaseSeconds: LEASE_SECONDS })
}

/**
 * Says that a line is about to be sent, and commits it before the money moves: after a crash, a line found `sending` is
 * read back first.
 */
export async function markSending(sql: Knex, id: string, now: Date): Promise<void> {
  await sql("hamon_refund")
    .where({ id })
    .whereIn("state", ["planned", "sending"])
    .update({ state: "sending", updated_at: now })
}

/** Core holds the refund and its transaction: the line is done. */
export async function refundBooked(
  sql: Knex,
  id: string,
  coreRefundId: string,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const known = await sql<RefundRow>("hamon_refund").where({ id }).first("order_id")
  if (!known) return
  const row = await lockCase(sql, known.order_id)
  await bookRefund(sql, row, id, coreRefundId, now)
  await recomputeDeadlines(sql, row, now, options)
}

async function bookRefund(sql: Knex, row: CaseRow, id: string, coreRefundId: string, now: Date): Promise<void> {
  const [line] = await sql<RefundRow>("hamon_refund")
    .where({ id })
    .whereNot({ state: "booked" })
    .update({ state: "booked", core_refund_id: coreRefundId, booked_at: now, next_attempt_at: null, last_error: null })
    .returning("*")
  if (!line) return
  await sql("hamon_refund").where({ id }).update({ locked_until: null, updated_at: now })
  if (line.withdrawal_id) await closeWithdrawal(sql, row, line.withdrawal_id, now)
  await appendEvidence(
    sql,
    {
      kind: "refund.booked",
      subject: { type: "refund", id },
      orderId: row.order_id,
      facts: { key: line.key, amount: line.amount, currency: line.currency, core_refund: coreRefundId },
    },
    now,
  )
}

/** Once every line of a withdrawal is booked, the customer is told. */
async function closeWithdrawal(sql: Knex, row: CaseRow, withdrawalId: string, now: Date): Promise<void> {
  const lines = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: withdrawalId }).orderBy("id")
  if (lines.some(({ state }) => state !== "booked")) return
  const [withdrawal] = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id: withdrawalId })
    .update({ status: "refunded" })
    .returning("*")
  const recipient = row.email ?? withdrawal.declared.email
  await writeLetter(
    sql,
    {
      kind: "refund_made",
      causeKey: `withdrawal:${withdrawalId}:refund`,
      recipient,
      locale: withdrawal.locale,
      orderId: row.order_id,
      withdrawalId,
      data: {
        displayId: row.display_id,
        place: row.place,
        reference: withdrawal.reference,
        currency: row.currency,
        refundedAt: now,
        breakdown: lines[0].breakdown,
        parts: lines.map(({ amount, payment_provider_id: provider }) => ({ amount, provider })),
      },
    },
    now,
  )
}

/** The line was not sent, and is known not to have been: tried again, or given up for staff to see. */
export async function refundFailed(
  sql: Knex,
  { id, attempts }: { id: string; attempts: number },
  failure: { readonly permanent: boolean; readonly sentence: string },
  now: Date,
): Promise<void> {
  await sql("hamon_refund")
    .where({ id })
    .whereIn("state", ["planned", "sending"])
    .update({
      state: failure.permanent ? "failed" : "planned",
      next_attempt_at: failure.permanent ? null : nextAttempt(attempts, now),
      locked_until: null,
      last_error: failure.sentence,
      updated_at: now,
    })
}

/** Nobody knows whether the provider paid: the machine stops here, and staff read the provider's own books. */
export async function refundUnknown(sql: Knex, id: string, sentence: string, now: Date): Promise<void> {
  await sql("hamon_refund")
    .where({ id })
    .whereIn("state", ["planned", "sending"])
    .update({ state: "unknown", next_attempt_at: null, locked_until: null, last_error: sentence, updated_at: now })
}

/**
 * Staff have looked at the provider: the line was not paid, so it is sent again.
 * (Paid and not booked in core is core's to mend; once a refund with our key stands there, the next reading books it.)
 * @throws MedusaError not_allowed for a line whose outcome is known
 */
export async function retryRefund(sql: Knex, id: string, actor: string, now: Date): Promise<RefundRow> {
  const [line] = await sql<RefundRow>("hamon_refund")
    .where({ id })
    .whereIn("state", ["unknown", "failed"])
    .update({ state: "planned", next_attempt_at: now, attempts: 0 })
    .returning("*")
  if (!line) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "only a refund that failed, or whose outcome is unknown, is sent again",
    )
  }
  await appendEvidence(
    sql,
    {
      kind: "refund.retried",
      subject: { type: "refund", id },
      orderId: line.order_id,
      facts: { key: line.key, by: actor },
    },
    now,
  )
  return line
}

/** Lines that core has booked, however it came to it: a refund there that carries our key is ours. */
export async function adoptBookedRefunds(sql: Knex, row: CaseRow, now: Date): Promise<void> {
  const refunds = row.facts.payments.flatMap(({ refunds }) => refunds)
  const open = await sql<RefundRow>("hamon_refund").where({ order_id: row.order_id }).whereNot({ state: "booked" })
  for (const line of open) {
    const found = refunds.find(({ key }: CoreRefund) => key === line.key)
    if (found?.booked) await bookRefund(sql, row, line.id, found.id, now)
  }
}
