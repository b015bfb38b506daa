import { randomInt } from "node:crypto"
import type { Ledger } from "../edge/ledger"
import type { Webhooks } from "../edge/webhooks"
import type { Answer } from "../edge/server"

export type Authorization = {
  readonly id: string
  readonly order: Order
  status: "CREATED" | "CAPTURED" | "PARTIALLY_CAPTURED" | "VOIDED" | "DENIED" | "PENDING"
  readonly minor: number
  expired: boolean
  readonly created: string
}

export type Capture = {
  readonly id: string
  readonly order: Order
  readonly authorization: Authorization | null
  status: "COMPLETED" | "DECLINED" | "PARTIALLY_REFUNDED" | "PENDING" | "REFUNDED" | "FAILED"
  readonly minor: number
  readonly final: boolean
  readonly key: string | null
  readonly created: string
}

export type Refund = {
  readonly id: string
  readonly capture: Capture
  status: "COMPLETED" | "PENDING" | "FAILED" | "CANCELLED"
  reason: string | null
  readonly minor: number
  readonly customId: string | null
  readonly note: string | null
  readonly key: string | null
  readonly created: string
}

export type Dispute = {
  readonly id: string
  readonly capture: Capture
  readonly minor: number
  readonly reason: string
  status: "OPEN" | "RESOLVED"
  outcome: string | null
  readonly created: string
  readonly respondBy: string
}

export type Order = {
  readonly id: string
  readonly intent: "CAPTURE" | "AUTHORIZE"
  status: "CREATED" | "APPROVED" | "VOIDED" | "COMPLETED" | "PAYER_ACTION_REQUIRED"
  minor: number
  currency: string
  readonly customId: string | null
  readonly reference: string
  readonly returnUrl: string
  readonly cancelUrl: string
  readonly brand: string | null
  /** The next attempt to take the money is declined, once. */
  declineOnce: boolean
  readonly created: string
}

/** What a test has ordered to happen to the next capture or refund, instead of completing at once. */
export type NextOutcomes = {
  capture: "COMPLETED" | "PENDING" | "DECLINED"
  authorization: "CREATED" | "PENDING" | "DENIED"
  refund: "COMPLETED" | "PENDING" | "FAILED"
}

/** The emulated PayPal's books. */
export type World = {
  url: string
  readonly clientId: string
  clientSecret: string
  readonly tokens: Map<string, { until: number }>
  tokenSeconds: number
  readonly orders: Map<string, Order>
  readonly authorizations: Map<string, Authorization>
  readonly captures: Map<string, Capture>
  readonly refunds: Map<string, Refund>
  readonly disputes: Map<string, Dispute>
  readonly replays: Map<string, Answer>
  readonly next: NextOutcomes
  readonly ledger: Ledger
  readonly webhooks: Webhooks
  /** What was sent to each webhook, by transmission id: what a verification is compared with. */
  readonly transmissions: Map<string, Readonly<Record<string, string>>>
  readonly eventTimes: Map<string, number>
}

const LETTERS = "0123456789ABCDEFGHJKLMNPRSTUVWXY"

/** An id such as PayPal's: 17 capitals and digits. */
export function newId(): string {
  return Array.from({ length: 17 }, () => LETTERS[randomInt(LETTERS.length)]).join("")
}

/** The next instant: never the same one twice, so that what comes later also reads later. */
let last = 0
export function instant(): string {
  last = Math.max(last + 1, Date.now())
  return new Date(last).toISOString()
}
