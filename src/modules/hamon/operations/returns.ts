import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type CivilDate, civilDateIn } from "../../../law"
import { appendEvidence } from "../evidence/append"
import { type HamonOptions, merchantZone } from "../options"
import type { CaseRow, OrderReturn, WithdrawalLineRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { recomputeDeadlines } from "./deadlines"
import { readWithdrawal } from "./matching"
import { checkTypedDay } from "./typed-day"

/** Binds core's return to its declaration: the refund clock hangs on it. */
export async function bindReturn(sql: Knex, withdrawal: WithdrawalRow, returnId: string, now: Date): Promise<void> {
  const bound = await sql("hamon_withdrawal")
    .where({ id: withdrawal.id, return_id: null })
    .update({
      return_id: returnId,
      // One that was cancelled before asks nothing of anybody any more.
      flags: withdrawal.flags.filter((flag) => flag !== "return_canceled" && flag !== "return_waived"),
      next_step_at: null,
      updated_at: now,
    })
  if (bound === 0) return
  await advanceStatus(sql, withdrawal.id, "return_open")
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.return_opened",
      subject: { type: "withdrawal", id: withdrawal.id },
      orderId: withdrawal.order_id,
      facts: { return: returnId },
    },
    now,
  )
}

/**
 * Returns as core knows them: one that staff opened with Medusa's own button for the units of a declaration is that
 * declaration's, and goods that staff received there are goods recovered (L221-24, al. 3).
 */
export async function adoptReturns(sql: Knex, row: CaseRow, now: Date, options: HamonOptions): Promise<void> {
  const open = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id, goods_back_on: null })
    .orderBy("sent_at")
  for (const withdrawal of open) {
    const found = await returnOf(sql, row, withdrawal)
    if (!found) continue
    if (!withdrawal.return_id) await bindReturn(sql, withdrawal, found.id, now)
    if (isReceived(found)) await goodsBack(sql, row, withdrawal, found, now, options)
  }
}

async function returnOf(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow): Promise<OrderReturn | null> {
  const { returns } = row.facts
  if (withdrawal.return_id) return returns.find(({ id }) => id === withdrawal.return_id) ?? null
  const lines = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ withdrawal_id: withdrawal.id })
    .whereNot({ decision: "declined" })
  if (lines.length === 0) return null
  const taken = await sql("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .whereNotNull("return_id")
    .pluck("return_id")
  const free = returns.filter(({ id, status, withdrawal: own }) => !own && !taken.includes(id) && isConfirmed(status))
  return free.find((one) => lines.every((line) => covers(one, line))) ?? null
}

function covers(one: OrderReturn, { order_line_id, quantity }: WithdrawalLineRow): boolean {
  return one.lines.some((line) => line.line === order_line_id && line.quantity >= quantity)
}

/** A return that core only began may still be thrown away. */
function isConfirmed(status: string): boolean {
  return status === "requested" || status === "received" || status === "partially_received"
}

async function goodsBack(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  found: OrderReturn,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const on = civilDateIn(found.receivedAt as string, merchantZone(options))
  await sql("hamon_withdrawal").where({ id: withdrawal.id }).update({ goods_back_on: on, updated_at: now })
  await advanceStatus(sql, withdrawal.id, "goods_back")
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.goods_back",
      subject: { type: "withdrawal", id: withdrawal.id },
      orderId: row.order_id,
      facts: { on, return: found.id },
    },
    now,
  )
}

/** The clock follows the last of the goods: a return received in part is not over. */
function isReceived({ receivedAt, lines }: OrderReturn): boolean {
  return receivedAt !== null && lines.every(({ quantity, received }) => received >= quantity)
}

/**
 * A proof of dispatch ends the deferral as goods that are back do, whichever comes first (L221-24, al. 3).
 * @param proof `on`: the day of the dispatch; `given`: the day on which it was proven, that of the dispatch unless said
 * @throws MedusaError not_found; invalid_data for a day before the order or in the future
 */
export async function recordProofOfDispatch(
  sql: Knex,
  withdrawalId: string,
  proof: {
    readonly on: CivilDate
    readonly given?: CivilDate
    readonly text: string
    readonly carrier?: string
    readonly tracking?: string
    readonly actor: string
  },
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { carrier, tracking } = proof
  const { order_id: orderId } = await readWithdrawal(sql, withdrawalId)
  const row = orderId ? await lockCase(sql, orderId) : null
  checkTypedDay(row, "on", proof.on, now)
  await sql("hamon_withdrawal")
    .where({ id: withdrawalId, proof_of_dispatch_on: null })
    .update({ proof_of_dispatch_on: proof.on, proof_given_on: proof.given ?? proof.on, updated_at: now })
  if (row) await recomputeDeadlines(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.dispatch_proven",
      subject: { type: "withdrawal", id: withdrawalId },
      orderId,
      facts: { on: proof.on, by: proof.actor },
      personal: { proof: proof.text, ...(carrier && { carrier }), ...(tracking && { tracking }) },
    },
    now,
  )
}

const ORDER_OF_STATUS: readonly WithdrawalRow["status"][] = [
  "received",
  "matched",
  "return_open",
  "goods_back",
  "refunded",
  "closed",
]

/** A status only goes forward: goods that come back after the refund do not undo it. */
export async function advanceStatus(sql: Knex, id: string, status: WithdrawalRow["status"]): Promise<void> {
  const before = ORDER_OF_STATUS.slice(0, ORDER_OF_STATUS.indexOf(status))
  await sql("hamon_withdrawal")
    .where({ id })
    .whereIn("status", [...before])
    .update({ status })
}
