/** What the admin API answers. Written apart from the server's own types: this folder knows HTTP alone. */

export const WITHDRAWAL_STATUSES = ["received", "matched", "return_open", "goods_back", "refunded", "closed"] as const
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number]

export type Assurance = "unverified" | "email_matched" | "email_proven" | "account" | "staff"
export const CHANNELS = ["hosted_page", "store_api", "account", "email", "post", "phone", "staff"] as const
export const PHASES = ["not_shipped", "in_transit", "delivered"] as const
export const FLAGS = [
  "late",
  "late_accepted",
  "unmatched",
  "excepted",
  "more_than_left",
  "withdrawn_before",
  "unclear_articles",
  "reopened",
  "objected",
  "shipped_despite_hold",
  "return_canceled",
  "return_waived",
] as const
export type Flag = (typeof FLAGS)[number]
export type DeadlineState = "waiting" | "running" | "met" | "passed" | "canceled"
export type RefundState = "planned" | "sending" | "booked" | "failed" | "unknown"
/** The payment provider's word on the money of a refund. */
export type Arrival = "pending" | "succeeded" | "failed" | "canceled"

export const DISPUTE_STATUSES = ["open", "won", "lost"] as const
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number]
export type LetterState = "queued" | "sending" | "sent" | "failed"

/** How a refund was paid that the machine did not send. */
export const PAID_MEANS = ["provider", "transfer", "other"] as const
export type PaidMeans = (typeof PAID_MEANS)[number]

/** A civil date, `YYYY-MM-DD`, where the customer is. */
export type CivilDate = string
/** UTC, as JSON carries it. */
export type Instant = string
/** Decimal with the currency's digits. */
export type Amount = string

export type Bilingual = { readonly fr: string; readonly en: string }

export type Deadline = {
  readonly id: string
  readonly subject_type: "order" | "withdrawal"
  readonly subject_id: string
  readonly kind: "delivery" | "withdrawal_period" | "return_of_goods" | "refund"
  readonly due_on: CivilDate | null
  readonly state: DeadlineState
  readonly met_on: CivilDate | null
  readonly reason: Bilingual
  readonly articles: readonly string[]
}

export type OrderLine = {
  readonly id: string
  readonly title: string
  readonly variant: string | null
  readonly sku: string | null
  readonly quantity: number
  readonly shipped: boolean
}

export type Parcel = {
  readonly id: string
  readonly shippedAt: Instant | null
  readonly tracking: readonly string[]
  readonly lines: readonly { readonly line: string; readonly quantity: number }[]
  readonly received_on: CivilDate | null
}

export type Reception = {
  readonly id: string
  readonly fulfillment_id: string | null
  readonly received_on: CivilDate
  readonly source: "carrier" | "staff" | "customer"
  readonly proof: { readonly kind: string; readonly text: string } | null
}

export type Declared = {
  readonly name: string
  readonly email: string
  readonly orderNumber: string
  readonly scope: "whole" | "part" | "unsaid"
  readonly articles: readonly { readonly article: string; readonly quantity: number }[]
  readonly comment: string
}

export type WithdrawalLine = {
  readonly id: string
  readonly order_line_id: string
  readonly title: string
  readonly quantity: number
  /** Number in L221-28 of the exception announced at the checkout. */
  readonly exception: number | null
  readonly decision: "none_needed" | "pending" | "withdrawn" | "declined"
}

export type Breakdown = {
  readonly lines: readonly {
    readonly line: string
    readonly title: string
    readonly quantity: number
    readonly amount: Amount
  }[]
  readonly delivery: Amount
  readonly total: Amount
  readonly alreadyRefunded: Amount
  readonly notPaid?: Amount
  /** Already taken off the total. */
  readonly deductions?: readonly { readonly id: string; readonly line: string; readonly amount: Amount }[]
  readonly reason: Bilingual
  readonly articles: readonly string[]
}

