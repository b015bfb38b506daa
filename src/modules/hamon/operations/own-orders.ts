import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CaseRow, DeadlineRow, OrderLine, WithdrawalLineRow } from "../types"
import { announcedException, type CheckoutRecordRow } from "./checkout"
import { unitsReturnedOtherwise } from "./goods"

/** How many orders are shown to who asks for his own; older ones are declared by their number. */
export const OWN_ORDERS = 50

/** Whose orders: of an account, of an address that was proven, or one order of either. */
export type Owner = {
  readonly customerId: string | null
  /** Key of an address (`emailKey`), proven by a link sent to it. */
  readonly address: string | null
  readonly orderId?: string
}

/** What a customer's right rests on, of one of his orders. */
export type OwnOrder = {
  readonly row: CaseRow
  /** The clock of L221-18; null of an order that is older than the law. */
  readonly period: Pick<DeadlineRow, "due_on" | "due_at" | "reason" | "articles"> | null
  /** Whether the buyer had this law's right when he ordered. */
  readonly right: NonNullable<CheckoutRecordRow["content"]["right"]>
  readonly lines: readonly OwnLine[]
}

export type OwnLine = {
  readonly line: OrderLine
  /** Number in L221-28 of the exception that was announced before the order. */
  readonly exception: number | null
  /** Units that declarations have taken, and units that are still there to withdraw. */
  readonly withdrawn: number
  readonly left: number
}

/** A customer's orders, newest first. The same queries whether there are any or not. */
export async function readOwnOrders(sql: Knex, { customerId, address, orderId }: Owner): Promise<OwnOrder[]> {
  const rows: CaseRow[] = await sql<CaseRow>("hamon_order_case")
    .where((whose) => whose.where({ customer_id: customerId ?? "" }).orWhere({ email_key: address ?? "" }))
    .where(orderId === undefined ? {} : { order_id: orderId })
    .orderBy("placed_at", "desc")
    .limit(OWN_ORDERS)
  const orders = rows.map(({ order_id }) => order_id)
  const periods = await sql<DeadlineRow>("hamon_deadline")
    .where({ subject_type: "order", kind: "withdrawal_period" })
    .whereIn("subject_id", orders)
  const taken = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .whereIn("order_id", orders)
    .whereNot({ decision: "declined" })
  const returns: string[] = await sql("hamon_withdrawal")
    .whereIn("order_id", orders)
    .whereNotNull("return_id")
    .pluck("return_id")
  const records = await sql<CheckoutRecordRow>("hamon_checkout_record").whereIn("order_id", orders)

  return rows.map((row) => {
    const record = records.find(({ order_id }) => order_id === row.order_id) ?? null
    return {
      row,
      period: periods.find(({ subject_id }) => subject_id === row.order_id) ?? null,
      right: record?.content.right ?? { exists: true, why: null },
      lines: row.facts.lines.map((line) => {
        const withdrawn = taken
          .filter(({ order_line_id }) => order_line_id === line.id)
          .reduce((all, { quantity }) => all + quantity, 0)
        const gone = withdrawn + unitsReturnedOtherwise(row.facts, returns, line.id)
        const exception = announcedException(record, line)
        return { line, exception, withdrawn, left: Math.max(0, line.quantity - gone) }
      }),
    }
  })
}
