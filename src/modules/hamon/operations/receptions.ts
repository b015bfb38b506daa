import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { type CivilDate, civilDateIn, zoneOf } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { CaseRow, Parcel, ReceptionRow } from "../types"
import { checkTypedDay } from "./typed-day"

/** What somebody tells of a parcel's arrival. */
export type ReceptionReport = {
  readonly fulfillmentId: string
  /** Civil date where the customer is, `YYYY-MM-DD`. */
  readonly receivedOn: CivilDate
  readonly proof: { readonly kind: string; readonly text: string } | null
  readonly source: "carrier" | "staff" | "customer"
  readonly recordedBy: string | null
}

/** The receptions that stand: corrected ones left out. */
export async function receptionsInForce(sql: Knex, orderId: string): Promise<ReceptionRow[]> {
  return sql<ReceptionRow>("hamon_reception")
    .where({ order_id: orderId, superseded_by_id: null })
    .orderBy(["received_on", "id"])
}

/**
 * Records that a parcel was received on a day. Told again with the same day, nothing changes; with another day, new rows
 * supersede the old ones, which stay.
 * @throws MedusaError not_found for a parcel of another order; invalid_data for a day before the order or in the future
 */
export async function recordReception(sql: Knex, row: CaseRow, report: ReceptionReport, now: Date): Promise<void> {
  const parcel = row.facts.parcels.find(({ id, canceled }) => id === report.fulfillmentId && !canceled)
  if (!parcel) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `order ${row.display_id} has no parcel ${report.fulfillmentId}; its parcels are: ${parcelList(row)}`,
    )
  }
  // Core's own stamp is a fact to keep, whatever its day; what a person types may be a slip.
  if (report.source !== "carrier") checkTypedDay(row, "received_on", report.receivedOn, now)
  const before = (await receptionsInForce(sql, row.order_id)).filter((one) => one.fulfillment_id === parcel.id)
  if (before.length > 0 && before.every((one) => one.received_on === report.receivedOn)) return

  for (const { line, quantity } of parcel.lines) {
    const old = before.find((one) => one.order_line_id === line)
    const id = generateEntityId(undefined, "hamrc")
    // Superseded first: the unique index holds one row in force for each line of a parcel.
    if (old) await sql("hamon_reception").where({ id: old.id }).update({ superseded_by_id: id, updated_at: now })
    await sql("hamon_reception").insert({
      id,
      order_id: row.order_id,
      order_line_id: line,
      fulfillment_id: parcel.id,
      quantity,
      received_on: report.receivedOn,
      source: report.source,
      proof: report.proof && JSON.stringify(report.proof),
      recorded_by: report.recordedBy,
      recorded_at: now,
    })
  }
  await appendEvidence(
    sql,
    {
      kind: before.length > 0 ? "reception.corrected" : "reception.recorded",
      subject: { type: "fulfillment", id: parcel.id },
      orderId: row.order_id,
      facts: {
        received_on: report.receivedOn,
        source: report.source,
        recorded_by: report.recordedBy,
        lines: parcel.lines.map(({ line, quantity }) => ({ line, quantity: String(quantity) })),
      },
      personal: report.proof ? { proof: { kind: report.proof.kind, text: report.proof.text } } : {},
    },
    now,
  )
}

/** Core's own "delivered" is a reception like another, until somebody knows better: it never overwrites what was recorded. */
export async function adoptDeliveries(sql: Knex, row: CaseRow, now: Date): Promise<void> {
  const known = new Set((await receptionsInForce(sql, row.order_id)).map(({ fulfillment_id }) => fulfillment_id))
  for (const parcel of row.facts.parcels.filter((one) => isDelivered(one) && !known.has(one.id))) {
    const receivedOn = civilDateIn(parcel.deliveredAt as string, zoneOf(row.place))
    const report = { fulfillmentId: parcel.id, receivedOn, proof: null, recordedBy: null }
    await recordReception(sql, row, { ...report, source: "carrier" }, now)
  }
}

function isDelivered({ deliveredAt, canceled }: Parcel): boolean {
  return deliveredAt !== null && !canceled
}

function parcelList({ facts }: CaseRow): string {
  const ids = facts.parcels.filter(({ canceled }) => !canceled).map(({ id }) => id)
  return ids.length > 0 ? ids.join(", ") : "none yet"
}
