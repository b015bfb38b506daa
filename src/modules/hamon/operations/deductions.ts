import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type Amount, civilDateIn, currency, LawError, type Minor, zoneOf } from "../../../law"
import { appendEvidence } from "../evidence/append"
import { refuse } from "../follow-refusals"
import type { HamonOptions } from "../options"
import type { CaseRow, DeductionRow, Noted, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { addressFor } from "./closing"
import { writeLetter } from "./letters"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { speaksForOrder } from "./proof"
import { planOf } from "./refund-plan"
import { informedBefore } from "./information-day"
import { checkTypedDay, noonOf } from "./typed-day"
import { issueWithdrawalLink } from "./withdrawal-link"

const LONGEST_WORDS = 2000

export type Proposal = {
  readonly orderLineId: string
  readonly amount: Amount
  /** What was found beyond what trying the good needs: told to the customer as it is. */
  readonly ground: string
  readonly by: string
}

/**
 * Staff propose a deduction for diminished value (L221-23): for goods that were seen, of a customer who was told of his
 * right, one article, one amount, one ground. Never made by the machine.
 * @throws MedusaError not_allowed with the code of the refusal: see `follow-refusals.ts`
 */
export async function proposeDeduction(
  sql: Knex,
  id: string,
  { orderLineId, amount, ground, by }: Proposal,
  now: Date,
  options: HamonOptions,
): Promise<DeductionRow> {
  const { row, withdrawal } = await lockOpen(sql, id)
  if (withdrawal.goods_back_on === null && withdrawal.condition === null) refuse("goods_not_seen")
  // « sous réserve que le professionnel ait informé le consommateur de son droit de rétractation »: before the order.
  if (!(await informedBefore(sql, row.order_id))) refuse("not_informed")
  const { breakdown } = await planOf(sql, row, withdrawal, options)
  const line = breakdown.lines.find((one) => one.line === orderLineId)
  if (!line) refuse("line_unknown")
  const money = currency(row.currency)
  const asked = readAmount(money, amount)
  if (asked === null || asked <= 0n || asked > money.read(line.amount, "amount")) refuse("amount_wrong")
  const [proposed] = await sql<DeductionRow>("hamon_deduction")
    .insert({
      id: generateEntityId(undefined, "hamdd"),
      withdrawal_id: id,
      order_id: row.order_id,
      order_line_id: orderLineId,
      currency: row.currency,
      amount: money.write(asked),
      ground,
      state: "proposed",
      proposed_by: by,
      proposed_at: now,
    })
    .onConflict(sql.raw("(withdrawal_id, order_line_id) WHERE state <> 'withdrawn' AND deleted_at IS NULL"))
    .ignore()
    .returning("*")
  if (!proposed) return proposedBefore(sql, id, orderLineId, { amount: money.write(asked), ground })
  await tell(sql, { row, withdrawal }, proposed, line.title, now, options)
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.deduction_proposed",
      subject: { type: "withdrawal", id },
      orderId: row.order_id,
      facts: { by, deduction: proposed.id, line: orderLineId, amount: proposed.amount, currency: row.currency, ground },
    },
    now,
  )
  return proposed
}

/** The same proposal, made twice, is one. @throws MedusaError `proposed_already` for another amount or ground */
async function proposedBefore(
  sql: Knex,
  id: string,
  orderLineId: string,
  same: Pick<DeductionRow, "amount" | "ground">,
): Promise<DeductionRow> {
  const open = await sql<DeductionRow>("hamon_deduction")
    .where({ withdrawal_id: id, order_line_id: orderLineId, ...same })
    .whereNot({ state: "withdrawn" })
    .first()
  return open ?? refuse("proposed_already")
}

export type DeductionAnswer = { readonly accept: boolean; readonly words: string }

/**
 * The customer accepts or contests a proposal, in his words. Silence is neither.
 * @param noted where staff write down what he said by post or telephone
 */
