import type { GatewayDispute, GatewayRefund, PaymentGateway } from "../../gateways/types"
import type { Amount, ArticleId, CivilDate, Place } from "../../law"
import type { Assurance, CHANNELS, OUTCOMES, WithdrawalStatus } from "./models/withdrawal"
import type { DEDUCTION_STATES } from "./models/deduction"
import type { UPLOAD_PURPOSES } from "./models/upload"
import type { DeadlineKind } from "./models/deadline"
import type { RuleKind, RuleTarget } from "./models/catalogue-rule"
import type { RefundState } from "./models/refund"
import type { KeptTrouble } from "./troubles"

export type LetterLocale = "fr" | "en"

/** Core's facts of an order, as last read. Amounts are decimals with the currency's digits, instants UTC. */
export type OrderFacts = {
  readonly lines: readonly OrderLine[]
  /** Every shipping method of the order with what was paid for it. */
  readonly delivery: readonly {
    readonly id: string
    readonly name: string
    readonly paid: Amount
    /** Undefined of facts read before this member; null of a charge that no option stands behind. */
    readonly optionId?: string | null
  }[]
  readonly total: Amount
  readonly address: Address | null
  readonly parcels: readonly Parcel[]
  readonly returns: readonly OrderReturn[]
  readonly payments: readonly OrderPayment[]
  /** Gift cards and store credit that the order was paid with; undefined of facts read before this member. */
  readonly credit?: Amount
  /** What core took off the order for refunds that nothing in it explained; undefined of facts read before this member. */
  readonly writtenOff?: Amount
  readonly canceledAt: string | null
  /** Units that a declaration took out of Medusa's order before they left: `lines` still count them, as they were sold. */
  readonly takenOut?: readonly (Units & { readonly withdrawal: string })[]
}

/** Lines and delivery of an order as the customer bought them. */
export type Bought = {
  readonly lines: readonly Pick<OrderLine, "id" | "title" | "paid" | "quantity">[]
  readonly delivery: readonly { readonly id: string; readonly paid: Amount }[]
  /**
   * What staff owed already, for units that had left the order or come back by their hand, and had not refunded yet;
   * undefined of rows written before this member.
   */
  readonly owedBefore?: Amount
}

export type OrderLine = {
  readonly id: string
  /** By which customers name it, A1, A2 …: given once, when the case is opened or the line is added. */
  readonly number: number
  readonly title: string
  readonly variant: string | null
  readonly sku: string | null
  readonly productId: string | null
  readonly quantity: number
  /** What the line cost, tax and discounts counted. */
  readonly paid: Amount
  readonly unitPrice: Amount
  readonly shipped: boolean
  /** Units that core may still take back: fulfilled, and in no return yet. Undefined of facts read before this member. */
  readonly returnable?: number
  /** Categories of its product, and the shop's own mark of an extra; undefined of facts read before these members. */
  readonly categoryIds?: readonly string[]
  readonly mark?: string | null
  /** Id of the product that an extra belongs to, where the shop says it; undefined of facts read before this member. */
  readonly extraOf?: string | null
}

export type Address = {
  readonly name: string
  readonly lines: readonly string[]
  readonly postalCode: string
  readonly city: string
  /** ISO 3166-1 alpha-2, small letters, as Medusa writes it. */
  readonly country: string
}

export type Parcel = {
  readonly id: string
  readonly locationId: string | null
  readonly shippedAt: string | null
  readonly deliveredAt: string | null
  readonly canceled: boolean
  readonly tracking: readonly string[]
  readonly lines: readonly Units[]
}

export type Units = { readonly line: string; readonly quantity: number }

export type OrderReturn = {
  readonly id: string
  readonly status: string
  /** Declaration that this return was opened for, where it was opened by us. */
  readonly withdrawal: string | null
  readonly receivedAt: string | null
  readonly lines: readonly (Units & { readonly received: number })[]
}

export type OrderPayment = {
  readonly id: string
  readonly providerId: string
  /** What the customer approved; undefined of facts read before this member. */
  readonly authorized?: Amount
  readonly captured: Amount
  readonly refunds: readonly CoreRefund[]
  readonly canceled: boolean
}

export type CoreRefund = {
  readonly id: string
  readonly amount: Amount
  readonly createdAt: string
  /** Key of our ledger's line, where the refund came from it. */
  readonly key: string | null
  /** Whether core booked it on the order too: a refund row without its transaction may never have been paid. */
  readonly booked: boolean
}

/** What a case keeps of the order's beginning. */
export type CaseOpening = {
  readonly orderId: string
  readonly displayId: number
  readonly cartId: string | null
  readonly customerId: string | null
  readonly email: string | null
  /** Language core knows of, or null. */
  readonly locale: string | null
  readonly currency: string
  readonly placedAt: string
}

/** What the consumer declared, word for word. */
export type Declaration = {
  readonly name: string
  readonly email: string
  readonly orderNumber: string
  /** `unsaid`: the customer did not say; a person asks. */
  readonly scope: "whole" | "part" | "unsaid"
  /** Of a part: what was typed for each article. */
  readonly articles: readonly { readonly article: string; readonly quantity: number }[]
  readonly comment: string
  /** What was picked from a list of one's own orders, where it was: it says more than typed words. */
  readonly picked?: { readonly orderId: string; readonly lines: readonly Units[] }
}

