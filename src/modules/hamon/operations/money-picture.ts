import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Amount, civilDateIn, currency, type Currency, type Minor } from "../../../law"
import { type HamonOptions, merchantZone } from "../options"
import type { CaseRow, DeadlineRow, RefundRow, WithdrawalRow } from "../types"
import { readWithdrawal } from "./matching"
import { total } from "./spread"
import { countsFrom, foreignRefunds, owedOtherwise } from "./staff-refunds"
import { type Surcharge, surchargeOf } from "./surcharges"

/** What a withdrawal costs, and what of it has been given back. Amounts are decimals with the currency's digits. */
export type MoneyPicture = {
  readonly currency: string
  /** Null until it is planned. */
  readonly owed: Amount | null
  readonly sent: Amount
  readonly taken: Amount
  /** Of the whole order: what went back beyond what is owed for it; nothing while a withdrawal is not planned. */
  readonly overpaid: Amount
  /** Gift cards and store credit that the order was paid with; "0.00" where none were. */
  readonly credit: Amount
  readonly surcharge: SurchargeNow | null
}

/** What a late refund costs now, with what was paid of it. */
export type SurchargeNow = Surcharge & { readonly refundId: string | null; readonly paid: Amount }

/**
 * What customer, staff and report read of a withdrawal's money.
 * @returns null while it is bound to no order
 * @throws MedusaError not_found
 */
export async function moneyOf(
  sql: Knex,
  withdrawalId: string,
  now: Date,
  options: HamonOptions,
): Promise<MoneyPicture | null> {
  const withdrawal = await readWithdrawal(sql, withdrawalId)
  const row = await sql<CaseRow>("hamon_order_case")
    .where({ order_id: withdrawal.order_id as string })
    .first()
  if (!withdrawal.order_id || !row) return null
  const money = currency(row.currency)
  const lines = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: withdrawalId }).orderBy("id")
  const refunds = lines.filter(({ kind }) => kind === "refund")
  const breakdown = refunds[0]?.breakdown
  const booked = refunds.filter(({ state }) => state === "booked")
  return {
    currency: row.currency,
    owed: breakdown ? money.write(owedBy(refunds[0], money)) : null,
    sent: money.write(total(money, booked)),
    taken: breakdown?.alreadyRefunded ?? money.write(0n),
    overpaid: money.write(await overpaidOf(sql, row, money)),
    credit: row.facts.credit ?? money.write(0n),
    surcharge: await surchargeNow(sql, row, withdrawal, now, options),
  }
}

/**
 * What a refund costs besides (L242-4) on the day of `now`, or cost on the day it was made.
 * @returns null where no day to refund is set, nobody can say yet what is owed, or nothing is late
 */
export async function surchargeNow(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  now: Date,
  options: HamonOptions,
): Promise<SurchargeNow | null> {
  const clock = await sql<DeadlineRow>("hamon_deadline")
    .where({ subject_type: "withdrawal", subject_id: withdrawal.id, kind: "refund" })
    .first()
  if (!clock) return null
  const today = civilDateIn(now.toISOString(), merchantZone(options))
  const facts = { dueOn: clock.due_on, canceled: clock.state === "canceled" }
  const found = await surchargeOf(sql, row, withdrawal, facts, clock.met_on ?? today, options)
  const money = currency(row.currency)
  if (!found || money.read(found.sums, "sums") === 0n) return null
  const kept = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: withdrawal.id, kind: "surcharge" })
  const paid = kept.filter(({ state }) => state === "booked")
  return { ...found, refundId: kept[0]?.id ?? null, paid: money.write(total(money, paid)) }
}

/** What went back of an order beyond what its withdrawals, and the changes that staff made of it, are owed; in minor units. */
async function overpaidOf(sql: Knex, row: CaseRow, money: Currency): Promise<Minor> {
  const withdrawals = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .orderBy("informed_at")
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund" })
    .whereNotNull("withdrawal_id")
  const planned = (id: string) => lines.filter(({ withdrawal_id }) => withdrawal_id === id)
  const waiting = withdrawals.some(({ id, outcome, flags }) => {
    return planned(id).length === 0 && outcome === null && !flags.includes("withdrawn_before")
  })
  if (waiting || withdrawals.length === 0) return 0n
  const excess = withdrawals.map(({ id }) => {
    const own = planned(id)
    const sent = own.filter(({ state }) => state !== "planned")
    const over = own.length > 0 ? total(money, sent) - owedBy(own[0], money) : 0n
    return over > 0n ? over : 0n
  })
  const foreign = foreignRefunds(row, withdrawals[0])
  const ids = new Set(foreign.map(({ id }) => id))
  const taken = withdrawals
    .flatMap(({ id }) => planned(id)[0]?.breakdown.takenRefunds ?? [])
    .filter(({ refund }) => ids.has(refund))
  const others = await owedOtherwise(sql, row, countsFrom(row, withdrawals[0]), money)
  // What payments no longer hold because of staff's refunds is covered by them.
  const covered = withdrawals
    .flatMap(({ id }) => planned(id)[0]?.breakdown.notPaid ?? [])
    .reduce((sum, notPaid) => sum + money.read(notPaid, "notPaid"), 0n)
  const left = total(money, foreign) - total(money, taken) - others - covered
  return excess.reduce((sum, one) => sum + one, left > 0n ? left : 0n)
}

function owedBy({ breakdown }: RefundRow, money: Currency): Minor {
  return money.read(breakdown.total, "total") - money.read(breakdown.notPaid ?? money.write(0n), "notPaid")
}
