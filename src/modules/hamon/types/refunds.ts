import type { GatewayDispute, GatewayRefund, PaymentGateway } from "../../../gateways/types"
import type { Amount, ArticleId, CivilDate } from "../../../law"
import type { RefundState } from "../models/refund"
import type { KeptTrouble } from "../troubles"

export type RefundBreakdown = {
  readonly lines: readonly {
    readonly line: string
    readonly title: string
    readonly quantity: number
    readonly amount: Amount
  }[]
  readonly delivery: Amount
  readonly total: Amount
  /** What staff had already refunded in Medusa for this withdrawal, taken off the total. */
  readonly alreadyRefunded: Amount
  /** Which refunds of staff were taken, and how much of each: none is counted twice. */
  readonly takenRefunds: readonly { readonly refund: string; readonly amount: Amount }[]
  /** Of `total`, what was never taken from the customer: it is not owed (« sommes versées », L221-24). Undefined of older plans. */
  readonly notPaid?: Amount
  /** Diminished value that the customer agreed to, already taken off `total` (L221-23). */
  readonly deductions?: readonly { readonly id: string; readonly line: string; readonly amount: Amount }[]
  /** Withdrawals of this order that were planned before: what they took of line and delivery is not this one's. */
  readonly after?: readonly string[]
  /** Refunds of core's that the plan knew. */
  readonly seen?: readonly string[]
  readonly reason: { readonly fr: string; readonly en: string }
  readonly articles: readonly ArticleId[]
}

export type RefundRow = {
  id: string
  key: string
  kind: "refund" | "surcharge"
  order_id: string
  withdrawal_id: string | null
  currency: string
  amount: Amount
  breakdown: RefundBreakdown
  payment_id: string | null
  payment_provider_id: string | null
  state: RefundState
  approved_by: string | null
  approved_at: Date | null
  core_refund_id: string | null
  provider_refund_id: string | null
  provider_status: GatewayRefund["status"] | null
  paid_otherwise: PaidOtherwise | null
  booked_at: Date | null
  next_attempt_at: Date | null
  locked_until: Date | null
  attempts: number
  last_error: string | null
  trouble: KeptTrouble | null
}

/** What staff record of a refund that did not go through this machine. */
export type PaidOtherwise = {
  /** `provider`: by the provider itself, as its own pages show; else another means, which the customer must have agreed to. */
  readonly means: "provider" | "transfer" | "other"
  readonly on: CivilDate
  readonly proof: string
  /** The customer's express consent to another means (L221-24): when and how he gave it. */
  readonly consent: string | null
}

export type ProviderEventRow = {
  id: string
  provider: PaymentGateway["name"]
  provider_event_id: string
  type: string
  payment_reference: string | null
  source: "webhook" | "asked"
  occurred_at: Date
  body: string | null
  state: "received" | "applied" | "unmatched"
  order_id: string | null
  applied_at: Date | null
  next_attempt_at: Date | null
  attempts: number
  last_error: string | null
}

export type DisputeRow = {
  id: string
  provider: PaymentGateway["name"]
  provider_dispute_id: string
  payment_id: string
  order_id: string
  display_id: number
  currency: string
  amount: Amount
  status: GatewayDispute["status"]
  stage: string
  reason: string | null
  respond_by: Date | null
  opened_at: Date
  closed_at: Date | null
  staff_told_at: Date | null
}
