import type { Amount } from "../../law"
import { GatewayError } from "../gateway-error"
import type { GatewayPayment, PaymentGateway, RefundReferences } from "../types"
import { PaypalClient } from "./client"
import { disputesOf } from "./disputes"
import { eventsSince, verifyEvent } from "./events"
import { giveUpHeld } from "./hold"
import type { PaypalOptions } from "./options"
import { findCapture, findOrder } from "./orders"
import { paymentsOf, toPayment } from "./payments"
import { type PaypalRefund, refund } from "./refunds"

export type PaypalGateway = PaymentGateway & {
  /** For the payment provider, which creates and captures orders. */
  readonly client: PaypalClient
  /**
   * Refunds exactly this amount, once for its key; see `refunds.ts`.
   * @param reference PayPal's id of the order @param amount decimal string in major units
   */
  refund(reference: string, references: RefundReferences, amount: Amount): Promise<PaypalRefund>
}

/** The edge to PayPal: Orders v2, Payments v2, Disputes v1, Webhooks v1. */
export function paypalGateway(options: PaypalOptions): PaypalGateway {
  const client = new PaypalClient(options)
  return {
    name: "paypal",
    providerPrefix: "pp_hamon-paypal_",
    capture: options.capture,
    client,
    referenceIn: (data) => (typeof data?.id === "string" && data.id !== "" ? data.id : null),
    readPayment: (reference) => readPayment(client, reference),
    verifyEvent: (raw, headers) => verifyEvent(client, raw, headers),
    eventsSince: (since) => eventsSince(client, since),
    // Nothing to write: PayPal lets nobody change an order that was captured, and captures and authorisations never
    // (https://developer.paypal.com/docs/api/orders/v2/#orders_patch). The references stand on each refund instead.
    describe: async () => {},
    releaseHeld: async (reference) => {
      const order = await findOrder(client, reference)
      if (order) await giveUpHeld(client, order)
    },
    refund: (reference, references, amount) => refund(client, reference, references, amount),
  }
}

async function readPayment(client: PaypalClient, reference: string): Promise<GatewayPayment | null> {
  const order = (await findOrder(client, reference)) ?? (await orderOfCapture(client, reference))
  if (!order) return null
  const captures = paymentsOf(order).captures.map(({ id }) => id)
  return { ...toPayment(order), disputes: await disputesOf(client, captures) }
}

async function orderOfCapture(client: PaypalClient, id: string) {
  const capture = await findCapture(client, id)
  if (!capture) return null
  const orderId = capture.supplementary_data?.related_ids?.order_id
  const order = orderId === undefined ? null : await findOrder(client, orderId)
  if (order) return order
  throw new GatewayError(
    "refused",
    `PayPal knows the capture ${id} and no longer its order; see it in PayPal's dashboard.`,
    "ORDER_NOT_FOUND",
  )
}
