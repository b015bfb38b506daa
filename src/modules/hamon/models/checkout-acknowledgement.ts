import { model } from "@medusajs/framework/utils"

/** That a customer saw a summary directly above the order button (L221-14): which one, and the words on the button. Append-only. */
export const CheckoutAcknowledgement = model
  .define("hamon_checkout_acknowledgement", {
    id: model.id({ prefix: "hamca" }).primaryKey(),
    cart_id: model.text(),
    checkout_record_id: model.text(),
    /** SHA-256 of the canonical text of the summary that was served. */
    summary_hash: model.text(),
    /** As it was shown: a hash alone would prove nothing of it. */
    summary: model.json(),
    button_label: model.text(),
    /** Versions of the texts that the customer accepted or was shown: `{ terms, merchant_profile }` of the record. */
    texts: model.json(),
    locale: model.text(),
    customer_id: model.text().nullable(),
    acknowledged_at: model.dateTime(),
  })
  .indexes([
    { on: ["cart_id"], where: null },
    { on: ["checkout_record_id"], where: null },
  ])
