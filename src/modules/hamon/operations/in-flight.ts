import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CaseRow, RefundRow, WithdrawalRow } from "../types"
import { foreignRefunds } from "./staff-refunds"

/** Lines of a withdrawal's refund that were approved, and that nobody has begun to send. */
export async function untouchedLines(sql: Knex, withdrawalId: string): Promise<RefundRow[]> {
  const lines = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: withdrawalId }).forUpdate().orderBy("id")
  return lines.filter(isUntouched)
}

/** Whether money of a withdrawal was sent, or may have been: by our ledger, or by staff with Medusa's own button. */
export async function moneyWasSent(sql: Knex, row: CaseRow | null, withdrawal: WithdrawalRow): Promise<boolean> {
  const lines = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: withdrawal.id })
  return !lines.every(isUntouched) || (row !== null && foreignRefunds(row, withdrawal).length > 0)
}

/** A line that a worker claimed is his: what he does with it is known when he is done. */
function isUntouched({ state, attempts, core_refund_id, provider_refund_id }: RefundRow): boolean {
  return state === "planned" && attempts === 0 && core_refund_id === null && provider_refund_id === null
}
