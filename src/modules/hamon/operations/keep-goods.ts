import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { takingBack } from "../../../law"
import { appendEvidence } from "../evidence/append"
import { refuse } from "../follow-refusals"
import type { HamonOptions } from "../options"
import type { CaseRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { addressFor } from "./closing"
import { recomputeDeadlines } from "./deadlines"
import { moneyWasSent, untouchedLines } from "./in-flight"
import { writeLetter } from "./letters"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { isProven } from "./proof"
import { stepDue } from "./steps"
import { unitsFreed } from "./take-again"
import { issueWithdrawalLink } from "./withdrawal-link"

/**
 * The customer asks to keep the goods after all. No text foresees that a withdrawal is taken back (U21): nothing changes
 * until staff agree, no clock stops, and both declarations stay in the evidence.
 * @param by `customer`, or the member of staff who was told otherwise, by telephone for example
 */
export async function askKeepGoods(
  sql: Knex,
  id: string,
  by: string,
  now: Date,
  { law }: Pick<HamonOptions, "law">,
): Promise<void> {
  if (law.u21TakingBack === "never") refuse("keep_never")
  const { row, withdrawal } = await lockBoth(sql, id)
  if (by === "customer" && !isProven(withdrawal.assurance)) refuse("not_proven")
  if (withdrawal.keep_goods === "asked") return
  if (withdrawal.keep_goods !== "none") refuse("keep_answered")
  await mustBeKeepable(sql, row, withdrawal)
  await sql("hamon_withdrawal").where({ id }).update({ keep_goods: "asked", keep_goods_asked_at: now, updated_at: now })
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.keep_goods_asked",
      subject: { type: "withdrawal", id },
      orderId: withdrawal.order_id,
      facts: { by },
    },
    now,
  )
}

export type KeepGoodsAnswer = {
  readonly agree: boolean
  readonly by: string
  /** For the customer; may be empty. */
  readonly note: string
}

/**
 * Staff answer. Where they agree, the declaration is closed: its units are free to be withdrawn again, its clocks are
 * cancelled, what was approved and not begun is not sent, and the sweeper cancels core's return. Where they refuse, the
 * withdrawal goes on as it was.
 * @throws MedusaError not_allowed, code `money_on_its_way`, once any of it was refunded
 */
export async function answerKeepGoods(
  sql: Knex,
  id: string,
  { agree, by, note }: KeepGoodsAnswer,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { row, withdrawal } = await lockBoth(sql, id)
  // Two of the staff who answer alike answer once.
  if (withdrawal.keep_goods === (agree ? "agreed" : "refused")) return
  if (withdrawal.keep_goods === "none") refuse("keep_not_asked")
  if (withdrawal.keep_goods !== "asked") refuse("keep_answered")
  const asked = { requestedByConsumer: true, agreedByMerchant: agree }
  if (agree && !takingBack(asked, options.law).takesEffect) refuse("keep_never")
  if (agree) await keep(sql, row, withdrawal, by, now, options)
  else await sql("hamon_withdrawal").where({ id }).update({ keep_goods: "refused", updated_at: now })
  await tellAnswer(sql, { row, withdrawal }, { agreed: agree, note }, now, options)
  await appendEvidence(
    sql,
    {
      kind: agree ? "withdrawal.keep_goods_agreed" : "withdrawal.keep_goods_refused",
      subject: { type: "withdrawal", id },
      orderId: withdrawal.order_id,
      facts: { by },
      personal: { note },
    },
    now,
  )
}

async function keep(
  sql: Knex,
  row: CaseRow | null,
  withdrawal: WithdrawalRow,
  by: string,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  await mustBeKeepable(sql, row, withdrawal)
  const { id } = withdrawal
  for (const line of await untouchedLines(sql, id)) await sql("hamon_refund").where({ id: line.id }).delete()
  // Declined units are free: the period of L221-18 says whether they may be withdrawn once more.
  await sql("hamon_withdrawal_line")
    .where({ withdrawal_id: id })
    .update({ decision: "declined", decision_ground: null, decided_by: by, decided_at: now, updated_at: now })
  await sql("hamon_withdrawal")
    .where({ id })
    .update({
      keep_goods: "agreed",
      status: "closed",
      outcome: "kept",
      closed_at: now,
      // Goods that had not left may go out after all.
      ...(withdrawal.hold === "held" && { hold: "lifted", hold_changed_at: now, hold_changed_by: by }),
      ...stepDue(now),
      updated_at: now,
    })
  await unitsFreed(sql, withdrawal.order_id, now)
  if (row) await recomputeDeadlines(sql, row, now, options)
}

async function mustBeKeepable(sql: Knex, row: CaseRow | null, withdrawal: WithdrawalRow): Promise<void> {
  if (await moneyWasSent(sql, row, withdrawal)) refuse("money_on_its_way")
  if (withdrawal.status === "closed" || withdrawal.status === "refunded") refuse("over")
  if (row?.status === "canceled") refuse("order_canceled")
}

async function lockBoth(sql: Knex, id: string): Promise<{ row: CaseRow | null; withdrawal: WithdrawalRow }> {
  const { order_id: orderId } = await readWithdrawal(sql, id)
  const row = orderId ? await lockCase(sql, orderId) : null
  return { row, withdrawal: await lockWithdrawal(sql, id) }
}

/** Writes the answer to who declared; to nobody where no address is known. */
async function tellAnswer(
  sql: Knex,
  { row, withdrawal }: { row: CaseRow | null; withdrawal: WithdrawalRow },
  answer: { readonly agreed: boolean; readonly note: string },
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const recipient = addressFor(row, withdrawal)
  if (!recipient) return
  const link = await issueWithdrawalLink(sql, withdrawal, now, options)
  await writeLetter(
    sql,
    {
      kind: "keep_goods_answered",
      causeKey: `withdrawal:${withdrawal.id}:keep_goods`,
      recipient,
      locale: withdrawal.locale,
      orderId: withdrawal.order_id,
      withdrawalId: withdrawal.id,
      data: { reference: withdrawal.reference, ...answer, link },
    },
    now,
  )
}
