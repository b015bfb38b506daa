import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { HamonOptions } from "../options"
import type { CaseRow, WithdrawalLineRow, WithdrawalRow } from "../types"
import {
  closeDeclaration,
  lastFacts,
  lockBoth,
  recordAct,
  refuseClosed,
  refusePlanned,
  tellCustomer,
  tellDeclined,
  unitsOf,
} from "./closing"
import { recomputeDeadlines, writeFirstRefundClock } from "./deadlines"
import { followGoods } from "./phase"
import { insideOf } from "./place-hold"
import { stepDue } from "./steps"
import { unitsFreed } from "./take-again"
import { unitsOfOrder } from "./units"

/** Why a whole declaration is declined: sent too late (L221-18), of no order of the shop, of units withdrawn before, or no consumer's. */
export const DECLINE_BASES = ["late", "no_order", "withdrawn_before", "no_right"] as const
export type DeclineBasis = (typeof DECLINE_BASES)[number]

export type Verdict = { readonly basis: DeclineBasis; readonly ground: string; readonly actor: string }

/**
 * Staff decline a whole declaration, with a ground that the customer is told. Declined again for the same ground, nothing
 * happens.
 * @throws MedusaError not_allowed where it was decided otherwise, or a refund was approved
 */
export async function declineWhole(
  sql: Knex,
  id: string,
  verdict: Verdict,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { row, withdrawal } = await lockBoth(sql, id)
  const { basis, ground, actor } = verdict
  if (withdrawal.status === "closed") {
    const last = await lastFacts(sql, id, "withdrawal.declined")
    if (last?.basis === basis && last.ground === ground) return
  }
  refuseClosed(withdrawal)
  await refusePlanned(sql, id)
  checkBasis(withdrawal, row, basis)
  const declined = { decision: "declined", decision_ground: ground, decided_by: actor, decided_at: now }
  await sql("hamon_withdrawal_line").where({ withdrawal_id: id }).whereNot({ decision: "declined" }).update(declined)
  await closeDeclaration(sql, withdrawal, basis === "withdrawn_before" ? "nothing_due" : "declined", actor, now)
  await unitsFreed(sql, withdrawal.order_id, now)
  if (row) await recomputeDeadlines(sql, row, now, options)
  await tellDeclined(sql, { row, withdrawal }, { lines: [], ground, basis }, now)
  await recordAct(sql, withdrawal, "withdrawal.declined", { by: actor, basis, ground }, now)
}

function checkBasis({ flags }: WithdrawalRow, row: CaseRow | null, basis: DeclineBasis): void {
  const wrong =
    basis === "late" && !flags.includes("late")
      ? "this declaration was sent in time, or its lateness was accepted: it cannot be declined as late"
      : basis === "no_order" && row
        ? `this declaration belongs to order ${row.display_id}: decline it for another reason`
        : basis === "withdrawn_before" && !flags.includes("withdrawn_before")
          ? "its units were not withdrawn by another declaration"
          : null
  if (wrong) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, wrong)
}

/**
 * Staff accept a declaration that was sent after the period: it goes on as one that was in time. The law does not ask it of
 * a trader; what he grants he owes like the rest.
 * @throws MedusaError not_allowed for a declaration that is not late
 */
export async function acceptLate(
  sql: Knex,
  id: string,
  acceptance: { readonly ground: string; readonly actor: string },
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { row, withdrawal } = await lockBoth(sql, id)
  if (withdrawal.flags.includes("late_accepted")) return
  refuseClosed(withdrawal)
  if (!row || !withdrawal.flags.includes("late")) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "this declaration is not late: nothing is to be accepted")
  }
  const flags = ["late_accepted", ...withdrawal.flags.filter((flag) => flag !== "late" && flag !== "reopened")]
  await sql("hamon_withdrawal")
    .where({ id })
    .update({ flags, ...stepDue(now), updated_at: now })
  await recomputeDeadlines(sql, row, now, options)
  const { ground, actor } = acceptance
  await recordAct(sql, withdrawal, "withdrawal.late_accepted", { by: actor, ground }, now)
}

/**
 * Staff reopen a declaration that was declined or closed: every decision is to be made again, its clocks run from the day on
 * which the trader was informed as if nothing had been decided, and the customer is told.
 * @throws MedusaError not_allowed for one that is open or was refunded, or whose units another declaration withdrew since
 */
export async function reopen(
  sql: Knex,
  id: string,
  { ground, actor }: { readonly ground: string; readonly actor: string },
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { row, withdrawal } = await lockBoth(sql, id)
  const units = await unitsOf(sql, id)
  const open = withdrawal.status !== "closed" && units.every(({ decision }) => decision !== "declined")
  if (open && (await lastFacts(sql, id, "withdrawal.reopened"))?.ground === ground) return
  if (open) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "this declaration is open: nothing was declined")
  await refusePlanned(sql, id)
  if (row) await checkStillFree(sql, row, withdrawal, units)
  await sql("hamon_withdrawal_line")
    .where({ withdrawal_id: id, decision: "declined" })
    .update({ decision: "pending", decision_ground: null, decided_by: null, decided_at: null })
  // Goods may have left since it was closed.
  const inside = row ? insideOf(await unitsOfOrder(sql, row), id) : []
  // The return that was cancelled when it ended is no return of it: a new one is opened.
  const gone = row?.facts.returns.some(({ id: own, status }) => own === withdrawal.return_id && status === "canceled")
  const return_id = gone ? null : withdrawal.return_id
  await sql("hamon_withdrawal")
    .where({ id })
    .update({
      ...{ return_id, status: statusOf({ ...withdrawal, return_id }), outcome: null, closed_at: null, updated_at: now },
      // What staff agreed that the customer keeps is his again to send back.
      ...(withdrawal.keep_goods === "agreed" && { keep_goods: "none" }),
      ...(withdrawal.hold === "lifted" && inside.length > 0 && { hold: "held", hold_changed_at: now }),
      flags: row ? [...withdrawal.flags.filter((flag) => flag !== "late_accepted"), "reopened"] : withdrawal.flags,
      ...stepDue(now),
    })
  if (row) await followGoods(sql, row)
  if (row) await recomputeDeadlines(sql, row, now, options)
  else await writeFirstRefundClock(sql, withdrawal, now, options)
  await tellCustomer(sql, { row, withdrawal }, "withdrawal_reopened", { ...lettersFacts(row, withdrawal), ground }, now)
  await recordAct(sql, withdrawal, "withdrawal.reopened", { by: actor, ground }, now)
}

function lettersFacts(row: CaseRow | null, { reference }: WithdrawalRow) {
  return { reference, displayId: row?.display_id ?? null }
}

function statusOf({ order_id, goods_back_on, return_id }: WithdrawalRow): WithdrawalRow["status"] {
  if (!order_id) return "received"
  if (goods_back_on) return "goods_back"
  return return_id ? "return_open" : "matched"
}

/** A unit is withdrawn once: what another declaration took meanwhile is not there to be decided again. */
async function checkStillFree(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  units: readonly WithdrawalLineRow[],
): Promise<void> {
  const others = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ order_id: row.order_id })
    .whereNot({ withdrawal_id: withdrawal.id })
    .whereNot({ decision: "declined" })
  for (const { order_line_id: line, title, quantity } of units) {
    const taken = others
      .filter(({ order_line_id }) => order_line_id === line)
      .reduce((sum, one) => sum + one.quantity, 0)
    const ordered = row.facts.lines.find(({ id }) => id === line)?.quantity ?? 0
    if (taken + quantity <= ordered) continue
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `“${title}” was withdrawn by another declaration since: decide on that one`,
    )
  }
}
