import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { appendEvidence } from "../evidence/append"
import { refuse } from "../follow-refusals"
import type { HamonOptions } from "../options"
import type { CaseRow, OtherMeans, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { refitPlans } from "./fit-plan"
import { moneyWasSent } from "./in-flight"
import { lockWithdrawal, readWithdrawal } from "./matching"

/**
 * The customer expressly agrees to another means of refund (L221-24), free of charge for him: who he is must be proven,
 * since money would go elsewhere. The words that he read are kept. What was approved is not sent by the machine any more:
 * staff pay it that way, and record it.
 */
export async function agreeToOtherMeans(
  sql: Knex,
  id: string,
  agreed: Pick<OtherMeans, "means" | "details" | "textShown">,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { row, withdrawal } = await lockChangeable(sql, id)
  // What staff know of who speaks is no word of the customer's to send his money elsewhere.
  if (withdrawal.assurance !== "email_proven" && withdrawal.assurance !== "account") {
    const proven = await sql("hamon_access_token").where({ subject_id: id }).whereNotNull("used_at").first("id")
    if (!proven) refuse("not_proven")
  }
  const { means, details, textShown } = agreed
  const kept: OtherMeans = { means, details, textShown, at: now.toISOString(), assurance: withdrawal.assurance }
  await sql("hamon_withdrawal")
    .where({ id })
    .update({ other_means: JSON.stringify(kept), updated_at: now })
  if (row) await refitPlans(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.other_means_agreed",
      subject: { type: "withdrawal", id },
      orderId: withdrawal.order_id,
      facts: { means, text_shown: textShown, assurance: withdrawal.assurance },
      personal: { details },
    },
    now,
  )
}

/** The customer takes his agreement back while nothing was paid: the refund goes to the means of payment again. */
export async function takeBackOtherMeans(sql: Knex, id: string, now: Date, options: HamonOptions): Promise<void> {
  const { row, withdrawal } = await lockChangeable(sql, id)
  if (withdrawal.other_means === null) return
  await sql("hamon_withdrawal").where({ id }).update({ other_means: null, updated_at: now })
  if (row) await refitPlans(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.other_means_taken_back",
      subject: { type: "withdrawal", id },
      orderId: withdrawal.order_id,
      facts: {},
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
