import type { PaypalClient } from "../../gateways/paypal/client"
import { giveUpHeld } from "../../gateways/paypal/hold"
import { findOrder } from "../../gateways/paypal/orders"
import { paymentsOf, takenOf } from "../../gateways/paypal/payments"
import { notAllowed } from "./failure"
import type { PaypalData } from "./session-data"

/**
 * Gives up what is held. Of an order that the customer has not approved, or that PayPal has forgotten, nothing is.
 * @throws MedusaError not_allowed, where money was captured: that is a refund
 */
export async function release(client: PaypalClient, data: PaypalData): Promise<PaypalData> {
  const order = await findOrder(client, data.id)
  if (!order) return data
  const payments = paymentsOf(order)
  if (payments.session !== data.session_id) throw notAllowed("The PayPal order belongs to another checkout.")
  if (takenOf(payments) > 0n) throw notAllowed("PayPal has captured this payment; refund it instead of cancelling it.")
  await giveUpHeld(client, order)
  return { ...data, status: order.status, approve_url: null }
}
