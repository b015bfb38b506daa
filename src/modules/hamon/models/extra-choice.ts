import { model } from "@medusajs/framework/utils"

/**
 * A customer's word on a paid extra of a cart (L121-17): the words that were shown, their version, when, for how much. A
 * choice that is taken back, or replaced, keeps its row.
 */
export const ExtraChoice = model
  .define("hamon_extra_choice", {
    id: model.id({ prefix: "hamxc" }).primaryKey(),
    cart_id: model.text(),
    /** Key of the extra in its cart, see `workflows/checkout/extras.ts`. */
    extra: model.text(),
    name: model.text(),
    text_version_id: model.text(),
    /** The words as the customer read them, amount filled in. */
    text_shown: model.text(),
    locale: model.text(),
    quantity: model.number(),
    /** Lines of the cart that it was made for: one that is put in afterwards was not chosen. Null of a delivery. */
    line_ids: model.array().nullable(),
    /** What the extra costs in this cart, with tax: decimal with the currency's digits. Another amount needs another choice. */
    amount: model.text(),
    currency: model.text(),
    /** The storefront had it ticked beforehand: recorded, and no consent (L121-17, « par défaut »). */
    preselected: model.boolean(),
    chosen_at: model.dateTime(),
    customer_id: model.text().nullable(),
    ended_at: model.dateTime().nullable(),
    ended_by: model.enum(["customer", "newer_choice"]).nullable(),
  })
  .indexes([
    { on: ["cart_id", "extra"], unique: true, where: "ended_at IS NULL" },
    { on: ["cart_id"], where: null },
  ])
