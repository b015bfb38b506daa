import type { Amount, CivilDate } from "../../../law"
import type { DEDUCTION_STATES } from "../models/deduction"
import type { UPLOAD_PURPOSES } from "../models/upload"
import type { Assurance, CHANNELS, OUTCOMES, WithdrawalStatus } from "../models/withdrawal"
import type { KeptTrouble } from "../troubles"
import type { LetterLocale } from "./order-case"
import type { Units } from "./order-facts"

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

/** What staff saw of the goods that came back. */
export type GoodsCondition = {
  readonly lines: readonly (Units & {
    readonly state: "as_sent" | "used" | "damaged" | "missing"
    readonly note: string
  })[]
  readonly on: CivilDate
  readonly by: string
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
