import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type OpenChange = { readonly id: string; readonly change_type: string | null; readonly internal_note: string | null }

/** The changes of an order that are open in core (an edit, a return being received): core allows one at a time. */
export async function openChanges(container: MedusaContainer, orderId: string): Promise<OpenChange[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_change",
    fields: ["id", "change_type", "internal_note"],
    filters: { order_id: orderId, status: ["pending", "requested"] },
  })
  return data as OpenChange[]
}

/** Whether a change of the order is open in core. */
export async function hasOpenChange(container: MedusaContainer, orderId: string): Promise<boolean> {
  return (await openChanges(container, orderId)).length > 0
}
