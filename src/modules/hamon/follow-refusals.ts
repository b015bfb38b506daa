import { MedusaError } from "@medusajs/framework/utils"

/**
 * Why something that a customer, or staff after him, asked for a declaration is not done: by code, since the hosted page
 * says it in the customer's language. A code is never given a second meaning.
 */
export const FOLLOW_REFUSALS = {
  nothing_to_prove: "give the tracking number, or a photo or PDF of the receipt: one of them proves the dispatch",
  not_a_day: "give the day of dispatch, from the day of the order to today",
  too_many_files: "five files are kept for a declaration at most: put several receipts into one PDF",
  file_empty: "one of the files is empty: choose it again",
  file_too_large: "one of the files is larger than 8 MB: send a smaller photo",
  file_wrong_type: "one of the files is neither a photo (JPEG, PNG, WebP) nor a PDF: send it as one of these",
  file_heic: "a photo in HEIC cannot be read: send it as JPEG (on an iPhone, a screenshot of it will do)",
  file_unreadable: "one of the files is damaged or too large to unfold: take the photo again, or send a PDF",
  not_matched: "the declaration belongs to no order yet: this can be asked once it does",
  not_proven: "the address of the declaration has to be proven first: by the code, or the link, of its letter",
  not_the_customers:
    "where the money goes, or a part of it that is given up, is agreed to from the address of the order alone; the seller can record what its customer tells him",
  over: "this declaration is closed, or refunded already",
  money_on_its_way: "the refund was sent, or may have been: this can no longer be changed",
  order_canceled: "the order was cancelled: there is nothing left to keep",
  keep_answered: "the wish to keep the goods was answered already",
  keep_not_asked: "the customer did not ask to keep the goods: this is never suggested to him",
  keep_never: "this shop reads the law so that a withdrawal stands once it is declared: the goods cannot be kept (U21)",
  means_unknown: "choose one of the means that are offered",
  consent_missing: "tick that you agree to the other means: without it the refund goes back to the means of payment",
  words_missing: "say in a sentence why you contest the amount",
  words_too_long: "write 2000 characters at most",
  deduction_unknown: "there is no such proposal for this declaration",
  deduction_answered: "this proposal was answered, or taken back, already",
  line_unknown: "the declaration does not withdraw this article",
  amount_wrong: "give an amount above zero, and no higher than what was paid for the withdrawn units of this article",
  goods_not_seen:
    "a diminished value is claimed for goods that were seen: record their reception or condition first (L221-23)",
  not_informed:
    "this order's customer was not told of his right of withdrawal before it: he owes nothing for diminished value (L221-23)",
  proposed_already: "this article has a proposal that stands: take it back before you make another",
} as const

export type FollowRefusal = keyof typeof FOLLOW_REFUSALS

/** @throws MedusaError with the refusal as its code */
export function refuse(code: FollowRefusal): never {
  const { NOT_FOUND, NOT_ALLOWED } = MedusaError.Types
  throw new MedusaError(code === "deduction_unknown" ? NOT_FOUND : NOT_ALLOWED, FOLLOW_REFUSALS[code], code)
}
