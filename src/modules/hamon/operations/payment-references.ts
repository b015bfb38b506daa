import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CaseRow } from "../types"

/** Older orders are in the provider's pages as they are: nobody looks for their number any longer. */
const RECENT_DAYS = 7
const DAY = 24 * 60 * 60 * 1000

/** Recent orders whose payments do not carry the order's number at the provider yet. */
export async function undescribedOrders(sql: Knex, now: Date, limit: number): Promise<CaseRow[]> {
  return sql<CaseRow>("hamon_order_case")
    .whereNull("payments_described_at")
    .whereNull("deleted_at")
    .where("placed_at", ">=", new Date(now.getTime() - RECENT_DAYS * DAY))
    .orderBy("placed_at")
    .limit(limit)
}

export async function paymentsDescribed(sql: Knex, orderId: string, now: Date): Promise<void> {
  await sql("hamon_order_case").where({ order_id: orderId }).update({ payments_described_at: now })
}

/** Cancelled orders of which nobody has seen yet that the provider gave everything back. @param after id of the last one seen */
export async function unreleasedOrders(sql: Knex, after: string, limit: number): Promise<CaseRow[]> {
  return sql<CaseRow>("hamon_order_case")
    .where({ status: "canceled", payments_released_at: null, deleted_at: null })
    .where("order_id", ">", after)
    .orderBy("order_id")
    .limit(limit)
}

export async function paymentsReleased(sql: Knex, orderId: string, now: Date): Promise<void> {
  await sql("hamon_order_case").where({ order_id: orderId }).update({ payments_released_at: now })
}
