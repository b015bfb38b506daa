import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { cartRefusal } from "./guard"

type Validated = { readonly cart?: { readonly id?: string }; readonly input?: { readonly id?: string } }

/**
 * A handler for core's `completeCart.validate` hook: no cart with a paid extra that was not chosen becomes an order,
 * whatever code completes it (L121-17). A host with a handler of its own calls this one inside it.
 * @throws MedusaError not_allowed with the sentence for the customer
 */
export async function requireChosenExtras(
  { cart, input }: Validated,
  { container }: { readonly container: MedusaContainer },
): Promise<void> {
  const id = cart?.id ?? input?.id
  const refusal = id ? await cartRefusal(container, id, null, "order") : null
  if (refusal) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal.message)
}
