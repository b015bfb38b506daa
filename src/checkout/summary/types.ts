import type { Amount } from "../../law"
import type { CheckoutExtra } from "../../modules/hamon/operations/checkout"
import type { LetterLocale } from "../../modules/hamon/types"

/** What stands directly above the order button (L221-14). Members are the API's; a shop shows the sections in their order. */
export type Summary = {
  readonly cart_id: string
  readonly locale: LetterLocale
  readonly currency: string
  readonly articles: readonly string[]
  /** None is empty: what a cart has nothing of has no section. */
  readonly sections: readonly SummarySection[]
  /** Duration of the contract and of its obligations (L221-14, L221-5): a sale at once has none. */
  readonly duration: null
  /** The terms of sale that hold; their id is what the customer accepts. Null while the merchant has published none. */
  readonly terms: { readonly id: string; readonly version: number; readonly hash: string; readonly url: string } | null
  /** Keys of the paid extras that keep the cart from being ordered: not chosen, or to be chosen again (L121-17). */
  readonly to_choose: readonly string[]
  /** The law's own words for the button, in this language. */
  readonly button_label: string
  /** SHA-256 of the canonical text of all other members. The same cart, shown again, has the same. */
  readonly summary_hash: string
}

export type SummarySection = {
  readonly id: "articles" | "extras" | "delivery" | "total" | "payment" | "terms" | "withdrawal" | "guarantee" | "order"
  readonly title: string
  /** Why it is there. */
  readonly articles: readonly string[]
  readonly entries: readonly SummaryEntry[]
}

export type SummaryEntry = {
  /** What it is about: id of the line, key of the extra, id of the payment provider; else a name. */
  readonly id: string
  readonly label: string
  readonly quantity: number | null
  /** Tax included. */
  readonly amount: { readonly value: Amount; readonly formatted: string } | null
  /** Sentences below the label. */
  readonly details: readonly string[]
  /** What must catch the eye: no right of withdrawal, a choice that is missing. */
  readonly mention: string | null
  /** Of a paid extra: the customer's word on it. */
  readonly standing: CheckoutExtra["standing"] | null
  readonly link: { readonly url: string; readonly label: string } | null
}
