import { model } from "@medusajs/framework/utils"

/** How sure we are of who speaks, weakest first. Recording and acknowledging need none. */
export const ASSURANCES = ["unverified", "email_matched", "email_proven", "account", "staff"] as const
export type Assurance = (typeof ASSURANCES)[number]

/** Where the goods were when the declaration was sent. */
const PHASES = ["not_shipped", "in_transit", "delivered"] as const

export const WITHDRAWAL_STATUSES = ["received", "matched", "return_open", "goods_back", "refunded", "closed"] as const
export type WithdrawalStatus = (typeof WITHDRAWAL_STATUSES)[number]

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
    channel: model.enum(["hosted_page", "store_api", "account", "email", "post", "staff"]),
    sent_at: model.dateTime(),
    /** Of a posted letter only the day is known (a postmark); null for the rest. */
    sent_on: model.text().nullable(),
    /** What was shown when it was declared: labels and language of the page. */
    context: model.json().nullable(),
    /** When the trader was informed; the refund clock starts here (L221-24). */
    informed_at: model.dateTime(),
    assurance: model.enum([...ASSURANCES]),
    phase: model.enum([...PHASES]).nullable(),
    status: model.enum([...WITHDRAWAL_STATUSES]),
    /** What a person should look at: `late`, `unmatched`, `excepted`, `more_than_left`, `withdrawn_before`, `unclear_articles`. */
    flags: model.array(),
    order_id: model.text().nullable(),
    display_id: model.number().nullable(),
    matched_at: model.dateTime().nullable(),
    matched_by: model.text().nullable(),
    /** Core's return. */
    return_id: model.text().nullable(),
    goods_back_on: model.text().nullable(),
    proof_of_dispatch_on: model.text().nullable(),
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
    { on: ["order_id"] },
    { on: ["status", "informed_at"] },
    { on: ["next_step_at"], where: "next_step_at IS NOT NULL" },
  ])
