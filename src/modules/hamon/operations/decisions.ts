import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import type { WithdrawalLineRow } from "../types"
import { lockCase } from "./case"
import { recomputeDeadlines } from "./deadlines"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { stepDue } from "./steps"

export type Decision = {
  readonly lineId: string
  readonly decision: "withdrawn" | "declined"
  /** What a customer can be told: why the exception holds, or why it does not. */
  readonly ground: string
}

/**
 * A person decides on units that the shop announced as excepted (L221-28): the machine never does.
 * @throws MedusaError not_allowed for units on which nothing is to be decided
 */
export async function decideLines(
  sql: Knex,
  withdrawalId: string,
  decisions: readonly Decision[],
  actor: string,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { order_id: orderId } = await readWithdrawal(sql, withdrawalId)
  if (!orderId) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "match the declaration to its order first")
  const row = await lockCase(sql, orderId)
  for (const { lineId, decision, ground } of decisions) {
    const decided = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
      .where({ id: lineId, withdrawal_id: withdrawalId, decision: "pending" })
      .update({ decision, ...{ decision_ground: ground, decided_by: actor, decided_at: now } })
    if (decided > 0) continue
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `nothing is to be decided on ${lineId}`)
  }
  const open = await sql("hamon_withdrawal_line")
    .where({ withdrawal_id: withdrawalId, decision: "pending" })
    .first("id")
  const withdrawal = await lockWithdrawal(sql, withdrawalId)
  const flags = open ? withdrawal.flags : withdrawal.flags.filter((flag) => flag !== "excepted")
  await sql("hamon_withdrawal")
    .where({ id: withdrawalId })
    .update({ flags, ...stepDue(now), updated_at: now })
  await recomputeDeadlines(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.decided",
      subject: { type: "withdrawal", id: withdrawalId },
      orderId,
      facts: {
        by: actor,
        lines: decisions.map(({ lineId, decision, ground }) => ({ line: lineId, decision, ground })),
      },
    },
    now,
  )
}
