import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import { emailKey } from "../../modules/hamon/email-key"
import { OWN_ORDERS, type Owner, type OwnOrder } from "../../modules/hamon/operations/own-orders"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"

/** The orders of an account, newest first. Of an order placed a moment ago, or before the plugin, the case is opened now. */
export async function ordersOfCustomer(container: MedusaContainer, customerId: string): Promise<OwnOrder[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: { customer_id: customerId, is_draft_order: false },
    pagination: { skip: 0, take: OWN_ORDERS, order: { created_at: "DESC" } },
  })
  const ids = data.map(({ id }) => id)
  const service = hamonService(container)
  const known = await service.listOrderCases({ order_id: ids }, { select: ["order_id"], take: OWN_ORDERS })
  const opened = new Set(known.map(({ order_id }) => order_id))
  for (const id of ids) if (!opened.has(id)) await openCase(container, id)
  return service.readOwnOrders({ customerId, address: null })
}

/** One order, if it is the owner's; null for anything else, there or not. */
export async function ownOrder(
  container: MedusaContainer,
  orderId: string,
  owner: Pick<Owner, "customerId" | "address">,
): Promise<OwnOrder | null> {
  if (!owner.customerId && !owner.address) return null
  const service = hamonService(container)
  const [known] = await service.readOwnOrders({ ...owner, orderId })
  if (known) return known
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["id", "email", "customer_id"]
  const { data } = await query.graph({ entity: "order", fields, filters: { id: orderId } })
  const [order] = data as { email: string | null; customer_id: string | null }[]
  const ofAccount = order !== undefined && owner.customerId !== null && order.customer_id === owner.customerId
  const ofAddress = order?.email && owner.address !== null && emailKey(order.email) === owner.address
  if (!ofAccount && !ofAddress) return null
  await openCase(container, orderId)
  const [opened] = await service.readOwnOrders({ ...owner, orderId })
  return opened ?? null
}

async function openCase(container: MedusaContainer, orderId: string): Promise<void> {
  const order = await readOrder(container, orderId)
  if (order) await hamonService(container).syncOrder(order, now())
}
