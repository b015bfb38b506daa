import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { typedOrderNumber } from "../../modules/hamon/order-number"

/** Orders of Medusa that carry a typed number. */
export async function findOrderIds(container: MedusaContainer, typed: string): Promise<string[]> {
  const displayId = typedOrderNumber(typed)
  if (displayId === null) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id"], filters: { display_id: displayId } as never })
  return data.map(({ id }) => id)
}

/** The order of a fulfilment; null for a return's. */
export async function orderOfFulfillment(container: MedusaContainer, fulfillmentId: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { id: fulfillmentId }
  const { data } = await query.graph({ entity: "fulfillment", fields: ["id", "order.id"], filters })
  return (data[0] as { order?: { id: string } } | undefined)?.order?.id ?? null
}

/** The order that a payment pays; null for a payment of something else. */
export async function orderOfPayment(container: MedusaContainer, paymentId: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["id", "payment_collection.order.id"]
  const { data } = await query.graph({ entity: "payment", fields, filters: { id: paymentId } })
  const payment = data[0] as { payment_collection?: { order?: { id: string } } } | undefined
  return payment?.payment_collection?.order?.id ?? null
}