export type CaseRow = {
  id: string
  order_id: string
  display_id: number
  customer_id: string | null
  email: string | null
  email_key: string | null
  locale: LetterLocale
  currency: string
  concluded_on: CivilDate
  placed_at: Date
  place: Place
  status: "open" | "canceled"
  facts: OrderFacts
  facts_read_at: Date
  bought: Bought | null
}

export type WithdrawalRow = {
  id: string
  reference: string
  declaration_key: string
  declared: Declaration
  email_key: string | null
  locale: LetterLocale
  channel: (typeof CHANNELS)[number]
  customer_id: string | null
  context: Readonly<Record<string, string>> | null
  sent_at: Date
  sent_on: CivilDate | null
  informed_at: Date
  assurance: Assurance
  phase: "not_shipped" | "in_transit" | "delivered" | null
  status: WithdrawalStatus
  flags: string[]
  order_id: string | null
  display_id: number | null
  matched_at: Date | null
  matched_by: string | null
  return_id: string | null
  goods_back_on: CivilDate | null
  proof_of_dispatch_on: CivilDate | null
  proof_given_on: CivilDate | null
  condition: GoodsCondition | null
  hold: "none" | "held" | "lifted"
  hold_changed_at: Date | null
  hold_changed_by: string | null
  keep_goods: "none" | "asked" | "agreed" | "refused"
  keep_goods_asked_at: Date | null
  other_means: OtherMeans | null
  outcome: (typeof OUTCOMES)[number] | null
  closed_at: Date | null
  next_step_at: Date | null
  attempts: number
  last_error: string | null
  trouble: KeptTrouble | null
}

/** What staff saw of the goods that came back. */
export type GoodsCondition = {
  readonly lines: readonly (Units & {
    readonly state: "as_sent" | "used" | "damaged" | "missing"
    readonly note: string
  })[]
  readonly on: CivilDate
  readonly by: string
}

/** An answer of a customer that staff wrote down: who did, and the day on which it was given. */
export type Noted = { readonly by: string; readonly on: CivilDate }

/** Another means of refund that the customer agreed to expressly (L221-24): what he read and said. */
export type OtherMeans = {
  readonly means: "transfer" | "voucher" | "other"
  readonly details: string
  /** What he read; where staff noted his consent, how he gave it. */
  readonly textShown: string
  readonly at: string
  readonly assurance: Assurance
  readonly noted?: Noted
}

export type UploadRow = {
  id: string
  withdrawal_id: string
  purpose: (typeof UPLOAD_PURPOSES)[number]
  uploaded_by: string
  name: string
  content_type: string
  size: number
  hash: string
  /** Base64. */
  content: string
  created_at: Date
}

export type DeductionRow = {
  id: string
  withdrawal_id: string
  order_id: string
  order_line_id: string
  currency: string
  amount: Amount
  ground: string
  state: (typeof DEDUCTION_STATES)[number]
  proposed_by: string
  proposed_at: Date
  answer: string | null
  answered_at: Date | null
}

export type WithdrawalLineRow = {
  id: string
  withdrawal_id: string
  order_id: string
  order_line_id: string
  title: string
  quantity: number
  exception: number | null
  decision: "none_needed" | "pending" | "withdrawn" | "declined"
  decision_ground: string | null
  decided_by: string | null
  decided_at: Date | null
}

export type ReceptionRow = {
  id: string
  order_id: string
  order_line_id: string
  fulfillment_id: string | null
  quantity: number
  received_on: CivilDate
  source: "carrier" | "staff" | "customer"
  proof: { kind: string; text: string } | null
  recorded_by: string | null
  recorded_at: Date
  superseded_by_id: string | null
}

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

export type DeadlineRow = {
  id: string
  subject_type: "order" | "withdrawal"
  subject_id: string
  order_id: string | null
  kind: DeadlineKind
  due_on: CivilDate | null
  due_at: Date | null
  state: "waiting" | "running" | "met" | "passed" | "canceled"
  met_on: CivilDate | null
  reason: { fr: string; en: string }
  articles: string[]
}

export type LetterRow = {
  id: string
  kind: string
  cause_key: string
  recipient: string
  locale: LetterLocale
  order_id: string | null
  withdrawal_id: string | null
  data: Record<string, unknown>
  template_version: number
  profile_version: number | null
  state: "queued" | "sending" | "sent" | "failed"
  subject: string | null
  html: string | null
  text: string | null
  hash: string | null
  attempts: number
  due_at: Date | null
  sent_at: Date | null
  last_error: string | null
}

/** What the merchant says of a product, category, shipping option, customer group or country; `value` by `catalogue-rules.ts`. */
export type CartRule = {
  readonly kind: RuleKind
  readonly target_type: RuleTarget
  readonly target_id: string
  readonly value: unknown
}

/** A customer's word on an extra that stands. */
export type StandingChoice = {
  readonly id: string
  readonly extra: string
  readonly amount: Amount
  readonly currency: string
  readonly preselected: boolean
  /** Lines that it was made for; null of a delivery. */
  readonly line_ids: readonly string[] | null
  readonly text_shown: string
  readonly chosen_at: Date
}

/** A paid extra of an order without the customer's choice (L121-17). */
export type UnchosenExtraRow = {
  id: string
  order_id: string
  display_id: number
  item_type: "line" | "shipping_method"
  item_id: string
  title: string
  amount: Amount
  currency: string
  reason: { readonly fr: string; readonly en: string }
  found_at: Date
  state: "open" | "refunded" | "consent_shown" | "gone"
  refund_id: string | null
  ground: string | null
  decided_by: string | null
  decided_at: Date | null
  staff_told_at: Date | null
}
