import { listShippingOptionsForCartWithPricingWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OfferedDelivery } from "../../checkout/cart"
import { amountOf } from "../order-facts/read-order"

type Option = {
  id: string
  name: string
  shipping_profile_id?: string | null
  calculated_price?: { calculated_amount?: number | null; is_calculated_price_tax_inclusive?: boolean } | null
  service_zone?: { fulfillment_set?: { type?: string } } | null
}

/** The modes of delivery that core offers for a cart now, calculated prices too. */
export async function offeredDelivery(
  container: MedusaContainer,
  { id, currency }: { readonly id: string; readonly currency: string },
): Promise<OfferedDelivery[]> {
  const { result } = await listShippingOptionsForCartWithPricingWorkflow(container).run({
    input: { cart_id: id, is_return: false },
  })
  const options = (result as unknown as Option[]).sort((a, b) => (a.id < b.id ? -1 : 1))
  return options.map(({ calculated_price, service_zone, ...option }) => {
    const bare = calculated_price?.calculated_amount ?? null
    const taxed = calculated_price?.is_calculated_price_tax_inclusive === true
    return {
      id: option.id,
      name: option.name,
      profileId: option.shipping_profile_id ?? null,
      price: bare !== null && taxed ? amountOf(bare, currency) : null,
      bare: bare === null ? null : Number(bare),
      pickup: service_zone?.fulfillment_set?.type === "pickup",
    }
  })
}
