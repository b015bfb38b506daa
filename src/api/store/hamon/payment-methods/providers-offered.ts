import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { ListPaymentMethods } from "../validators"

/**
 * Ids of the payment providers that a region offers, in a stable order.
 * @throws MedusaError not_found when there is no such cart or region; not_allowed for a cart without a region
 */
export async function providersOffered(
  container: MedusaContainer,
  { region_id, cart_id }: ListPaymentMethods,
): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const id = cart_id ? await regionOf(container, cart_id) : region_id
  const fields = ["id", "payment_providers.id", "payment_providers.is_enabled"]
  const { data } = await query.graph({ entity: "region", fields, filters: { id } })
  const [region] = data as { payment_providers?: ({ id: string; is_enabled: boolean } | null)[] }[]
  if (!region) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no region ${id}`)
  return (region.payment_providers ?? [])
    .filter((provider) => provider !== null)
    .filter(({ is_enabled }) => is_enabled)
    .map((provider) => provider.id)
    .sort()
}

async function regionOf(container: MedusaContainer, cartId: string): Promise<string> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "cart", fields: ["region_id"], filters: { id: cartId } })
  const [cart] = data
  if (!cart) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no cart ${cartId}`)
  if (cart.region_id) return cart.region_id
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `the cart ${cartId} has no region yet: give it one, or ask with region_id`,
  )
}
