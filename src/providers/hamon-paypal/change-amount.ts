import { type PaypalMoney, sameMoney } from "../../gateways/paypal/amounts"
import type { PaypalClient } from "../../gateways/paypal/client"
import { createOrder, findOrder, patchAmount } from "../../gateways/paypal/orders"
import { asksFor } from "../../gateways/paypal/payments"
import { notAllowed } from "./failure"
import { newData, type PaypalData, withAmount } from "./session-data"

/**
 * Gives the payment another amount. An order that waits for the customer is changed; one that he approved, or of another
 * currency, is replaced: he approves what he pays.
 * @throws MedusaError not_allowed, where money was taken already
 */
export async function changeAmount(client: PaypalClient, data: PaypalData, amount: PaypalMoney): Promise<PaypalData> {
  const order = await findOrder(client, data.id)
  if (order?.status === "COMPLETED")
    throw notAllowed("PayPal has taken this payment; its amount cannot change any more.")
  if (order && sameMoney(data.amount, amount) && asksFor(order, amount)) return { ...data, status: order.status }
  const waits = order?.status === "CREATED" || order?.status === "PAYER_ACTION_REQUIRED"
  if (!waits || data.amount.currency_code !== amount.currency_code) {
    const fresh = await createOrder(client, { session: data.session_id, amount, instead: data.id })
    return newData(client.options, fresh, data.session_id, amount)
  }
  await patchAmount(client, data.id, amount)
  return withAmount(client.options, { ...data, status: order.status }, amount)
}
