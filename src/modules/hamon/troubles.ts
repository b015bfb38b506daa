import type { Amount } from "../../law"

/**
 * Why a refund or a declaration is stuck, by code: what logs and readers of the API are told. `{slots}` are facts. The admin
 * says the same codes in the reader's language, so that a code is never given a second meaning.
 */
export const TROUBLES = {
  payment_unknown_at_provider:
    "the provider knows no such payment: look whether the shop's account with it has changed",
  open_dispute:
    "the customer disputes this payment at his bank ({dispute}): refunding too would pay twice; answer the dispute, or accept it and record the refund as paid by the provider",
  lost_dispute:
    "the dispute {dispute} was lost: the bank has given the customer his money back; record the refund as paid by the provider; what it did not cover is paid by another means, with his express consent",
  refunded_at_provider_since:
    "somebody refunded this payment at the provider since the withdrawal ({refund}, {amount}), and Medusa does not know of it: nothing was added; if it was this refund, record it as paid by the provider, and send again only what is still owed",
  too_little_left_at_provider:
    "the provider holds {left} of this payment only: part of it was refunded there, or never captured",
  too_little_left_in_medusa: "the payment holds {left} only: somebody refunded it in Medusa since; nothing was added",
  refunded_in_medusa_since:
    "somebody refunded this payment in Medusa since the approval: nothing was added; send again only if it is still owed",
  unbooked_refund:
    "core holds a refund of this payment without its transaction: it would book the next one on it; mend it first",
  order_canceled:
    "the order is cancelled: core would fail after the money had left; refund it at the provider, and check what core's cancel paid",
  open_change: "another change of the order is open in Medusa (an edit, a return being received): it is waited for",
  paid_unbooked:
    "the provider has paid this refund ({refund}), and core cannot book it: pay nothing more; once core can, it is booked by itself",
  half_booked:
    "core has the refund {refund} but no transaction: look at the provider whether it was paid, refund it there if not, and record it as paid",
  half_sent: "the process that was sending it ended: look at the provider whether it was paid",
  outcome_unknown: "look at the provider before sending again: it may have paid",
  outcome_being_read: "it may have been paid: the provider's books are read before it is sent again",
  provider_refused: "the provider refused this refund and paid nothing: do what it asks, then send again",
  provider_unreachable: "the provider did not answer: nothing was sent, and it is asked again",
  books_refused:
    "the provider does not show this payment: check the shop's keys; nothing was sent, and it is asked again",
  not_sent: "nothing was sent: it is tried again",
  came_back:
    "the refund {refund} did not arrive: the money is back with you; ask the customer for another means, free of charge, and record how it was paid",
  came_back_in_part:
    "a part of the refund did not arrive ({refund}): the customer has {kept}, {missing} is back with you; ask him for another means for these {missing} alone, free of charge, and record how they were paid",
  not_matched: "its order could not be looked for: it is tried again",
  return_not_opened: "core did not open the return: it is tried again",
  return_not_canceled: "core did not cancel the return of goods that the customer keeps: it is tried again",
  goods_packed:
    "withdrawn units are packed in Medusa ({fulfillment}) and have not left: cancel that fulfilment, and the order is cancelled or reduced; if the parcel has left, mark it as shipped",
  capture_first:
    "the payment is only authorised, and changing the order would make Medusa give the authorisation up: capture it and approve the refund, and the withdrawn units leave the order; or cancel the order",
  order_not_ended: "core did not cancel or reduce the order: it is tried again",
  reduction_first: "the withdrawn units first leave the order in Medusa: the refund is sent right after",
} as const

export type TroubleCode = keyof typeof TROUBLES

type Slots<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never

/** An id as its owner writes it, or money, which each reader's language writes in its own way. */
export type TroubleFact = string | { readonly amount: Amount; readonly currency: string }

type FactsOf<Code extends TroubleCode> = Readonly<Record<Slots<(typeof TROUBLES)[Code]>, TroubleFact>>

/** What the tables keep beside the sentence. */
export type KeptTrouble = {
  readonly code: TroubleCode
  readonly facts: Readonly<Record<string, TroubleFact>>
  /** What the provider or core said itself, in its own language; never a secret, a card or a name. */
  readonly words: string | null
}

export type Trouble = KeptTrouble & { readonly sentence: string }

/**
 * A trouble with its English sentence.
 * @param words what the provider or core said itself: it stands first in the sentence
 */
export function trouble<Code extends TroubleCode>(
  code: Code,
  facts: FactsOf<Code>,
  words: string | null = null,
): Trouble {
  const filled: Readonly<Record<string, TroubleFact>> = facts
  const meaning = TROUBLES[code].replace(/\{(\w+)\}/g, (_, slot: string) => written(filled[slot]))
  return { code, facts: filled, words, sentence: words ? `${words} — ${meaning}` : meaning }
}

/** The columns of a row that is stuck. */
export function troubleColumns({ code, facts, words, sentence }: Trouble) {
  return { last_error: sentence, trouble: JSON.stringify({ code, facts, words } satisfies KeptTrouble) }
}

/** The columns of a row that is not stuck any more. */
export const NO_TROUBLE = { last_error: null, trouble: null }

function written(fact: TroubleFact): string {
  return typeof fact === "string" ? fact : `${fact.amount} ${fact.currency.toUpperCase()}`
}
