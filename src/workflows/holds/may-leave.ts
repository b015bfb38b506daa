import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import { unitsInCore } from "../../modules/hamon/operations/units"
import type { OrderFacts, Units } from "../../modules/hamon/types"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"

export type Holding = { readonly id: string; readonly reference: string }

/** What somebody is about to do with units: pack them, or send a parcel that is packed. */
export type Leaving =
  | { readonly act: "fulfil"; readonly orderId: string; readonly units: readonly Units[] }
  | { readonly act: "ship"; readonly orderId: string; readonly fulfillmentId: string }

/**
 * The declarations whose held units would leave. Units of a line are alike: as long as enough of them stay behind, the rest
 * may go. One reading of our tables where nothing is held; core is read only where something is.
 * @returns nobody, where the units may leave
 */
export async function keptFromLeaving(container: MedusaContainer, leaving: Leaving): Promise<Holding[]> {
  const service = hamonService(container)
  if ((await service.heldUnits(leaving.orderId)).length === 0) return []
  const order = await readOrder(container, leaving.orderId)
  if (!order) return []
  await service.syncOrder(order, now())
  const held = await service.heldUnits(leaving.orderId)
  const seen = await service.whereUnitsAre(leaving.orderId)
  if (!seen) return []
  const short = held
    .flatMap(({ units }) => units)
    .map(({ line }) => line)
    .filter((line) => {
      const kept = held.flatMap(({ units }) => units).filter((one) => one.line === line)
      return staying(seen.facts, line, leaving) < sum(kept)
    })
  return held
    .filter(({ units }) => units.some(({ line }) => short.includes(line)))
    .map(({ id, reference }) => ({ id, reference }))
}

/** How many units of a line would stay with the merchant; where none of them leaves, all that there can be. */
function staying(facts: OrderFacts, line: string, leaving: Leaving): number {
  const parcels = facts.parcels.filter(({ canceled }) => !canceled)
  const inParcels = (some: typeof parcels) => sum(some.flatMap(({ lines }) => lines).filter((one) => one.line === line))
  if (leaving.act === "fulfil") {
    const asked = sum(leaving.units.filter((one) => one.line === line))
    return asked > 0 ? unitsInCore(facts, line) - inParcels(parcels) - asked : Infinity
  }
  const parcel = parcels.filter(({ id }) => id === leaving.fulfillmentId)
  const gone = parcels.filter(({ shippedAt, deliveredAt }) => (shippedAt ?? deliveredAt) !== null)
  return inParcels(parcel) > 0 ? unitsInCore(facts, line) - inParcels(gone) - inParcels(parcel) : Infinity
}

/** The order that a fulfilment belongs to; null for a return's, and for one that does not exist. */
export async function orderOfParcel(container: MedusaContainer, fulfillmentId: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_fulfillment",
    fields: ["order_id"],
    filters: { fulfillment_id: fulfillmentId },
  })
  return (data[0] as { order_id?: string } | undefined)?.order_id ?? null
}

function sum(units: readonly { readonly quantity: number }[]): number {
  return units.reduce((all, { quantity }) => all + quantity, 0)
}
