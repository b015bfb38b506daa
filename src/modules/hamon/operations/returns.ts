import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { civilDateIn, zoneOf } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { CaseRow, OrderReturn, WithdrawalRow } from "../types"

/** Binds core's return to its declaration: the refund clock and the return slip hang on it. */
export async function bindReturn(sql: Knex, withdrawal: WithdrawalRow, returnId: string, now: Date): Promise<void> {
  const [bound] = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id: withdrawal.id, return_id: null })
    .update({ return_id: returnId, status: "return_open", next_step_at: null })
    .returning("*")
  if (!bound) return
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.return_opened",
      subject: { type: "withdrawal", id: withdrawal.id },
      orderId: withdrawal.order_id,
      facts: { return: returnId },
    },
    now,
  )
}

/** Goods that staff received in Medusa are goods recovered (L221-24, al. 3). */
export async function adoptReceivedReturns(sql: Knex, row: CaseRow, now: Date): Promise<void> {
  const open = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id, goods_back_on: null })
    .whereNotNull("return_id")
  for (const withdrawal of open) {
    const found = row.facts.returns.find(({ id }) => id === withdrawal.return_id)
    if (!found || !isReceived(found)) continue
    const goodsBackOn = civilDateIn(found.receivedAt as string, zoneOf(row.place))
    await sql("hamon_withdrawal")
      .where({ id: withdrawal.id })
      .update({ goods_back_on: goodsBackOn, status: "goods_back", updated_at: now })
    await appendEvidence(
      sql,
      {
        kind: "withdrawal.goods_back",
        subject: { type: "withdrawal", id: withdrawal.id },
        orderId: row.order_id,
        facts: { on: goodsBackOn, return: found.id },
      },
      now,
    )
  }
}

/** The clock follows the last of the goods: a return received in part is not over. */
function isReceived({ receivedAt, lines }: OrderReturn): boolean {
  return receivedAt !== null && lines.every(({ quantity, received }) => received >= quantity)
}
