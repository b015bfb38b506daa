import { MedusaError, PaymentSessionStatus } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/gateway-error"
import type { PaypalClient } from "../../gateways/paypal/client"
import { findOrder, takeApproved } from "../../gateways/paypal/orders"
import { asksFor, capturedOf, paymentsOf } from "../../gateways/paypal/payments"
import { minorOf } from "../../gateways/paypal/amounts"
import type { PaypalOrder } from "../../gateways/paypal/shapes"
import type { PaypalData } from "./session-data"

/** PayPal sends the customer back to choose another means of payment. */
const CHOOSE_AGAIN = new Set(["INSTRUMENT_DECLINED", "PAYER_ACTION_REQUIRED"])
/** Somebody was faster: another tab, or a first request whose answer was lost. What is there now decides. */
const READ_AGAIN = new Set(["ORDER_ALREADY_AUTHORIZED", "ORDER_ALREADY_CAPTURED", "ORDER_NOT_APPROVED"])

export type Authorized = { readonly status: PaymentSessionStatus; readonly data: PaypalData }

/**
 * Takes what the customer approved, if he has. Money is taken only of an order that asks for exactly the session's amount.
 * @throws MedusaError payment_authorization_error where order and session differ
 * @throws GatewayError uncertain where PayPal did not answer: asked again, it goes on from what was done
 */
export async function authorize(client: PaypalClient, data: PaypalData): Promise<Authorized> {
  const order = await readOwn(client, data)
  if (order.status !== "APPROVED") return settled(order, data)
  try {
    const taken = await takeApproved(client, order, data.hamon_declined)
    return settled(await confirmed(client, taken, data), data)
  } catch (error) {
    const code = error instanceof GatewayError && error.outcome === "refused" ? (error.code ?? "") : ""
    if (READ_AGAIN.has(code)) return settled(await readOwn(client, data), data)
    if (!CHOOSE_AGAIN.has(code)) throw error
    return {
      status: PaymentSessionStatus.REQUIRES_MORE,
      data: { ...data, status: "PAYER_ACTION_REQUIRED", hamon_declined: data.hamon_declined + 1 },
    }
  }
}

/** What an order's state means for Medusa's session. */
export function sessionStatus(order: PaypalOrder): PaymentSessionStatus {
  if (order.status === "VOIDED") return PaymentSessionStatus.CANCELED
  if (order.status === "APPROVED") return PaymentSessionStatus.PENDING
  if (order.status !== "COMPLETED") return PaymentSessionStatus.REQUIRES_MORE
  const payments = paymentsOf(order)
  if (capturedOf(payments) >= minorOf(payments.amount)) return PaymentSessionStatus.CAPTURED
  const has = (...statuses: string[]) =>
    [...payments.authorizations, ...payments.captures].some(({ status }) => statuses.includes(status))
  if (payments.authorizations.some(({ status }) => /^(CREATED|PARTIALLY_CAPTURED|CAPTURED)$/.test(status))) {
    return PaymentSessionStatus.AUTHORIZED
  }
  // Under PayPal's review: core makes the order and waits for the webhook.
  if (has("PENDING")) return PaymentSessionStatus.PENDING_AUTHORIZATION
  if (has("DENIED", "DECLINED", "FAILED")) return PaymentSessionStatus.ERROR
  return PaymentSessionStatus.CANCELED
}

/**
 * The order of this session, as PayPal has it now.
 * @throws MedusaError payment_authorization_error, where it is not there, of another session, or of another amount
 */
async function readOwn(client: PaypalClient, data: PaypalData): Promise<PaypalOrder> {
  const order = await findOrder(client, data.id)
  if (!order) throw refused("PayPal no longer knows this order; start the payment again.")
  if (paymentsOf(order).session !== data.session_id || !asksFor(order, data.amount)) {
    throw refused("The PayPal order does not ask for the amount of this checkout; start the payment again.")
  }
  return order
}

/** The answer to taking may leave the payments out; the order read again does not. */
async function confirmed(client: PaypalClient, taken: PaypalOrder, data: PaypalData): Promise<PaypalOrder> {
  return taken.purchase_units?.[0]?.payments && taken.purchase_units[0].amount ? taken : readOwn(client, data)
}

function settled(order: PaypalOrder, data: PaypalData): Authorized {
  const status = sessionStatus(order)
  // At checkout core books the whole amount without asking us; parts of an authorisation it asks us for.
  const booked = order.intent === "CAPTURE" && status === PaymentSessionStatus.CAPTURED ? data.amount.value : null
  const done = order.status === "COMPLETED" || order.status === "VOIDED"
  return {
    status,
    data: {
      ...data,
      status: order.status,
      approve_url: done ? null : data.approve_url,
      hamon_captured: booked ?? data.hamon_captured,
    },
  }
}

function refused(sentence: string): MedusaError {
  return new MedusaError(MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR, sentence)
}
