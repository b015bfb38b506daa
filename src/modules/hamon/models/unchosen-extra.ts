import { model } from "@medusajs/framework/utils"

/**
 * A paid extra found in an order without the customer's choice, whatever path it came by (draft order, edit, exchange): the
 * customer may have the money back (L121-17, al. 2). Staff refund it, or record the consent that they can show.
 */
export const UnchosenExtra = model
  .define("hamon_unchosen_extra", {
    id: model.id({ prefix: "hamue" }).primaryKey(),
    order_id: model.text(),
    display_id: model.number(),
    /** Line or shipping method of the order. */
    item_type: model.enum(["line", "shipping_method"]),
    item_id: model.text(),
    title: model.text(),
    /** Decimal with the currency's digits. */
    amount: model.text(),
    currency: model.text(),
    reason: model.json(),
    found_at: model.dateTime(),
    state: model.enum(["open", "refunded", "consent_shown", "gone"]),
    /** The ledger's line that gives it back. */
    refund_id: model.text().nullable(),
    /** What staff recorded of the customer's consent. */
    ground: model.text().nullable(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
    staff_told_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["order_id", "item_id"], unique: true, where: null },
    { on: ["state"], where: "state = 'open'" },
    { on: ["staff_told_at"], where: "staff_told_at IS NULL" },
  ])
