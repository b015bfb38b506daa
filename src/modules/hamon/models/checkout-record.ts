import { model } from "@medusajs/framework/utils"

/**
 * What a cart announced, append-only: the last record before the order is the frozen truth of what the customer was told.
 * Bound to the order when it is placed.
 */
export const CheckoutRecord = model
  .define("hamon_checkout_record", {
    id: model.id({ prefix: "hamco" }).primaryKey(),
    cart_id: model.text(),
    sequence: model.number(),
    order_id: model.text().nullable(),
    locale: model.text(),
    recorded_at: model.dateTime(),
    /** See `CheckoutContent`: lines, exceptions mentioned, delivery prices offered, texts, label of the button. */
    content: model.json(),
    /** SHA-256 of the canonical text of `content`. */
    hash: model.text(),
    /** Hash of the members of the cart on which the content rests: while it stands, nothing has to be read again. */
    fingerprint: model.text().nullable(),
    /** Hash of every row that the content rests on: while it stands, the cart has not even to be read (`standing-record.ts`). */
    stamp: model.text().nullable(),
  })
  .indexes([
    { on: ["cart_id", "sequence"], unique: true, where: null },
    { on: ["order_id"], where: null },
  ])
