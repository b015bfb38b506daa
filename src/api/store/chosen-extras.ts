import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules, PaymentActions } from "@medusajs/framework/utils"
import { type CartRefusal, cartRefusal } from "../../workflows/checkout/guard"
import { tellStaffOfHeldOrder } from "../../workflows/payments/tell-staff"
import { hamonService } from "../../workflows/service"
import { customerLocale } from "./hamon/customer-locale"

/** A cart with a paid extra that was not chosen becomes no order (L121-17); nor does one whose summary was not seen, if the shop wants that. */
export async function orderOnlyChosen(req: MedusaStoreRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const refusal = await cartRefusal(req.scope, req.params.id, localeOf(req), "order")
  return refusal ? refuse(res, refusal) : next()
}

/** Nor is its payment begun. @param cartId of the payment collection; null: of an order, which is another's to judge */
export async function payOnlyChosen(
  req: MedusaStoreRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
  cartId: string | null,
) {
  const refusal = cartId === null ? null : await cartRefusal(req.scope, cartId, localeOf(req), "pay")
  return refusal ? refuse(res, refusal) : next()
}

/**
 * The same where a payment provider would complete the cart: its webhook is answered 409, so that it tells again later,
 * when the customer has chosen. Whatever this look itself fails at is core's to judge: no webhook is lost by us.
 */
export async function completeOnlyChosen(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const held = await heldByWebhook(req).catch((error: unknown) => {
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`hamon: whether a webhook completes a cart could not be seen: ${String(error)}`)
    return null
  })
  if (!held) return next()
  await tellStaffOfHeldOrder(req.scope, held.cartId, held.refusal.message)
  return refuse(res, held.refusal)
}

/** Written here: core replaces the words of a conflict by its own. */
function refuse(res: MedusaResponse, { code, message, extras }: CartRefusal) {
  res.status(409).json({ type: MedusaError.Types.NOT_ALLOWED, code, message, extras })
}

function localeOf(req: MedusaStoreRequest) {
  return customerLocale(req, hamonService(req.scope).getOptions())
}

async function heldByWebhook(req: MedusaRequest): Promise<{ cartId: string; refusal: CartRefusal } | null> {
  const { data, action } = await req.scope.resolve(Modules.PAYMENT).getWebhookActionAndData({
    provider: req.params.provider,
    payload: { data: req.body as Record<string, unknown>, rawData: req.rawBody as Buffer, headers: req.headers },
  })
  const completes = action === PaymentActions.AUTHORIZED || action === PaymentActions.SUCCESSFUL
  if (!completes || !data?.session_id) return null
  const cartId = await cartOfSession(req.scope, data.session_id)
  const refusal = cartId && (await cartRefusal(req.scope, cartId, null, "order"))
  return refusal ? { cartId, refusal } : null
}

async function cartOfSession(container: MedusaContainer, sessionId: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["payment_collection.cart.id"]
  const { data } = await query.graph({ entity: "payment_session", fields, filters: { id: sessionId } })
  const [session] = data as unknown as { payment_collection?: { cart?: { id: string } | null } | null }[]
  return session?.payment_collection?.cart?.id ?? null
}
