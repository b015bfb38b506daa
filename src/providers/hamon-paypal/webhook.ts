import type { WebhookActionResult } from "@medusajs/framework/types"
import { BigNumber, PaymentActions } from "@medusajs/framework/utils"
import type { GatewayEvent } from "../../gateways/types"
import type { PaypalEvent } from "../../gateways/paypal/shapes"

const IGNORED: WebhookActionResult = { action: PaymentActions.NOT_SUPPORTED }

/**
 * CHECKOUT.ORDER.APPROVED is not here: told as authorised, core would complete the cart, and conclude a contract for which
 * the customer never pressed the order button (L221-14). PayPal's capture of an authorisation is not here either: core
 * asked for it, and would capture as much again.
 */
const ACTIONS: Readonly<Record<string, PaymentActions>> = {
  "PAYMENT.AUTHORIZATION.CREATED": PaymentActions.AUTHORIZED,
  "PAYMENT.AUTHORIZATION.VOIDED": PaymentActions.CANCELED,
  "PAYMENT.CAPTURE.COMPLETED": PaymentActions.SUCCESSFUL,
  "PAYMENT.CAPTURE.PENDING": PaymentActions.PENDING,
  "PAYMENT.CAPTURE.DENIED": PaymentActions.FAILED,
  "PAYMENT.CAPTURE.DECLINED": PaymentActions.FAILED,
}

/** What core does about an event. @param event verified: its session is believed */
export function actionOf({ type, body }: GatewayEvent): WebhookActionResult {
  const { resource } = JSON.parse(body) as PaypalEvent
  const action = ACTIONS[type]
  const session = resource?.custom_id
  if (action === undefined || !session || !resource.amount) return IGNORED
  const ofAuthorization = resource.supplementary_data?.related_ids?.authorization_id !== undefined || isBelow(resource)
  if (type.startsWith("PAYMENT.CAPTURE.") && ofAuthorization) return IGNORED
  return { action, data: { session_id: session, amount: new BigNumber(resource.amount.value) } }
}

function isBelow({ links = [] }: NonNullable<PaypalEvent["resource"]>): boolean {
  return links.some(({ rel, href }) => rel === "up" && href.includes("/authorizations/"))
}
