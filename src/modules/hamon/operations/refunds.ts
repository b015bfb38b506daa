import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { appendEvidence } from "../evidence/append"
import { gatewayOf, type HamonOptions } from "../options"
import { NO_TROUBLE } from "../troubles"
import type { CaseRow, CoreRefund, RefundRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { recomputeDeadlines } from "./deadlines"
import { closeWithdrawal } from "./close-refund"
import { fitPlan } from "./fit-plan"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { planOf } from "./refund-plan"
import { foreignRefunds } from "./staff-refunds"
import { stepDue } from "./steps"

/**
 * Plans what a withdrawal is owed and approves it: the sweeper sends it. Asked again, the plan follows the facts: what was
 * sent stays, and nothing is sent twice.
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
  const lines = await fitPlan(sql, row, withdrawal, approval.by, now, options)
  // Units that are held leave the order first: core reckons what it owes from the order as it is then.
  await sql("hamon_withdrawal").where({ id: withdrawalId, hold: "held" }).update(stepDue(now))
  await recomputeDeadlines(sql, row, now, options)
  return lines
}

/**
 * What staff refund with Medusa's own button is seen: once it covers what a withdrawal is owed, that withdrawal is refunded.
 * Nothing is sent here that nobody approved.
 */
export async function adoptStaffRefunds(sql: Knex, row: CaseRow, now: Date, options: HamonOptions): Promise<void> {
  const open = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .whereIn("status", ["matched", "return_open", "goods_back"])
    .orderBy("sent_at")
  for (const withdrawal of open) {
    if (foreignRefunds(row, withdrawal).length === 0) continue
    const planned = await sql("hamon_refund").where({ withdrawal_id: withdrawal.id, kind: "refund" }).first("id")
    if (planned || !(await isCovered(sql, row, withdrawal, options))) continue
    await fitPlan(sql, row, await lockWithdrawal(sql, withdrawal.id), "medusa", now, options)
  }
}

/** Whether nothing is left to give back of a withdrawal; false where nothing can be planned yet. */
async function isCovered(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow, options: HamonOptions): Promise<boolean> {
  try {
    const { parts, breakdown } = await planOf(sql, row, withdrawal, options)
    return parts.length === 0 && breakdown.takenRefunds.length > 0
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) return false
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

/** What the customer had approved was given up before it was taken: nothing is to be paid back (« sommes versées », L221-24). */
export async function paymentGivenUp(sql: Knex, id: string, now: Date, options: HamonOptions): Promise<void> {
  const known = await sql<RefundRow>("hamon_refund").where({ id }).first("order_id")
  if (!known) return
  const row = await lockCase(sql, known.order_id)
  const [line]: RefundRow[] = await sql("hamon_refund")
    .where({ id })
    .whereNot({ state: "booked" })
    .update({
      state: "booked",
      booked_at: now,
      next_attempt_at: null,
      locked_until: null,
      ...NO_TROUBLE,
      updated_at: now,
    })
    .returning("*")
  if (!line) return
  if (line.withdrawal_id) await closeWithdrawal(sql, row, line.withdrawal_id, now)
  await recomputeDeadlines(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "refund.payment_given_up",
      subject: { type: "refund", id },
      orderId: row.order_id,
      facts: { key: line.key, payment: line.payment_id },
    },
    now,
  )
}

/** The provider paid, and the money returned to the merchant: core's booking does not make it paid. */
function cameBack({ provider_status: status }: RefundRow): boolean {
  return status === "failed" || status === "canceled"
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