export type Refund = {
  readonly id: string
  /** Says by what way the money goes back. */
  readonly key: string
  readonly kind: "refund" | "surcharge"
  readonly currency: string
  readonly amount: Amount
  readonly breakdown: Breakdown
  /** Null where staff had refunded everything in Medusa: nothing is sent. */
  readonly payment_provider_id: string | null
  /** Null of what no payment gives back: another means, a gift card, a surcharge. */
  readonly payment_id: string | null
  readonly state: RefundState
  readonly provider_refund_id: string | null
  readonly provider_status: Arrival | null
  readonly paid_otherwise: PaidOtherwise | null
  readonly approved_at: Instant | null
  readonly booked_at: Instant | null
  readonly attempts: number
  readonly last_error: string | null
  readonly trouble: Trouble | null
}

/** Why the machine is stuck: a code that the texts name, ids and amounts, and what the provider or Medusa said itself. */
export type Trouble = {
  readonly code: string
  readonly facts: Readonly<Record<string, string | { readonly amount: Amount; readonly currency: string }>>
  readonly words: string | null
}

/** What staff recorded of a refund that did not go through the machine. */
export type PaidOtherwise = {
  readonly means: PaidMeans
  readonly on: CivilDate
  readonly proof: string
  readonly consent: string | null
}

export type Dispute = {
  readonly id: string
  readonly provider: "stripe" | "paypal"
  readonly provider_dispute_id: string
  readonly order_id: string
  readonly display_id: number
  readonly currency: string
  readonly amount: Amount
  readonly status: DisputeStatus
  /** The provider's own words. */
  readonly stage: string
  readonly reason: string | null
  readonly respond_by: Instant | null
  readonly opened_at: Instant
  readonly closed_at: Instant | null
}

export type Letter = {
  readonly id: string
  readonly kind: string
  readonly recipient: string
  readonly state: LetterState
  readonly sent_at: Instant | null
  readonly attempts: number
  readonly last_error: string | null
}

/** Another means of refund that the customer agreed to (L221-24), with what he gave for it. */
export type OtherMeans = {
  readonly means: "transfer" | "voucher" | "other"
  readonly details: string
  /** What he read and agreed to; where staff noted it, how he said it. */
  readonly textShown: string
  readonly at: Instant
  readonly noted?: { readonly on: CivilDate }
  readonly noted_by_name?: string | null
}

export type Withdrawal = {
  readonly id: string
  readonly reference: string
  readonly declared: Declared
  readonly channel: (typeof CHANNELS)[number]
  readonly sent_at: Instant
  /** Where only the day is known, as of a posted letter. */
  readonly sent_on: CivilDate | null
  readonly assurance: Assurance
  readonly phase: (typeof PHASES)[number] | null
  readonly status: WithdrawalStatus
  readonly outcome: "declined" | "kept" | "nothing_due" | null
  readonly hold: "none" | "held" | "lifted"
  readonly keep_goods: "none" | "asked" | "agreed" | "refused"
  readonly flags: readonly Flag[]
  readonly order_id: string | null
  readonly display_id: number | null
  readonly return_id: string | null
  readonly goods_back_on: CivilDate | null
  readonly proof_of_dispatch_on: CivilDate | null
  readonly other_means: OtherMeans | null
  readonly last_error: string | null
  readonly trouble: Trouble | null
  readonly lines: readonly WithdrawalLine[]
  readonly refunds: readonly Refund[]
}

export type WithdrawalDetail = Withdrawal & {
  readonly deadlines: readonly Deadline[]
  readonly letters: readonly Letter[]
  readonly condition: { readonly on: CivilDate; readonly lines: readonly ConditionLine[] } | null
  readonly deductions: readonly Deduction[]
  readonly uploads: readonly Upload[]
  readonly proofs: readonly DispatchProof[]
  /** Units that are still with the merchant. */
  readonly inside: number
  readonly timeline: readonly TimelineEntry[]
  readonly money: Money | null
}

export const UPLOAD_PURPOSES = ["proof_of_dispatch", "condition_photo", "refund_proof", "declaration"] as const
export type UploadPurpose = (typeof UPLOAD_PURPOSES)[number]

/** A private file that the customer or staff gave. */
export type Upload = {
  readonly id: string
  readonly purpose: UploadPurpose
  /** `customer`, or the id of the member of staff. */
  readonly uploaded_by: string
  readonly by_name: string | null
  readonly name: string
  readonly content_type: string
  readonly size: number
  readonly created_at: Instant
}

