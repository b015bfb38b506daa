import type { Minor } from "../../law"
import { GatewayError } from "../../gateways/gateway-error"
import { minorOf, moneyOf, type PaypalMoney, toMoney } from "../../gateways/paypal/amounts"
import type { PaypalClient } from "../../gateways/paypal/client"
import { captureAuthorization, findOrder } from "../../gateways/paypal/orders"
import { capturedOf, type OrderPayments, paymentsOf, takenOf } from "../../gateways/paypal/payments"
import type { PaypalAuthorization } from "../../gateways/paypal/shapes"
import { notAllowed } from "./failure"
import type { PaypalData } from "./session-data"

/**
 * Captures a part of the authorisation, or all that is left.
 *
 * Core asks with a new id each time, and PayPal's captures carry no key of ours. What core has booked stands in our data,
 * though: money captured at PayPal beyond it, of just this amount, is the part whose answer was lost, and is not taken twice.
 * @param amount null for all that is left
 * @throws MedusaError not_allowed, where nothing holds the amount any more
 */
export async function capture(client: PaypalClient, data: PaypalData, amount: PaypalMoney | null): Promise<PaypalData> {
  const order = await findOrder(client, data.id)
  if (!order) throw notAllowed("PayPal no longer knows this order; ask the customer to pay again.")
  const payments = paymentsOf(order)
  if (order.intent === "CAPTURE") return capturedAtCheckout(payments, data)
  const code = data.amount.currency_code
  const booked = minorOf(toMoney(data.hamon_captured, code))
  const part = partOf(amount, minorOf(data.amount) - booked)
  const unbooked = takenOf(payments) - booked
  if (unbooked <= 0n) await takePart(client, payments, moneyOf(part, code), part + booked === minorOf(data.amount))
  else if (unbooked !== part) {
    throw notAllowed(
      `PayPal has captured ${moneyOf(unbooked, code).value} ${code} of this payment that Medusa does not know; capture exactly this amount to book it.`,
    )
  }
  return { ...data, status: order.status, hamon_captured: moneyOf(booked + part, code).value }
}

async function takePart(
  client: PaypalClient,
  payments: OrderPayments,
  amount: PaypalMoney,
  final: boolean,
): Promise<void> {
  const authorization = holding(payments)
  // Counts declined captures as well: after a no, the same amount is another request.
  const before = `${takenOf(payments)}/${payments.captures.length}`
  const made = await captureAuthorization(client, authorization, { amount, before, final })
  if (!made?.id)
    throw new GatewayError("uncertain", "PayPal took the capture and does not say which; look again later.")
  // A capture that PayPal reviews counts as taken: a no comes as an event, and shows in the payment.
  if (made.status === "DECLINED" || made.status === "FAILED") {
    throw notAllowed("PayPal declined to take the money; ask the customer to pay in another way.")
  }
}

/** @throws MedusaError not_allowed saying why nothing holds the money */
function holding({ authorizations }: OrderPayments): PaypalAuthorization {
  const live = authorizations.find(({ status }) => status === "CREATED" || status === "PARTIALLY_CAPTURED")
  if (live) return live
  const has = (status: PaypalAuthorization["status"]) => authorizations.some((one) => one.status === status)
  if (has("PENDING")) throw notAllowed("PayPal still reviews this payment; capture it once PayPal has decided.")
  if (has("CAPTURED")) throw notAllowed("The whole authorisation was already captured; nothing was captured now.")
  throw notAllowed(
    "PayPal no longer holds the money: the authorisation was given up, denied, or ended (after 29 days; only its first 3 days are guaranteed). Ask the customer to pay again.",
  )
}

/** @throws MedusaError not_allowed, for more than is left; a rest that rounding made a unit too large is the rest */
function partOf(amount: PaypalMoney | null, left: Minor): Minor {
  if (left <= 0n) throw notAllowed("The whole payment was already captured; nothing was captured now.")
  const asked = amount === null ? left : minorOf(amount)
  if (asked > left + 1n) throw notAllowed("This is more than PayPal still holds of the payment; nothing was captured.")
  return asked > left ? left : asked
}

function capturedAtCheckout(payments: OrderPayments, data: PaypalData): PaypalData {
  if (capturedOf(payments) < minorOf(data.amount)) {
    throw notAllowed("PayPal has not completed this payment; look at it in PayPal's dashboard.")
  }
  return { ...data, hamon_captured: data.amount.value }
}
