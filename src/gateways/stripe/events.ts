import Stripe from "stripe"
import { GatewayError } from "../gateway-error"
import type { GatewayEvent, HeadersIn } from "../types"
import type { StripeOptions } from "./options"
import { idOf, instant } from "./payment"

/** What may change the money of a payment after it was taken. Stripe filters by twenty types at most. */
const ABOUT_REFUNDS_AND_DISPUTES = [
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.refunded",
  "charge.refund.updated",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "charge.dispute.funds_withdrawn",
  "charge.dispute.funds_reinstated",
  "payment_intent.canceled",
]

const PAGE = 100

/** Objects whose events name the payment that they hang on. */
const ON_A_PAYMENT = ["refund", "charge", "dispute"]

/**
 * Reads a signed event with whichever secret it was signed with.
 * @throws GatewayError `refused` when no secret fits, the signature is too old, or the body is not an event
 */
export function verifyStripeEvent(
  stripe: Stripe,
  options: StripeOptions,
  raw: Buffer | string,
  headers: HeadersIn,
): Stripe.Event {
  const signature = headers["stripe-signature"]
  if (typeof signature !== "string" || signature === "") throw refused("it carries no signature")
  for (const secret of options.webhookSecret) {
    try {
      const event = stripe.webhooks.constructEvent(raw, signature, secret, options.webhookToleranceSeconds)
      if (event.object === "event" && typeof event.data?.object === "object") return event
      throw refused("its body is not an event")
    } catch (error) {
      if (error instanceof SyntaxError) throw refused("its body is not an event")
      // Another secret may fit.
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error
    }
  }
  throw refused("its signature does not fit any webhookSecret, or is too old")
}

/** Events about refunds and disputes since then, oldest first. Stripe keeps them 30 days. */
export async function stripeEventsSince(stripe: Stripe, since: Date): Promise<GatewayEvent[]> {
  const created = { gte: Math.floor(since.getTime() / 1000) }
  const events: Stripe.Event[] = []
  for await (const event of stripe.events.list({ created, types: ABOUT_REFUNDS_AND_DISPUTES, limit: PAGE })) {
    events.push(event)
  }
  return events.reverse().map((event) => toEvent(event, JSON.stringify(event)))
}

export function toEvent(event: Stripe.Event, body: string): GatewayEvent {
  return { id: event.id, type: event.type, createdAt: instant(event.created), payment: paymentOf(event), body }
}

function paymentOf(event: Stripe.Event): string | null {
  const about = event.data.object as { object: string; id: string; payment_intent?: string | { id: string } | null }
  if (about.object === "payment_intent") return about.id
  return ON_A_PAYMENT.includes(about.object) ? idOf(about.payment_intent) : null
}

function refused(why: string): GatewayError {
  return new GatewayError("refused", `a webhook of Stripe was refused: ${why}`, "webhook_signature")
}
