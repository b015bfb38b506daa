import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { type CartRefusal, cartRefusal } from "../../workflows/checkout/guard"
import { heldByWebhook } from "../../workflows/checkout/held-by-webhook"
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
 * when the customer has chosen.
 */
export async function completeOnlyChosen(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  const refusal = await heldByWebhook(req.scope, {
    provider: req.params.provider,
    payload: { data: req.body as Record<string, unknown>, rawData: req.rawBody as Buffer, headers: req.headers },
  })
  return refusal ? refuse(res, refusal) : next()
}

/** Written here: core replaces the words of a conflict by its own. */
function refuse(res: MedusaResponse, { code, message, extras }: CartRefusal) {
  res.status(409).json({ type: MedusaError.Types.NOT_ALLOWED, code, message, extras })
}

function localeOf(req: MedusaStoreRequest) {
  return customerLocale(req, hamonService(req.scope).getOptions())
}
