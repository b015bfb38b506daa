import type { MedusaNextFunction, MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import { payOnlyChosen } from "./chosen-extras"

type Collection = {
  readonly order?: { readonly id: string } | null
  readonly cart?: { readonly id: string } | null
  readonly payments?: readonly { readonly canceled_at: Date | string | null }[]
  readonly payment_sessions?: readonly { readonly status: string }[]
}

const FIELDS = ["id", "order.id", "cart.id", "payments.canceled_at", "payment_sessions.status"]

/**
 * Keeps the payment of a placed order. Core makes room for a new payment session by giving up the ones that are there, also
 * after the order: whoever knows the collection would take the merchant's money back while the goods are on their way. A
 * collection of which nothing was authorised (of an order that was edited) is open as before; one of a cart is begun when its
 * extras were chosen.
 * @throws MedusaError not_allowed
 */
export async function keepPlacedPayment(req: MedusaStoreRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "payment_collection", fields: FIELDS, filters: { id: req.params.id } })
  const [collection] = data as unknown as Collection[]
  if (collection?.order && isHeld(collection)) {
    const sentence =
      "the order is placed and its payment authorised: it cannot be paid another way; cancel the order, or withdraw from it, to get the money back"
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
  }
  return payOnlyChosen(req, res, next, collection?.order ? null : (collection?.cart?.id ?? null))
}

function isHeld({ payments = [], payment_sessions = [] }: Collection): boolean {
  const waiting = payment_sessions.some(({ status }) => status === PaymentSessionStatus.PENDING_AUTHORIZATION)
  return waiting || payments.some(({ canceled_at }) => canceled_at === null)
}
