import { model } from "@medusajs/framework/utils"

export const REFUND_STATES = ["planned", "sending", "booked", "failed", "unknown"] as const
export type RefundState = (typeof REFUND_STATES)[number]

/**
 * Ledger of money owed and sent. `unknown` means that the provider may have paid: it is read back before any retry.
 * A surcharge (L242-4, L241-4) is a line of its own kind, paid outside Medusa: core refuses more than was captured.
 */
export const Refund = model
  .define("hamon_refund", {
    id: model.id({ prefix: "hamrf" }).primaryKey(),
    /** Says once and for all what is paid: the same cause never pays twice. Passed to core as metadata. */
    key: model.text(),
    kind: model.enum(["refund", "surcharge"]),
    order_id: model.text(),
    withdrawal_id: model.text().nullable(),
    currency: model.text(),
    /** Decimal with the currency's digits. */
    amount: model.text(),
    /** `{ lines: [{ line, quantity, amount }], delivery, extras, setOff }` in decimals, with reason and articles. */
    breakdown: model.json(),
    /** Null for what is paid outside Medusa: a surcharge, or another means that the customer asked for. */
    payment_id: model.text().nullable(),
    payment_provider_id: model.text().nullable(),
    state: model.enum([...REFUND_STATES]),
    approved_by: model.text().nullable(),
    approved_at: model.dateTime().nullable(),
    core_refund_id: model.text().nullable(),
    /** The provider's id of the refund, and its word on it: a booked line is watched until the money has arrived. */
    provider_refund_id: model.text().nullable(),
    provider_status: model.enum(["pending", "succeeded", "failed", "canceled"]).nullable(),
    /** `{ means, on, proof, consent }` where staff recorded that it was paid otherwise than through this machine. */
    paid_otherwise: model.json().nullable(),
    booked_at: model.dateTime().nullable(),
    next_attempt_at: model.dateTime().nullable(),
    locked_until: model.dateTime().nullable(),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
    /** `{ code, facts, words }` of that sentence (`troubles.ts`): the admin says it in the reader's language. */
    trouble: model.json().nullable(),
  })
  .indexes([
    { on: ["key"], unique: true, where: null },
    { on: ["order_id"], where: null },
    { on: ["payment_id"], where: null },
    { on: ["withdrawal_id"], where: null },
    { on: ["next_attempt_at"], where: "next_attempt_at IS NOT NULL" },
  ])
