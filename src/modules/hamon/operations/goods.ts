import type { CaseRow, OrderFacts, ReceptionRow, Units, WithdrawalLineRow } from "../types"

/** How many units of a line have left the merchant: dispatched, or received whatever core says. */
function unitsOut({ parcels }: OrderFacts, receptions: readonly ReceptionRow[], line: string): number {
  const received = receptions.map(({ fulfillment_id }) => fulfillment_id)
  const gone = parcels.filter(
    ({ id, canceled, shippedAt, deliveredAt }) =>
      !canceled && (shippedAt !== null || deliveredAt !== null || received.includes(id)),
  )
  return sum(gone.flatMap(({ lines }) => lines).filter((one) => one.line === line))
}

/**
 * How many units are still to be received. A unit withdrawn before it left will never come: the contract ended for it
 * (L221-27), and the period of the rest does not wait for it.
 */
export function unitsToReceive(
  row: CaseRow,
  receptions: readonly ReceptionRow[],
  withdrawn: readonly WithdrawalLineRow[],
): number {
  return row.facts.lines
    .filter(({ shipped }) => shipped)
    .map(({ id, quantity }) => {
      const received = receptions.filter((one) => one.order_line_id === id).reduce((all, one) => all + one.quantity, 0)
      const ended = withdrawn.filter((one) => one.order_line_id === id).reduce((all, one) => all + one.quantity, 0)
      const coming = Math.max(unitsOut(row.facts, receptions, id), quantity - ended)
      return Math.max(0, coming - received)
    })
    .reduce((all, missing) => all + missing, 0)
}

/** Whether any of the units withdrawn, of goods that travel, has left: then there is something to send back (L221-23). */
export function anyUnitOut(
  row: CaseRow,
  receptions: readonly ReceptionRow[],
  lines: readonly WithdrawalLineRow[],
): boolean {
  return lines.some(({ order_line_id }) => unitsOut(row.facts, receptions, order_line_id) > 0)
}

/** Receptions of parcels that stand: one that was cancelled afterwards did not arrive. */
export function standing(row: CaseRow, receptions: readonly ReceptionRow[]): ReceptionRow[] {
  const canceled = new Set(row.facts.parcels.filter((parcel) => parcel.canceled).map(({ id }) => id))
  return receptions.filter(({ fulfillment_id }) => fulfillment_id === null || !canceled.has(fulfillment_id))
}

function sum(units: readonly Units[]): number {
  return units.reduce((all, { quantity }) => all + quantity, 0)
}