export async function answerDeduction(
  sql: Knex,
  id: string,
  deductionId: string,
  { accept, words }: DeductionAnswer,
  now: Date,
  noted: Noted | null = null,
): Promise<void> {
  const { row, withdrawal } = await lockOpen(sql, id)
  if (!accept && words.trim() === "") refuse("words_missing")
  if (words.length > LONGEST_WORDS) refuse("words_too_long")
  // Nobody else gives up a part of the customer's money.
  if (accept && !noted && !speaksForOrder(row, withdrawal)) refuse("not_the_customers")
  const state = accept ? "accepted" : "contested"
  const answered_at = noted ? await dayOfAnswer(sql, row, deductionId, noted, now) : now
  await change(sql, id, deductionId, ["proposed"], { state, answer: words, answered_at })
  await appendEvidence(
    sql,
    {
      kind: `withdrawal.deduction_${state}`,
      subject: { type: "withdrawal", id },
      orderId: withdrawal.order_id,
      facts: { deduction: deductionId, assurance: noted ? "staff" : withdrawal.assurance, ...noted },
      personal: { words },
    },
    now,
  )
}

/** @throws MedusaError invalid_data for a day before the proposal, or in the future */
async function dayOfAnswer(sql: Knex, row: CaseRow, id: string, { on }: Noted, now: Date): Promise<Date> {
  checkTypedDay(row, "on", on, now)
  const zone = zoneOf(row.place)
  const proposal = await sql<DeductionRow>("hamon_deduction").where({ id }).first("proposed_at")
  const first = proposal && civilDateIn(proposal.proposed_at.toISOString(), zone)
  if (first && on < first) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `on ${on}: give a day from ${first}, when it was proposed`)
  }
  return noonOf(on, zone, now)
}

/** Staff take a proposal back: contested, mistaken, or not worth it. */
export async function withdrawDeduction(
  sql: Knex,
  id: string,
  deductionId: string,
  by: string,
  now: Date,
): Promise<void> {
  const { withdrawal } = await lockOpen(sql, id)
  await change(sql, id, deductionId, ["proposed", "contested", "accepted"], { state: "withdrawn" })
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.deduction_withdrawn",
      subject: { type: "withdrawal", id },
      orderId: withdrawal.order_id,
      facts: { by, deduction: deductionId },
    },
    now,
  )
}

async function change(
  sql: Knex,
  withdrawalId: string,
  id: string,
  from: readonly DeductionRow["state"][],
  values: Partial<DeductionRow>,
): Promise<void> {
  const known = await sql<DeductionRow>("hamon_deduction").where({ id, withdrawal_id: withdrawalId }).first("id")
  if (!known) refuse("deduction_unknown")
  const changed = await sql<DeductionRow>("hamon_deduction")
    .where({ id, withdrawal_id: withdrawalId })
    .whereIn("state", [...from])
    .update({ ...values, updated_at: sql.fn.now() } as object)
  if (changed === 0) refuse("deduction_answered")
}

async function tell(
  sql: Knex,
  { row, withdrawal }: { row: CaseRow; withdrawal: WithdrawalRow },
  { id, amount, currency: code, ground }: DeductionRow,
  title: string,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const recipient = addressFor(row, withdrawal)
  if (!recipient) return
  const link = await issueWithdrawalLink(sql, withdrawal, now, options)
  await writeLetter(
    sql,
    {
      kind: "deduction_proposed",
      causeKey: `deduction:${id}`,
      recipient,
      locale: withdrawal.locale,
      orderId: withdrawal.order_id,
      withdrawalId: withdrawal.id,
      data: { reference: withdrawal.reference, title, amount, currency: code, ground, link },
    },
    now,
  )
}

/** A refund that was approved is settled: what is then taken off would be another one. */
async function lockOpen(sql: Knex, id: string): Promise<{ row: CaseRow; withdrawal: WithdrawalRow }> {
  const { order_id: orderId } = await readWithdrawal(sql, id)
  if (!orderId) refuse("not_matched")
  const row = await lockCase(sql, orderId)
  const withdrawal = await lockWithdrawal(sql, id)
  if (withdrawal.status === "closed" || withdrawal.status === "refunded") refuse("over")
  const planned = await sql("hamon_refund").where({ withdrawal_id: id }).first("id")
  if (planned) refuse("money_on_its_way")
  return { row, withdrawal }
}

function readAmount(money: ReturnType<typeof currency>, amount: Amount): Minor | null {
  try {
    return money.read(amount, "amount")
  } catch (error) {
    if (error instanceof LawError) return null
    throw error
  }
}
