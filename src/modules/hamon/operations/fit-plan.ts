import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { currency } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import { NO_TROUBLE, type TroubleCode } from "../troubles"
import type { CaseRow, RefundBreakdown, RefundRow, WithdrawalRow } from "../types"
import { closeWithdrawal, reopenRefund } from "./close-refund"
import { type PlannedPart, planOf } from "./refund-plan"
import { type PartKind, wayOf } from "./refund-ways"
import { foreignRefunds } from "./staff-refunds"

/** Obstacles that were found before anything was sent, and that a new plan may have removed. */
const BEFORE_SENDING: readonly (TroubleCode | undefined)[] = [
  "refunded_in_medusa_since",
  "too_little_left_in_medusa",
  "order_canceled",
]

/**
 * Brings the lines of a withdrawal to what it is owed now. What was sent, or may have been, stays; what was not is planned
 * anew; what is owed besides becomes a line with a key of its own, so that no key ever stands for two amounts.
 * @returns the lines, oldest first
 * @throws MedusaError not_allowed where nothing can be planned yet
 */
export async function fitPlan(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  by: string,
  now: Date,
  options: HamonOptions,
): Promise<RefundRow[]> {
  const known = await linesOf(sql, withdrawal.id)
  const { unsent, looked } = await unsentOf(sql, known)
  const fixed = known.filter((line) => !unsent.includes(line))
  const { breakdown, parts } = await planOf(sql, row, withdrawal, options, { lines: fixed, unsent })
  let changed = known.length === 0
  const gone = new Set(unsent)
  for (const part of parts) {
    const line = unsent.find(
      (one) =>
        gone.has(one) &&
        partOf(one) === `${part.kind}:${part.payment?.id ?? ""}` &&
        (one.amount === part.amount || !looked.includes(one.id)),
    )
    if (line) gone.delete(line)
    if (line && line.amount === part.amount) await keep(sql, line, now)
    else if (line) await change(sql, line, part, now)
    else if (part.kind === "void" && fixed.some((one) => partOf(one) === `void:${part.payment?.id}`)) continue
    else await insert(sql, row, withdrawal, part, breakdown, by, now)
    changed ||= !line || line.amount !== part.amount
  }
  // A line that was never sent may go: its key has met no provider.
  for (const { id } of gone) await sql("hamon_refund").where({ id }).delete()
  changed ||= gone.size > 0
  if (parts.length === 0 && fixed.length === 0) await settled(sql, row, withdrawal, breakdown, by, now)
  await sql("hamon_refund")
    .where({ withdrawal_id: withdrawal.id, kind: "refund" })
    .update({ breakdown: JSON.stringify(breakdown) as never })
  const lines = await linesOf(sql, withdrawal.id)
  if (!changed) return lines
  await tell(sql, row, withdrawal, { breakdown, lines, by, first: known.length === 0 }, now)
  if (lines.some(({ state }) => state !== "booked")) await reopenRefund(sql, withdrawal.id, now)
  else await closeWithdrawal(sql, row, withdrawal.id, now)
  return lines
}

/**
 * Plans that were approved follow the facts: a refund that staff made meanwhile, units that were declined, money that was
 * captured after all. Nothing is approved here.
 */
export async function refitPlans(sql: Knex, row: CaseRow, now: Date, options: HamonOptions): Promise<void> {
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund" })
    .whereNotNull("withdrawal_id")
    .orderBy("id")
  const planned = [...new Map(lines.map((line) => [line.withdrawal_id, line])).values()].sort(
    (a, b) => (a.breakdown.after?.length ?? 0) - (b.breakdown.after?.length ?? 0),
  )
  for (const { withdrawal_id: id, approved_by: by } of planned) {
    const withdrawal = await sql<WithdrawalRow>("hamon_withdrawal")
      .where({ id: id as string })
      .forUpdate()
      .first()
    if (!withdrawal) continue
    try {
      await fitPlan(sql, row, withdrawal, by ?? "machine", now, options)
    } catch (error) {
      // Units wait for a decision, or left the order: the plan stands until a person has looked.
      if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.NOT_ALLOWED) throw error
    }
  }
}

/**
 * Lines that were not sent, and are known not to have been. What staff sent again after a look (`looked`) may have shown its
 * key to a provider: it stands until something stopped it anew, and its key never gets another amount.
 */
async function unsentOf(sql: Knex, lines: readonly RefundRow[]): Promise<{ unsent: RefundRow[]; looked: string[] }> {
  const stopped = ({ state, trouble }: RefundRow) => state === "failed" && BEFORE_SENDING.includes(trouble?.code)
  const candidates = lines.filter((line) => line.state === "planned" || stopped(line))
  if (candidates.length === 0) return { unsent: [], looked: [] }
  const looked: string[] = await sql("hamon_evidence")
    .where({ subject_type: "refund", kind: "refund.retried" })
    .whereIn(
      "subject_id",
      candidates.map(({ id }) => id),
    )
    .pluck("subject_id")
  return { unsent: candidates.filter((line) => stopped(line) || !looked.includes(line.id)), looked }
}

