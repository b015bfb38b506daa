import { model } from "@medusajs/framework/utils"

export const DISPUTE_STATUSES = ["open", "won", "lost"] as const

/**
 * A dispute (chargeback) of a payment: a case for staff, with the day until which the provider wants an answer. While one
 * is open or lost, the ledger refunds nothing on that payment: the customer would be paid twice.
 */
export const Dispute = model
  .define("hamon_dispute", {
    id: model.id({ prefix: "hamdi" }).primaryKey(),
    provider: model.enum(["stripe", "paypal"]),
    provider_dispute_id: model.text(),
    payment_id: model.text(),
    order_id: model.text(),
    display_id: model.number(),
    currency: model.text(),
    /** Decimal with the currency's digits. */
    amount: model.text(),
    status: model.enum([...DISPUTE_STATUSES]),
    /** The provider's own words. */
    stage: model.text(),
    reason: model.text().nullable(),
    respond_by: model.dateTime().nullable(),
    opened_at: model.dateTime(),
    closed_at: model.dateTime().nullable(),
    /** When staff were told in the admin; null: not yet. */
    staff_told_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["provider", "provider_dispute_id"], unique: true, where: null },
    { on: ["order_id"], where: null },
    { on: ["status", "respond_by"], where: null },
    { on: ["opened_at"], where: "staff_told_at IS NULL" },
  ])
