import { model } from "@medusajs/framework/utils"

/** How sure we are of who speaks, weakest first. Recording and acknowledging need none. */
export const ASSURANCES = ["unverified", "email_matched", "email_proven", "account", "staff"] as const
export type Assurance = (typeof ASSURANCES)[number]

/** Where the goods of a declaration are, as its order was last read. */
export const PHASES = ["not_shipped", "in_transit", "delivered"] as const

export const WITHDRAWAL_STATUSES = ["received", "matched", "return_open", "goods_back", "refunded", "closed"] as const
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number]

export const CHANNELS = ["hosted_page", "store_api", "account", "email", "post", "phone", "staff"] as const

/** Whether the withdrawn units may leave: held until somebody decides, or lifted by staff or by the order's own customer. */
const HOLDS = ["none", "held", "lifted"] as const

/** The customer's wish to keep the goods after all, which takes effect when staff agree (U21). */
const WISHES = ["none", "asked", "agreed", "refused"] as const

/**
 * What a person should look at. `late_accepted`: staff accepted a late declaration; `reopened`: what was decided is to be
 * decided again; `return_waived`: staff meant the return to stay cancelled.
 */
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

/** How a declaration ended without a refund of all that it declared. */
export const OUTCOMES = ["declined", "kept", "nothing_due"] as const

/**
 * A declaration of withdrawal (L221-21), stored before anything else happens. Late, excepted, unmatched or repeated, it is
 * flagged for a person, never refused by the machine.
 */
export const Withdrawal = model
  .define("hamon_withdrawal", {
    id: model.id({ prefix: "hamwd" }).primaryKey(),
    /** What the customer sees and types; cannot be guessed. */
    reference: model.text(),
    /** The form's own key: a form sent twice is one declaration. */
    declaration_key: model.text(),
    /** What was declared, word for word: see `Declaration`. */
    declared: model.json(),
    email_key: model.text().nullable(),
    locale: model.text(),
    channel: model.enum([...CHANNELS]),
    /** The account that declared, where the customer was logged in. */
    customer_id: model.text().nullable(),
    sent_at: model.dateTime(),
    /** The day, where only the day is known (a postmark, what staff typed); else null. */
    sent_on: model.text().nullable(),
    /** What was shown when it was declared: labels and language of the page. */
    context: model.json().nullable(),
    /** When the trader was informed; the refund clock starts here (L221-24). */
    informed_at: model.dateTime(),
    assurance: model.enum([...ASSURANCES]),
    phase: model.enum([...PHASES]).nullable(),
    status: model.enum([...WITHDRAWAL_STATUSES]),
    /** Of {@link FLAGS}. */
    flags: model.array(),
    order_id: model.text().nullable(),
    display_id: model.number().nullable(),
    matched_at: model.dateTime().nullable(),
    matched_by: model.text().nullable(),
    /** Core's return. */
    return_id: model.text().nullable(),
    goods_back_on: model.text().nullable(),
    /** Day on which the goods were sent back, as its proof says (L221-23). */
    proof_of_dispatch_on: model.text().nullable(),
    /** Day on which that proof was given: the refund waits no longer from then on (L221-24, al. 3). */
    proof_given_on: model.text().nullable(),
    /** `{ lines: [{ line, quantity, state, note }], note, by, on }`: what staff saw of the goods that came back. */
    condition: model.json().nullable(),
    hold: model.enum([...HOLDS]).default("none"),
    hold_changed_at: model.dateTime().nullable(),
    hold_changed_by: model.text().nullable(),
    keep_goods: model.enum([...WISHES]).default("none"),
    keep_goods_asked_at: model.dateTime().nullable(),
    /** See `OtherMeans`: another means of refund, with the customer's express consent (L221-24). */
    other_means: model.json().nullable(),
    /** Null while it is open, and of one that was refunded. */
    outcome: model.enum([...OUTCOMES]).nullable(),
    closed_at: model.dateTime().nullable(),
    /** Work that the sweeper owes this declaration, and until when somebody else does it. */
    next_step_at: model.dateTime().nullable(),
    locked_until: model.dateTime().nullable(),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
    /** `{ code, facts, words }` of that sentence (`troubles.ts`): the admin says it in the reader's language. */
    trouble: model.json().nullable(),
  })
  .indexes([
    { on: ["reference"], unique: true, where: null },
    { on: ["declaration_key"], unique: true, where: null },
    { on: ["order_id"], where: null },
    { on: ["customer_id"], where: null },
    { on: ["status", "informed_at"], where: null },
    { on: ["sent_at"], where: null },
    { on: ["next_step_at"], where: "next_step_at IS NOT NULL" },
  ])
