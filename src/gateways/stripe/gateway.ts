import type Stripe from "stripe"
import type { Amount } from "../../law"
import type { GatewayRefund, PaymentGateway, RefundReferences } from "../types"
import { stripeClient } from "./client"
import { asking } from "./errors"
import { stripeEventsSince, toEvent, verifyStripeEvent } from "./events"
import type { StripeOptions } from "./options"
import { readStripePayment } from "./payment"
import { refundOnce } from "./refund"

export type StripeGateway = PaymentGateway & {
  /** Refunds exactly once for each key. @see refundOnce */
  refund(reference: string, references: RefundReferences, amount: Amount): Promise<GatewayRefund>
}

/** Stripe as the edge sees it. @param stripe for callers that share their client */
export function stripeGateway(options: StripeOptions, stripe: Stripe = stripeClient(options)): StripeGateway {
  return {
    name: "stripe",
    providerPrefix: "pp_hamon-stripe_",
    capture: options.capture,
    threeDSecure: options.threeDSecure,
    referenceIn(data) {
      return typeof data?.id === "string" && data.id.startsWith("pi_") ? data.id : null
    },
    readPayment: (reference) => asking(() => readStripePayment(stripe, reference)),
    verifyEvent: (raw, headers) =>
      asking(async () => toEvent(verifyStripeEvent(stripe, options, raw, headers), raw.toString("utf8"))),
    eventsSince: (since) => asking(() => stripeEventsSince(stripe, since)),
    describe: (reference, { orderId, displayId }) =>
      asking(async () => {
        await stripe.paymentIntents.update(reference, { metadata: { order_id: orderId, display_id: displayId } })
      }),
    // Of an intent that was captured in part, Stripe releases the rest by itself.
    releaseHeld: (reference) =>
      asking(async () => {
        const { status } = await stripe.paymentIntents.retrieve(reference)
        if (status === "requires_capture") await stripe.paymentIntents.cancel(reference)
      }),
    refund: (reference, references, amount) => asking(() => refundOnce(stripe, reference, references, amount)),
  }
}
