import type { CivilDate, Place } from "../../../law"
import type { DeadlineKind } from "../models/deadline"
import type { Bought, OrderFacts } from "./order-facts"

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

export type LetterLocale = "fr" | "en"

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
