import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import type { WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { claimUnits, othersYield } from "./claim-units"
import { recomputeDeadlines } from "./deadlines"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { holdFact, placeHold } from "./place-hold"
import { stepDue } from "./steps"
import { standingBack } from "./take-units"

/** Another declaration had units that this one asks for. */
const FEWER = ["withdrawn_before", "more_than_left"]

/** Whether a declaration was left with fewer units than it asks for; what staff chose for one is theirs to change. */
export function wantsMore({ flags, status, matched_by: by }: WithdrawalRow): boolean {
  return status === "matched" && by === "machine" && flags.some((flag) => FEWER.includes(flag))
}

/** Units of an order became free: declarations that were left with fewer are looked at again. */
export async function unitsFreed(sql: Knex, orderId: string | null, now: Date): Promise<void> {
  await sql("hamon_withdrawal")
    .where({ order_id: orderId ?? "", status: "matched" })
    .whereRaw("flags && ?::text[]", [FEWER])
    .update(stepDue(now))
}

/**
 * A declaration that was left with fewer units than it asks for takes what is free by now: what was declined or kept, and what
 * declarations have that stand back behind it. Nobody loses his right because somebody else used his name first; and where it
 * was himself, the trader was informed when the first of them came (L221-24).
 * @returns the declaration as it is then
 */
export async function takeAgain(sql: Knex, id: string, now: Date, options: HamonOptions): Promise<WithdrawalRow> {
  const { order_id: orderId } = await readWithdrawal(sql, id)
  if (!orderId) return lockWithdrawal(sql, id)
  const row = await lockCase(sql, orderId)
  const withdrawal = await lockWithdrawal(sql, id)
  const settled = await sql("hamon_withdrawal_line")
    .where({ withdrawal_id: id })
    .whereNotNull("decided_by")
    .union(sql("hamon_refund").where({ withdrawal_id: id }).select("id") as never)
    .first("id")
  if (!wantsMore(withdrawal) || settled) return withdrawal
  const back = await standingBack(sql, row, withdrawal)
  const before = await unitsTaken(sql, id)
  const granted = await claimUnits(sql, row, withdrawal, now, options)
  if (back.length === 0 && (await unitsTaken(sql, id)) === before) return lockWithdrawal(sql, id)
  await othersYield(sql, row, back, now, options)
  const own = back.filter(({ flags, email_key: key }) => !flags.includes("objected") && key === row.email_key)
  const informed = Math.min(...[withdrawal, ...own].map(({ informed_at: at }) => at.getTime()))
  await sql("hamon_withdrawal")
    .where({ id })
    .update({ informed_at: new Date(informed), updated_at: now })
  await recomputeDeadlines(sql, row, now, options)
  const from = back.map(({ reference }) => reference)
  const lines = granted.map(({ line, quantity }) => ({ line, quantity: String(quantity) }))
  await appendEvidence(sql, holdFact("withdrawal.units_taken_again", withdrawal, { lines, from }), now)
  return placeHold(sql, row, await lockWithdrawal(sql, id), now, options)
}

async function unitsTaken(sql: Knex, id: string): Promise<number> {
  const [{ units }] = await sql("hamon_withdrawal_line").where({ withdrawal_id: id }).sum("quantity as units")
  return Number(units ?? 0)
}
