import { deleteReservationsWorkflow, updateReservationsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { unitsInCore } from "../../modules/hamon/operations/units"
import type { OrderFacts } from "../../modules/hamon/types"

type Reservation = { readonly id: string; readonly quantity: number; readonly inventory_item_id: string }
type Part = { readonly inventory_item_id: string; readonly required_quantity?: number | null }

/**
 * Gives stock back that core's edit has reserved for units that have left: it reserves what the line has, sent or not. Read from
 * core and computed again, so that doing it twice changes nothing.
 */
export async function releaseReservations(
  container: MedusaContainer,
  orderId: string,
  facts: OrderFacts,
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  for (const { line } of facts.takenOut ?? []) {
    const sent = facts.parcels.filter(({ canceled }) => !canceled).flatMap(({ lines }) => lines)
    const fulfilled = sent.filter((one) => one.line === line).reduce((sum, { quantity }) => sum + quantity, 0)
    const needed = Math.max(0, unitsInCore(facts, line) - fulfilled)
    const { data } = await query.graph({
      entity: "reservation",
      fields: ["id", "quantity", "inventory_item_id"],
      filters: { line_item_id: line },
    })
    const reserved = data as unknown as Reservation[]
    if (reserved.length === 0) continue
    const parts = await partsOf(container, orderId, line)
    for (const { id, quantity, inventory_item_id: item } of reserved) {
      const wanted = needed * Number(parts.find((part) => part.inventory_item_id === item)?.required_quantity ?? 1)
      if (Number(quantity) <= wanted) continue
      if (wanted === 0) await deleteReservationsWorkflow(container).run({ input: { ids: [id] } })
      else await updateReservationsWorkflow(container).run({ input: { updates: [{ id, quantity: wanted }] } })
    }
  }
}

/** What one unit of a line takes from stock: a kit takes several. */
async function partsOf(container: MedusaContainer, orderId: string, line: string): Promise<readonly Part[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "items.id", "items.variant.inventory_items.*"],
    filters: { id: orderId },
  })
  const items = (data[0]?.items ?? []) as unknown as { id: string; variant?: { inventory_items?: Part[] } | null }[]
  return items.find(({ id }) => id === line)?.variant?.inventory_items ?? []
}
