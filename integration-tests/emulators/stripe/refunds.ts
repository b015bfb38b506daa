import type Stripe from "stripe"
import { invalid, type StripeFault } from "./fault"
import { asText, mergeMetadata, type Params } from "./form"
import { known, wholeAmount } from "./intents"
import { newRefund } from "./objects"
import type { State } from "./state"

/** @see https://docs.stripe.com/api/refunds */
export function createRefund(state: State, params: Params, key: string | null): Stripe.Refund {
  known(params, ["amount", "charge", "metadata", "payment_intent", "reason", "expand"])
  const charge = chargeToRefund(state, params)
  const left = charge.amount - charge.amount_refunded
  if (charge.refunded || left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" })
  }
  if (isDisputed(state, charge)) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: "charge_disputed" })
  }
  const amount = params.amount === undefined ? left : wholeAmount(params.amount, "amount")
  if (amount > left) {
    const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`
    throw invalid(message, { param: "amount" })
  }
  const refund = newRefund(state, charge, {
    amount,
    metadata: mergeMetadata({}, params.metadata),
    reason: (asText(params.reason) as Stripe.Refund.Reason | undefined) ?? null,
    status: state.cards.get(String(charge.payment_method))?.refunds ?? "succeeded",
  })
  state.refunds.set(refund.id, refund)
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
  if (refund.status === "succeeded") write(state, refund, "refunded", key)
  state.tell("refund.created", refund, key)
  state.tell("charge.refunded", charge, key)
  return refund
}

/**
 * What becomes of a refund later, at the bank: a pending one arrives or not, and one that had arrived may come back. The
 * money of one that failed is the merchant's again.
 * @see https://docs.stripe.com/refunds#failed-refunds
 */
export function settleRefund(state: State, id: string, status: "succeeded" | "failed" | "canceled"): Stripe.Refund {
  const refund = state.find(state.refunds, "refund", id)
  const arrived = refund.status === "succeeded"
  if (refund.status === status) return refund
  refund.status = status
  if (status === "succeeded") write(state, refund, "refunded", null)
  else {
    if (arrived) write(state, refund, "refund_failed", null)
    const charge = state.find(state.charges, "charge", String(refund.charge))
    charge.amount_refunded -= refund.amount
    charge.refunded = false
    if (status === "failed") {
      refund.failure_reason = "lost_or_stolen_card"
      state.tell("refund.failed", refund)
    }
  }
  state.tell("refund.updated", refund)
  state.tell("charge.refund.updated", refund)
  return refund
}

function chargeToRefund(state: State, params: Params): Stripe.Charge {
  const chargeId = asText(params.charge)
  const intentId = asText(params.payment_intent)
  if (!chargeId && !intentId) {
    throw invalid("One of the following params should be provided for this request: payment_intent or charge.", {
      code: "parameter_missing",
    })
  }
  if (chargeId) return state.find(state.charges, "charge", chargeId, "charge")
  const intent = state.intent(intentId as string, "payment_intent")
  const charge = state.chargeOf(intent)
  if (intent.status !== "succeeded" || !charge) throw withoutCharge(intent)
  return charge
}

function withoutCharge(intent: Stripe.PaymentIntent): StripeFault {
  return invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`)
}

function isDisputed(state: State, charge: Stripe.Charge): boolean {
  return [...state.disputes.values()].some(
    (one) => one.charge === charge.id && !one.status.startsWith("warning") && one.status !== "won",
  )
}

function write(state: State, refund: Stripe.Refund, kind: "refunded" | "refund_failed", key: string | null): void {
  const { amount, currency, payment_intent } = refund
  state.ledger.write({ payment: String(payment_intent), kind, amount, currency, key })
}
