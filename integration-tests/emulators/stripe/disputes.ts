import type Stripe from "stripe"
import { newDispute } from "./objects"
import type { State } from "./state"

/** @see https://docs.stripe.com/disputes/how-disputes-work */

/** The customer asks his bank for the money: Stripe takes it from the merchant at once. */
export function openDispute(
  state: State,
  intentId: string,
  {
    reason = "fraudulent",
    status = "needs_response" as Stripe.Dispute.Status,
    amount = undefined as number | undefined,
  },
): Stripe.Dispute {
  const charge = state.chargeOf(state.intent(intentId))
  if (!charge?.captured) throw new Error(`${intentId} holds no captured money to dispute`)
  const dispute = newDispute(state, charge, { reason, status, amount: amount ?? charge.amount_captured })
  state.disputes.set(dispute.id, dispute)
  charge.disputed = true
  state.tell("charge.dispute.created", dispute)
  if (!status.startsWith("warning")) {
    write(state, dispute, "dispute_withdrawn")
    state.tell("charge.dispute.funds_withdrawn", dispute)
  }
  return dispute
}

export function closeDispute(state: State, id: string, status: "won" | "lost" | "warning_closed"): Stripe.Dispute {
  const dispute = state.find(state.disputes, "dispute", id)
  dispute.status = status
  dispute.is_charge_refundable = status !== "lost"
  if (status === "won") {
    write(state, dispute, "dispute_returned")
    state.tell("charge.dispute.funds_reinstated", dispute)
  }
  state.tell("charge.dispute.closed", dispute)
  return dispute
}

function write(state: State, dispute: Stripe.Dispute, kind: "dispute_withdrawn" | "dispute_returned"): void {
  const { amount, currency, payment_intent } = dispute
  state.ledger.write({ payment: String(payment_intent), kind, amount, currency, key: null })
}
