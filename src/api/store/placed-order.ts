import type { MedusaNextFunction, MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import { payOnlyChosen } from "./chosen-extras"

type Collection = {
  readonly payments?: readonly { readonly canceled_at: Date | string | null }[]
  readonly payment_sessions?: readonly { readonly status: string }[]
}

const FIELDS = ["id", "payments.canceled_at", "payment_sessions.status"]

/**
 * Keeps the payment of a placed order. Core makes room for a new payment session by giving up the ones that are there, also
 * after the order: whoever knows the collection would take the merchant's money back while the goods are on their way. A
 * collection of which nothing was authorised (of an order that was edited) is open as before; one of a cart is begun when its
 * extras were chosen.
 * @throws MedusaError not_allowed
 */
export async function keepPlacedPayment(req: MedusaStoreRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const { orderId, cartId } = await ownersOf(req.scope, req.params.id)
  if (orderId && (await isHeld(req.scope, req.params.id))) {
    const sentence =
      "the order is placed and its payment authorised: it cannot be paid another way; cancel the order, or withdraw from it, to get the money back"
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
  }
  return payOnlyChosen(req, res, next, orderId ? null : cartId)
}

/** Whose payment it is, read from the links alone: every payment begins here. */
async function ownersOf(container: MedusaContainer, collectionId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { payment_collection_id: collectionId }
  const [orders, carts] = await Promise.all([
    query.graph({ entity: "order_payment_collection", fields: ["order_id"], filters }),
    query.graph({ entity: "cart_payment_collection", fields: ["cart_id"], filters }),
  ])
  const [order] = orders.data as { order_id: string }[]
  const [cart] = carts.data as { cart_id: string }[]
  return { orderId: order?.order_id ?? null, cartId: cart?.cart_id ?? null }
}

async function isHeld(container: MedusaContainer, collectionId: string): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "payment_collection", fields: FIELDS, filters: { id: collectionId } })
  const [{ payments = [], payment_sessions = [] } = {}] = data as unknown as Collection[]
  const waiting = payment_sessions.some(({ status }) => status === PaymentSessionStatus.PENDING_AUTHORIZATION)
  return waiting || payments.some(({ canceled_at }) => canceled_at === null)
}
