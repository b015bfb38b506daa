import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { appendEvidence } from "../evidence/append"
import { refuse } from "../follow-refusals"
import type { HamonOptions } from "../options"
import type { CaseRow, Noted, OtherMeans, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { refitPlans } from "./fit-plan"
import { moneyWasSent } from "./in-flight"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { speaksForOrder } from "./proof"
import { checkTypedDay } from "./typed-day"

/** The same of an answer whose words are kept with it. */
export type NotedWords = Noted & { readonly words: string }

/** What is agreed to; `textShown`: the words that the customer read, or, as staff note them, his own. */
export type AgreedMeans = Pick<OtherMeans, "means" | "details" | "textShown">

/**
 * The customer expressly agrees to another means of refund (L221-24), free of charge for him: who he is must be proven, and
 * the order must be his, since money would go elsewhere. The words that he read are kept. What was approved is not sent by
 * the machine any more: staff pay it that way, and record it.
 * @param noted where staff write down what a customer said by post or telephone: they answer for who he is
 */
export async function agreeToOtherMeans(
  sql: Knex,
  id: string,
  agreed: AgreedMeans,
  now: Date,
  options: HamonOptions,
  noted: Noted | null = null,
): Promise<void> {
  const { row, withdrawal } = await lockChangeable(sql, id)
  // Who declares without an order's being known could name anybody's, and have the money of that one.
  if (!row) refuse("not_matched")
  if (noted) checkTypedDay(row, "on", noted.on, now)
  else await mustBeCustomers(sql, row, withdrawal)
  const { means, details, textShown } = agreed
  const assurance = noted ? "staff" : withdrawal.assurance
  const kept: OtherMeans = {
    ...{ means, details, textShown, at: now.toISOString(), assurance },
    ...(noted && { noted }),
  }
  await sql("hamon_withdrawal")
    .where({ id })
    .update({ other_means: JSON.stringify(kept), updated_at: now })
  await refitPlans(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.other_means_agreed",
      subject: { type: "withdrawal", id },
      orderId: withdrawal.order_id,
      facts: { means, assurance, ...(noted ? { ...noted } : { text_shown: textShown }) },
      personal: { details, ...(noted && { words: textShown }) },
    },
    now,
  )
}

/** @throws MedusaError not_allowed, code `not_proven` or `not_the_customers` */
async function mustBeCustomers(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow): Promise<void> {
  if (!speaksForOrder(row, withdrawal)) refuse("not_the_customers")
  // What staff know of who speaks is no word of the customer's to send his money elsewhere.
  if (withdrawal.assurance === "email_proven" || withdrawal.assurance === "account") return
  const proven = await sql("hamon_access_token")
    .where({ subject_id: withdrawal.id })
    .whereNotNull("used_at")
    .first("id")
  if (!proven) refuse("not_proven")
}

/** The customer takes his agreement back while nothing was paid: the refund goes to the means of payment again. */
export async function takeBackOtherMeans(
  sql: Knex,
  id: string,
  now: Date,
  options: HamonOptions,
  noted: NotedWords | null = null,
): Promise<void> {
  const { row, withdrawal } = await lockChangeable(sql, id)
  if (noted) checkTypedDay(row, "on", noted.on, now)
  if (withdrawal.other_means === null) return
  await sql("hamon_withdrawal").where({ id }).update({ other_means: null, updated_at: now })
  if (row) await refitPlans(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.other_means_taken_back",
      subject: { type: "withdrawal", id },
      orderId: withdrawal.order_id,
      facts: noted ? { by: noted.by, on: noted.on } : {},
      personal: noted ? { words: noted.words } : {},
    },
    now,
  )
}

async function lockChangeable(sql: Knex, id: string): Promise<{ row: CaseRow | null; withdrawal: WithdrawalRow }> {
  const { order_id: orderId } = await readWithdrawal(sql, id)
  const row = orderId ? await lockCase(sql, orderId) : null
  const withdrawal = await lockWithdrawal(sql, id)
  if (withdrawal.status === "closed" || withdrawal.status === "refunded") refuse("over")
  if (await moneyWasSent(sql, row, withdrawal)) refuse("money_on_its_way")
  return { row, withdrawal }
}
