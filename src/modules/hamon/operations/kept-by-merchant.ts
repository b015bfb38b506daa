import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Amount, currency } from "../../../law"
import type { CaseRow, RefundRow } from "../types"
import type { UnchosenItem } from "./order-extras"

/**
 * How much of what an extra cost is still with the merchant: what a withdrawal gave back of it, or will, is not given back
 * a second time.
 * @returns a function that answers no amount where nothing is left
 */
export async function keptByMerchant(
  sql: Knex,
  row: CaseRow,
): Promise<(item: Pick<UnchosenItem, "itemType" | "itemId" | "amount">) => [] | [Amount]> {
  const money = currency(row.currency)
  const plans = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund" })
    .whereNotNull("withdrawal_id")
  // A plan has a row for each payment that it goes back to.
  const plansOnce = [...new Map(plans.map((plan) => [plan.withdrawal_id, plan.breakdown])).values()]
  const sum = (amounts: readonly Amount[]) => amounts.reduce((all, one) => all + money.read(one, "amount"), 0n)
  return ({ itemType, itemId, amount }) => {
    const line = itemType === "line"
    const { lines, delivery } = row.facts
    const paid = sum((line ? lines.filter(({ id }) => id === itemId) : delivery).map((one) => one.paid))
    const ofLine = plansOnce.flatMap((plan) => plan.lines.filter((one) => one.line === itemId))
    const back = sum(line ? ofLine.map((one) => one.amount) : plansOnce.map((plan) => plan.delivery))
    const asked = money.read(amount, "amount")
    const left = paid - back < asked ? paid - back : asked
    return left > 0n ? [money.write(left)] : []
  }
}
