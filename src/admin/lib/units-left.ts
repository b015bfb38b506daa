import type { HamonOrder, OrderLine } from "./types"

export type LineWithUnits = OrderLine & { readonly left: number }

/** The lines of an order with the units that no other declaration has withdrawn yet. */
export function unitsLeft(order: HamonOrder, withdrawalId: string): LineWithUnits[] {
  const taken = order.withdrawals
    .filter(({ id }) => id !== withdrawalId)
    .flatMap(({ lines }) => lines)
    .filter(({ decision }) => decision !== "declined")
  return order.lines.map((line) => {
    const gone = taken.filter((one) => one.order_line_id === line.id).reduce((sum, { quantity }) => sum + quantity, 0)
    return { ...line, left: Math.max(0, line.quantity - gone) }
  })
}
