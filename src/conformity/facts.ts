import type { ShopFacts } from "../information/facts"
import type { Bilingual } from "../law"
import type { TermsInForce } from "../modules/hamon/merchant-duties"
import type { HamonOptions } from "../modules/hamon/options"
import type { LetterLocale } from "../modules/hamon/types"
import type { CheckId, StoredCheck } from "./checks/outcome"

/** Everything on which the report rests, read once. Rows look at nothing else. */
export type ConformityFacts = {
  readonly at: Date
  readonly options: HamonOptions
  readonly shop: ShopFacts
  /** Terms of sale in force, one a language at most. */
  readonly terms: readonly TermsInForce[]
  readonly products: ProductsSeen
  /** Modules of the providers that carry e-mails. */
  readonly emailProviders: readonly string[]
  /** Whether orders may be paid by gift card or store credit: the module of the loyalty plugin is there. */
  readonly giftCards: boolean
  readonly sweeps: readonly SweepSeen[]
  readonly stuck: Readonly<Record<StuckKind, Stuck>>
  /** Events of payments of the last thirty days: told by webhook, or found by asking. */
  readonly events: Readonly<Record<string, { readonly told: number; readonly asked: number }>>
  /** What customers saw before the last orders, the newest first. */
  readonly checkouts: readonly CheckoutSeen[]
  readonly checks: Readonly<Partial<Record<CheckId, StoredCheck>>>
}

/** Published products. */
export type ProductsSeen = {
  readonly count: number
  /** False: there are more than were looked at. */
  readonly all: boolean
  /** Products that lack what must be known before the order, and what. */
  readonly uninformed: Counted<{
    readonly id: string
    readonly title: string
    readonly sentences: readonly Bilingual[]
  }>
  /** Products whose announced exception does not fit them. */
  readonly wronglyExcepted: Counted<{
    readonly id: string
    readonly title: string
    readonly sentences: readonly Bilingual[]
  }>
  readonly excepted: number
}

/** All are counted, the first ten are named. */
export type Counted<T> = { readonly count: number; readonly first: readonly T[] }

export type SweepSeen = { readonly id: string; readonly startedAt: Date; readonly lastError: string | null }

/** Work that only a person gets on. */
export const STUCK_KINDS = [
  "lettersFailed",
  "refundsUnknown",
  "refundsFailed",
  "deadlinesPassed",
  "unchosenExtras",
  "surchargesUnpaid",
] as const
export type StuckKind = (typeof STUCK_KINDS)[number]
export type Stuck = Counted<{ readonly text: Bilingual; readonly path: string }>

/** What a customer saw before an order. */
export type CheckoutSeen = {
  readonly orderId: string
  readonly locale: LetterLocale
  readonly buttonLabel: string | null
  /** Titles of the articles that were excepted without a word of it. */
  readonly exceptionsUnsaid: readonly string[]
}
