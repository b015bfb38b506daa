import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { currency } from "../../../law"
import { appendEvidence } from "../evidence/append"
import { gatewayOf, type HamonOptions } from "../options"
import { NO_TROUBLE } from "../troubles"
import type { CaseRow, CoreRefund, RefundRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { recomputeDeadlines } from "./deadlines"
import { writeLetter } from "./letters"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { foreignRefunds, planOf } from "./refund-plan"
import { advanceStatus } from "./returns"

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
  const { order_id: orderId } = await readWithdrawal(sql, withdrawalId)
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
  if (planned.length === 0) planned.push(await settledByStaff(sql, row, withdrawal, breakdown, approval.by, now))
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
  withdrawal: WithdrawalRow,
  breakdown: RefundRow["breakdown"],
  by: string,
  now: Date,
): Promise<RefundRow> {
  const theirs = foreignRefunds(row, withdrawal)
  const last = theirs
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1)
  const [line] = await sql<RefundRow>("hamon_refund")
    .insert({
      id: generateEntityId(undefined, "hamrf"),
      key: `withdrawal:${withdrawal.id}:settled`,
      kind: "refund",
      order_id: row.order_id,
      withdrawal_id: withdrawal.id,
      currency: row.currency,
      amount: currency(row.currency).write(0n),
      breakdown: JSON.stringify(breakdown) as unknown as RefundRow["breakdown"],
      state: "booked",
      approved_by: by,
      approved_at: now,
      booked_at: last ? new Date(last) : now,
    })
    .returning("*")
  await closeWithdrawal(sql, row, withdrawal.id, now)
  return line
}

/**
 * What staff refund with Medusa's own button is seen: once it covers what a withdrawal is owed, that withdrawal is refunded.
 * Nothing is sent here.
 */
export async function adoptStaffRefunds(sql: Knex, row: CaseRow, now: Date, options: HamonOptions): Promise<void> {
  const open = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .whereIn("status", ["matched", "return_open", "goods_back"])
    .orderBy("sent_at")
  for (const withdrawal of open) {
    if (foreignRefunds(row, withdrawal).length === 0) continue
    const planned = await sql("hamon_refund").where({ withdrawal_id: withdrawal.id }).first("id")
    const breakdown = planned ? null : await settledPlan(sql, row, withdrawal, options)
    if (breakdown) await settledByStaff(sql, row, withdrawal, breakdown, "medusa", now)
  }
}

/** The plan of a withdrawal that leaves nothing to send; null where there is something left, or nothing can be planned yet. */
async function settledPlan(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow, options: HamonOptions) {
  try {
    const { parts, breakdown } = await planOf(sql, row, withdrawal, options)
    return parts.length === 0 ? breakdown : null
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) return null
    throw error
  }
}

/** Core holds the refund and its transaction: the line is done. */
export async function refundBooked(
  sql: Knex,
  id: string,
  core: Pick<CoreRefund, "id" | "createdAt">,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const known = await sql<RefundRow>("hamon_refund").where({ id }).first("order_id")
  if (!known) return
  const row = await lockCase(sql, known.order_id)
  await bookRefund(sql, row, id, core, now, options)
  await recomputeDeadlines(sql, row, now, options)
}

async function bookRefund(
  sql: Knex,
  row: CaseRow,
  id: string,
  core: Pick<CoreRefund, "id" | "createdAt">,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const known = await sql<RefundRow>("hamon_refund").where({ id }).first()
  if (!known || known.state === "booked" || cameBack(known)) return
  const [line] = await sql<RefundRow>("hamon_refund")
    .where({ id })
    .update({
      state: "booked",
      core_refund_id: core.id,
      booked_at: new Date(core.createdAt),
      // What the provider accepted has yet to arrive: its books are read, now and until it has.
      next_attempt_at: gatewayOf(options, known.payment_provider_id) ? now : null,
      ...NO_TROUBLE,
    })
    .returning("*")
  await sql("hamon_refund").where({ id }).update({ locked_until: null, updated_at: now })
  if (line.withdrawal_id) await closeWithdrawal(sql, row, line.withdrawal_id, now)
  await appendEvidence(
    sql,
    {
      kind: "refund.booked",
      subject: { type: "refund", id },
      orderId: row.order_id,
      facts: { key: line.key, amount: line.amount, currency: line.currency, core_refund: core.id },
    },
    now,
  )
}

/** The provider paid, and the money returned to the merchant: core's booking does not make it paid. */
function cameBack({ provider_status: status }: RefundRow): boolean {
  return status === "failed" || status === "canceled"
}

/** Once every line of a withdrawal is booked, the customer is told; told again where money came back and was paid otherwise. */
export async function closeWithdrawal(sql: Knex, row: CaseRow, withdrawalId: string, now: Date): Promise<void> {
  const lines = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: withdrawalId }).orderBy("id")
  if (lines.some(({ state }) => state !== "booked")) return
  await advanceStatus(sql, withdrawalId, "refunded")
  // What staff refunded themselves they have told themselves.
  const sent = lines.filter(({ payment_id }) => payment_id !== null)
  if (sent.length === 0) return
  const withdrawal = await lockWithdrawal(sql, withdrawalId)
  const recipient = row.email ?? withdrawal.declared.email
  await writeLetter(
    sql,
    {
      kind: "refund_made",
      causeKey: [`withdrawal:${withdrawalId}:refund`, ...lines.flatMap((one) => one.paid_otherwise?.on ?? [])].join(
        ":",
      ),
      recipient,
      locale: withdrawal.locale,
      orderId: row.order_id,
      withdrawalId,
      data: {
        displayId: row.display_id,
        place: row.place,
        reference: withdrawal.reference,
        currency: row.currency,
        refundedAt: sent.flatMap(({ paid_otherwise, booked_at }) => (paid_otherwise ? [] : [booked_at])).at(-1) ?? now,
        breakdown: sent[0].breakdown,
        parts: sent.map(({ amount, payment_provider_id, paid_otherwise: paid }) => ({
          amount,
          provider: paid && paid.means !== "provider" ? paid.means : payment_provider_id,
          on: paid?.on ?? null,
        })),
      },
    },
    now,
  )
}

/** Lines that core has booked, however it came to it: a refund there that carries our key is ours. */
export async function adoptBookedRefunds(sql: Knex, row: CaseRow, now: Date, options: HamonOptions): Promise<void> {
  const refunds = row.facts.payments.flatMap(({ refunds }) => refunds)
  const open = await sql<RefundRow>("hamon_refund").where({ order_id: row.order_id }).whereNot({ state: "booked" })
  for (const line of open) {
    const found = refunds.find(({ key }: CoreRefund) => key === line.key)
    if (found?.booked) await bookRefund(sql, row, line.id, found, now, options)
  }
}
