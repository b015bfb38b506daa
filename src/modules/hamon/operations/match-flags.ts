import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { timeliness } from "../../../law"
import type { HamonOptions } from "../options"
import type { CaseRow, DeadlineRow, Units, WithdrawalRow } from "../types"

/** What a person has to know of a declaration that took its units. */
export async function flagsOf(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  { unclear, granted, fewer }: { unclear: boolean; granted: readonly Units[]; fewer: boolean },
  options: HamonOptions,
): Promise<string[]> {
  const period = await sql<DeadlineRow>("hamon_deadline")
    .where({ subject_type: "order", subject_id: row.order_id, kind: "withdrawal_period" })
    .first()
  const { inTime } = timeliness(withdrawal.sent_at.toISOString(), period?.due_on ?? null, row.place, options.law)
  const excepted = await sql("hamon_withdrawal_line")
    .where({ withdrawal_id: withdrawal.id, decision: "pending" })
    .first("id")
  return [
    ...(inTime ? [] : ["late"]),
    ...(unclear ? ["unclear_articles"] : []),
    ...(fewer ? [granted.length === 0 ? "withdrawn_before" : "more_than_left"] : []),
    ...(excepted ? ["excepted"] : []),
  ]
}