/** A worker that has claimed the line lost it: it would send the amount of before. */
async function change(sql: Knex, line: RefundRow, { amount }: PlannedPart, now: Date): Promise<void> {
  const machine = line.payment_id !== null
  await sql("hamon_refund")
    .where({ id: line.id })
    .update({
      amount,
      state: "planned",
      approved_at: now,
      attempts: line.attempts + 1,
      next_attempt_at: machine ? now : null,
      locked_until: null,
      ...NO_TROUBLE,
      updated_at: now,
    })
}

/** The same amount is owed still: what stopped it because the plan did not know of it is known now. */
async function keep(sql: Knex, line: RefundRow, now: Date): Promise<void> {
  if (line.state === "failed" && line.trouble?.code === "refunded_in_medusa_since") {
    await change(sql, line, { kind: "payment", payment: null, amount: line.amount }, now)
  }
}

async function insert(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  { kind, payment, amount }: PlannedPart,
  breakdown: RefundBreakdown,
  by: string,
  now: Date,
): Promise<void> {
  await sql<RefundRow>("hamon_refund").insert({
    id: generateEntityId(undefined, "hamrf"),
    key: await freeKey(sql, withdrawal, keyOf(withdrawal.id, kind, payment?.id ?? null)),
    kind: "refund",
    order_id: row.order_id,
    withdrawal_id: withdrawal.id,
    currency: row.currency,
    amount,
    breakdown: JSON.stringify(breakdown) as unknown as RefundBreakdown,
    payment_id: payment?.id ?? null,
    payment_provider_id: payment?.providerId ?? null,
    state: "planned",
    approved_by: by,
    approved_at: now,
    // What no payment gives back waits for staff, who record it.
    next_attempt_at: payment ? now : null,
  })
}

function keyOf(withdrawalId: string, kind: PartKind, payment: string | null): string {
  const way = kind === "payment" ? payment : [kind, payment].filter(Boolean).join(":")
  return `withdrawal:${withdrawalId}:${way}`
}

/** The first key of its kind that stands for no amount yet: `…`, `…:2`, `…:3`. */
async function freeKey(sql: Knex, { id }: WithdrawalRow, key: string): Promise<string> {
  const keys: string[] = await sql("hamon_refund").where({ withdrawal_id: id }).pluck("key")
  if (!keys.includes(key)) return key
  const used = keys.filter((one) => one === key || one.startsWith(`${key}:`))
  const numbers = used.map((one) => Number(one.slice(key.length + 1)) || 1)
  return `${key}:${Math.max(...numbers) + 1}`
}

/** Nothing is left to send, staff having refunded it or nothing having been paid: the ledger says so. */
async function settled(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  breakdown: RefundBreakdown,
  by: string,
  now: Date,
): Promise<void> {
  const last = foreignRefunds(row, withdrawal).at(-1)
  await sql<RefundRow>("hamon_refund").insert({
    id: generateEntityId(undefined, "hamrf"),
    key: await freeKey(sql, withdrawal, `withdrawal:${withdrawal.id}:settled`),
    kind: "refund",
    order_id: row.order_id,
    withdrawal_id: withdrawal.id,
    currency: row.currency,
    amount: currency(row.currency).write(0n),
    breakdown: JSON.stringify(breakdown) as unknown as RefundBreakdown,
    state: "booked",
    approved_by: by,
    approved_at: now,
    booked_at: last ? new Date(last.createdAt) : now,
  })
}

async function tell(
  sql: Knex,
  row: CaseRow,
  { id }: WithdrawalRow,
  plan: { breakdown: RefundBreakdown; lines: readonly RefundRow[]; by: string; first: boolean },
  now: Date,
): Promise<void> {
  const { breakdown } = plan
  await appendEvidence(
    sql,
    {
      kind: plan.first ? "refund.approved" : "refund.replanned",
      subject: { type: "withdrawal", id },
      orderId: row.order_id,
      facts: {
        by: plan.by,
        total: breakdown.total,
        delivery: breakdown.delivery,
        already_refunded: breakdown.alreadyRefunded,
        not_paid: breakdown.notPaid ?? null,
        parts: plan.lines.map(({ key, amount }) => ({ key, amount })),
      },
    },
    now,
  )
}

function partOf(line: RefundRow): string {
  return `${wayOf(line)}:${line.payment_id ?? ""}`
}

async function linesOf(sql: Knex, withdrawalId: string): Promise<RefundRow[]> {
  return sql<RefundRow>("hamon_refund")
    .where({ withdrawal_id: withdrawalId, kind: "refund" })
    .orderBy(["created_at", "id"] as never)
}
