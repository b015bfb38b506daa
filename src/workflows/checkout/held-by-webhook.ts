import type { MedusaContainer, ProviderWebhookPayload } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PaymentActions } from "@medusajs/framework/utils"
import { tellStaffOfHeldOrder } from "../payments/tell-staff"
import { type CartRefusal, cartRefusal } from "./guard"

/**
 * Why the cart that a payment provider's webhook would complete may not become an order yet; staff are told. Null: nothing
 * holds it, or the webhook completes none. Whatever this look itself fails at is core's to judge: no webhook is lost by us.
 */
export async function heldByWebhook(
  container: MedusaContainer,
  webhook: ProviderWebhookPayload,
): Promise<CartRefusal | null> {
  const cartId = await quietly(container, "whether a webhook completes a cart", () => completedCart(container, webhook))
  if (!cartId) return null
  const refusal = await quietly(container, "whether a cart may be ordered", () =>
    cartRefusal(container, cartId, null, "order"),
  )
  // Two deliveries at once ring the bell once: Medusa refuses the second, which changes nothing of the answer.
  if (refusal) await quietly(container, "a bell", () => tellStaffOfHeldOrder(container, cartId, refusal.message))
  return refusal
}

async function completedCart(container: MedusaContainer, webhook: ProviderWebhookPayload): Promise<string | null> {
  const { data, action } = await container.resolve(Modules.PAYMENT).getWebhookActionAndData(webhook)
  const completes = action === PaymentActions.AUTHORIZED || action === PaymentActions.SUCCESSFUL
  if (!completes || !data?.session_id) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["payment_collection.cart.id"]
  const { data: sessions } = await query.graph({
    entity: "payment_session",
    fields,
    filters: { id: data.session_id },
  })
  const [session] = sessions as unknown as { payment_collection?: { cart?: { id: string } | null } | null }[]
  return session?.payment_collection?.cart?.id ?? null
}

async function quietly<T>(container: MedusaContainer, what: string, look: () => Promise<T>): Promise<T | null> {
  return look().catch((error: unknown) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`hamon: ${what} could not be seen to at a payment webhook: ${String(error)}`)
    return null
  })
}
