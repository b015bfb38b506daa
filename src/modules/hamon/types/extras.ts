import type { Amount } from "../../../law"
import type { RuleKind, RuleTarget } from "../models/catalogue-rule"

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
