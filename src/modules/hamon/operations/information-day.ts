import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type CivilDate, civilDateIn, extendForMissingInformation, type WithdrawalPeriod, zoneOf } from "../../../law"
import type { HamonOptions } from "../options"
import type { CaseRow, LetterRow } from "../types"
import type { CheckoutRecordRow } from "./checkout"

/**
 * The period as L221-20 leaves it. What the customer was told before the order is read from its frozen record: while the
 * merchant had published nothing of himself, there was no completed notice to show (R221-3). The confirmation of the order
 * carries it, and its day begins fourteen days of their own. Of an order without a record, older than the plugin or made by
 * staff, nothing shows that information was missing: it is taken as given.
 */
export async function withInformation(
  sql: Knex,
  period: WithdrawalPeriod,
  row: CaseRow,
  options: HamonOptions,
): Promise<WithdrawalPeriod> {
  if (!period.started || (await informedBefore(sql, row.order_id))) return period
  return extendForMissingInformation(period, await confirmedOn(sql, row), row.place, options.law)
}

/** Whether the customer had read of his right, and its notice, before he ordered; of an order without a record, taken as so. */
export async function informedBefore(sql: Knex, orderId: string): Promise<boolean> {
  const record = await sql<CheckoutRecordRow>("hamon_checkout_record").where({ order_id: orderId }).first("content")
  return record?.content.texts?.merchant_profile !== null
}

/** Day, where the customer is, on which the confirmation with the completed notice went to him; null: not yet. */
async function confirmedOn(sql: Knex, row: CaseRow): Promise<CivilDate | null> {
  const letter = await sql<LetterRow>("hamon_letter")
    .where({ order_id: row.order_id, kind: "order_confirmation", state: "sent" })
    .whereNotNull("profile_version")
    .first("sent_at")
  return letter?.sent_at ? civilDateIn(letter.sent_at.toISOString(), zoneOf(row.place)) : null
}
