import type { CaseRow, OrderFacts, ReceptionRow, Units, WithdrawalLineRow } from "../types"

/** How many units of a line have left the merchant: dispatched, or received whatever core says. */
export function unitsOut({ parcels }: OrderFacts, receptions: readonly ReceptionRow[], line: string): number {
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

/** Receptions of parcels that stand: one that was cancelled afterwards did not arrive. */
export function standing(row: Pick<CaseRow, "facts">, receptions: readonly ReceptionRow[]): ReceptionRow[] {
  const canceled = new Set(row.facts.parcels.filter((parcel) => parcel.canceled).map(({ id }) => id))
  return receptions.filter(({ fulfillment_id }) => fulfillment_id === null || !canceled.has(fulfillment_id))
}

/**
 * Units of a line that came back by returns of Medusa's that belong to no declaration.
 * @param ours ids of the returns that declarations have
 */
export function unitsReturnedOtherwise({ returns }: OrderFacts, ours: readonly string[], line: string): number {
  return returns
    .filter(({ id, withdrawal }) => !withdrawal && !ours.includes(id))
    .flatMap(({ lines }) => lines)
    .filter((one) => one.line === line)
    .reduce((all, { received }) => all + received, 0)
}

function sum(units: readonly Units[]): number {
  return units.reduce((all, { quantity }) => all + quantity, 0)
}