/** What was given to prove that the goods are on their way; null what was not said. */
export type DispatchProof = {
  readonly id: string
  readonly on: CivilDate
  readonly recorded_at: Instant
  readonly by: string
  readonly by_name: string | null
  readonly carrier: string | null
  readonly tracking: string | null
  readonly text: string | null
}

export const GOODS_STATES = ["as_sent", "used", "damaged", "missing"] as const
export type GoodsState = (typeof GOODS_STATES)[number]

type ConditionLine = {
  readonly line: string
  readonly quantity: number
  readonly state: GoodsState
  readonly note: string
}

/** Diminished value that staff proposed (L221-23), with the customer's answer. */
export type Deduction = {
  readonly id: string
  readonly order_line_id: string
  readonly currency: string
  readonly amount: Amount
  readonly ground: string
  readonly state: "proposed" | "accepted" | "contested" | "withdrawn"
  readonly answer: string | null
  readonly answered_at: Instant | null
}

/** Something that happened, by code. */
export type TimelineEntry = {
  readonly id: string
  readonly at: Instant
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly by: string | null
  /** The address of the member of staff, where one did it. */
  readonly by_name: string | null
}

/** What a late refund costs (L242-4), or why it cannot be said. */
export type Surcharge = {
  readonly accruing: boolean
  readonly late: number
  readonly currency: string
  /** Null where a semester's rate is not loaded. */
  readonly owed: Amount | null
  readonly paid: Amount
  readonly reason: Bilingual | null
  readonly articles: readonly string[]
}

/** What a withdrawal costs, and what of it went back. */
export type Money = {
  readonly currency: string
  readonly owed: Amount | null
  readonly sent: Amount
  readonly taken: Amount
  readonly overpaid: Amount
  readonly credit: Amount
  readonly surcharge: Surcharge | null
}

export const WITHDRAWAL_VIEWS = [
  "to_match",
  "to_review",
  "awaiting_goods",
  "refund_due_3_days",
  "overdue",
  "unknown_refunds",
  "done",
  "all",
] as const
export type WithdrawalView = (typeof WITHDRAWAL_VIEWS)[number]

export type ListedWithdrawal = Omit<Withdrawal, "lines" | "refunds" | "other_means"> & {
  readonly refund_deadline: Deadline | null
}

export type HamonOrder = {
  readonly order_id: string
  readonly display_id: number
  readonly currency: string
  readonly concluded_on: CivilDate
  readonly status: "open" | "canceled"
  readonly lines: readonly OrderLine[]
  readonly parcels: readonly Parcel[]
  readonly receptions: readonly Reception[]
  readonly deadlines: readonly Deadline[]
  readonly withdrawals: readonly Withdrawal[]
  readonly disputes: readonly Dispute[]
  readonly letters: readonly Letter[]
  readonly checkout: BeforeOrder | null
  readonly unchosen_extras: readonly UnchosenExtra[]
}

/** A paid extra of an order without the customer's choice (L121-17). */
export type UnchosenExtra = {
  readonly id: string
  readonly title: string
  readonly amount: Amount
  readonly currency: string
  readonly reason: { readonly fr: string; readonly en: string }
  readonly state: "open" | "refunded" | "consent_shown"
  readonly ground: string | null
  /** The order's payments hold its amount. */
  readonly refundable: boolean
  readonly refunds: readonly Refund[]
}

/** What the customer was told before the order. */
export type BeforeOrder = {
  readonly record: { readonly recorded_at: Instant }
  readonly currency: string
  readonly extras: readonly {
    readonly key: string
    readonly name: string
    readonly amount: Amount
    readonly standing: "chosen" | "unchosen" | "by_default" | "amount_changed" | "forbidden"
    readonly choice: { readonly text: string; readonly chosen_at: Instant } | null
  }[]
  readonly acknowledgement: {
    readonly acknowledged_at: Instant
    readonly summary_hash: string
    readonly button_label: string
    readonly locale: string
    readonly terms: { readonly version: number } | null
  } | null
}

export type Sweep = {
  readonly id: string
  readonly started_at: Instant
  readonly finished_at: Instant | null
  readonly last_error: string | null
}
