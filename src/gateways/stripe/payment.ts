import Stripe from "stripe"
import type { GatewayDispute, GatewayPayment, GatewayRefund } from "../types"
import { fromStripe } from "./money"

/** More of either than any payment has; the SDK wants a limit. */
const MOST = 10_000
const PAGE = 100

/**
 * Reads a payment whole: intent, last charge, refunds, disputes.
 * @param reference a PaymentIntent (pi_…), or one of its charges (ch_…, py_…)
 * @returns null where Stripe knows none, and for a charge that was made without an intent
 */
export async function readStripePayment(stripe: Stripe, reference: string): Promise<GatewayPayment | null> {
  try {
    const id = reference.startsWith("pi_") ? reference : idOf((await stripe.charges.retrieve(reference)).payment_intent)
    if (!id) return null
    const [intent, refunds, disputes] = await Promise.all([
      stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] }),
      refundsOf(stripe, id),
      stripe.disputes.list({ payment_intent: id, limit: PAGE }).autoPagingToArray({ limit: MOST }),
    ])
    return {
      reference: id,
      session: intent.metadata.session_id ?? null,
      currency: intent.currency,
      status: statusOf(intent),
      authorized: fromStripe(authorizedOf(intent), intent.currency),
      captured: fromStripe(intent.amount_received, intent.currency),
      refunds: withoutRelease(intent, refunds).map(toRefund),
      disputes: disputes.map(toDispute).sort(oldestFirst(({ openedAt }) => openedAt)),
    }
  } catch (error) {
    if (isUnknown(error)) return null
    throw error
  }
}

/**
 * Money that was never taken cannot come back, yet Stripe writes a refund of what it releases: of everything when an
 * authorisation is canceled, of the rest after a partial capture. It is the oldest, without a key, of just that amount.
 * @see https://docs.stripe.com/api/charges/capture and https://github.com/solidusio/solidus_stripe/pull/268
 */
function withoutRelease(intent: Stripe.PaymentIntent, refunds: readonly Stripe.Refund[]): Stripe.Refund[] {
  const { amount_received: taken } = intent
  if (taken === 0) return []
  const charge = typeof intent.latest_charge === "string" ? null : intent.latest_charge
  const released = (charge?.amount ?? intent.amount) - taken
  const release = refunds.find(({ amount, metadata }) => amount === released && !metadata?.hamon_refund)
  return refunds.filter((refund) => refund !== release)
}

/** Every refund of an intent, oldest first. */
export async function refundsOf(stripe: Stripe, intent: string): Promise<Stripe.Refund[]> {
  const refunds = await stripe.refunds.list({ payment_intent: intent, limit: PAGE }).autoPagingToArray({ limit: MOST })
  return refunds.reverse()
}

export function toRefund(refund: Stripe.Refund): GatewayRefund {
  return {
    id: refund.id,
    key: refund.metadata?.hamon_refund ?? null,
    amount: fromStripe(refund.amount, refund.currency),
    status: refundStatus(refund.status),
    reason: refund.failure_reason ?? null,
    createdAt: instant(refund.created),
  }
}

/** An id, whether Stripe sent it bare or with what it names. */
export function idOf(reference: string | { readonly id: string } | null | undefined): string | null {
  return typeof reference === "string" ? reference : (reference?.id ?? null)
}

/** An instant of Stripe, in seconds, as ISO text. */
export function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

function isUnknown(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing"
}

function statusOf({ status }: Stripe.PaymentIntent): GatewayPayment["status"] {
  if (status === "requires_capture") return "authorized"
  if (status === "succeeded") return "captured"
  return status === "canceled" ? "canceled" : "open"
}

/** What the bank agreed to; nothing while the intent is open, and nothing any more once it is canceled. */
function authorizedOf(intent: Stripe.PaymentIntent): number {
  const charge = typeof intent.latest_charge === "string" ? null : intent.latest_charge
  const agreed = intent.status === "requires_capture" || intent.status === "succeeded"
  return agreed ? (charge?.amount ?? intent.amount) : 0
}

/** `requires_action` waits for the customer (his bank details, for a method without a way back): the money has not moved. */
function refundStatus(status: string | null): GatewayRefund["status"] {
  return status === "succeeded" || status === "failed" || status === "canceled" ? status : "pending"
}

function toDispute(dispute: Stripe.Dispute): GatewayDispute {
  const { due_by } = dispute.evidence_details
  return {
    id: dispute.id,
    amount: fromStripe(dispute.amount, dispute.currency),
    status: disputeStatus(dispute.status),
    reason: dispute.reason,
    stage: dispute.status,
    respondBy: due_by === null ? null : instant(due_by),
    openedAt: instant(dispute.created),
  }
}

/** `warning_closed`: an inquiry that never became a dispute. */
function disputeStatus(status: Stripe.Dispute.Status): GatewayDispute["status"] {
  if (status === "lost") return "lost"
  return status === "won" || status === "warning_closed" ? "won" : "open"
}

function oldestFirst<T>(instantOf: (one: T) => string) {
  return (a: T, b: T) => (instantOf(a) < instantOf(b) ? -1 : 1)
}
