import { model } from "@medusajs/framework/utils"

/**
 * The file that the law keeps of an order: who, when, where, and core's facts as last read (`facts`, see `OrderFacts`).
 * Rows of ours hang on it, and lists filter on it: core's tables are not our contract. Opened for orders placed before
 * the plugin was installed too.
 */
export const OrderCase = model
  .define("hamon_order_case", {
    id: model.id({ prefix: "hamoc" }).primaryKey(),
    order_id: model.text(),
    display_id: model.number(),
    customer_id: model.text().nullable(),
    email: model.text().nullable(),
    /** The address in one spelling, to compare a typed one with. */
    email_key: model.text().nullable(),
    locale: model.text(),
    currency: model.text(),
    /** Civil date of the contract where the customer is. */
    concluded_on: model.text(),
    placed_at: model.dateTime(),
    /** Territories whose holidays count, and the zone of the delivery address (`Place` of src/law). */
    place: model.json(),
    status: model.enum(["open", "canceled"]).default("open"),
    facts: model.json(),
    /** When `facts` were read: an older reading never replaces a newer one. */
    facts_read_at: model.dateTime(),
    /** What was bought when the customer first withdrew (`Bought`): units that staff take out since keep their price. */
    bought: model.json().nullable(),
    /** When the provider was told the number of the order, for its own pages; null: not yet. */
    payments_described_at: model.dateTime().nullable(),
    /** Of a cancelled order: when its provider held nothing any more, and had given back what it took. */
    payments_released_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["order_id"], unique: true, where: null },
    { on: ["display_id"], where: null },
    { on: ["email_key"], where: null },
    { on: ["customer_id"], where: null },
    { on: ["placed_at"], where: "payments_described_at IS NULL" },
    { on: ["order_id"], where: "status = 'canceled' AND payments_released_at IS NULL" },
  ])
