import { model } from "@medusajs/framework/utils"

/** The last day on which an order line must have been delivered (L216-1): announced, or the statutory thirty days. */
export const DeliveryPromise = model
  .define("hamon_delivery_promise", {
    id: model.id({ prefix: "hamdp" }).primaryKey(),
    order_id: model.text(),
    order_line_id: model.text(),
    promised_on: model.text(),
    source: model.enum(["announced", "statutory"]),
    /** Whether the date was an essential condition of the contract (L216-6, II). */
    essential: model.boolean().default(false),
    reason: model.json(),
    articles: model.array(),
  })
  .indexes([{ on: ["order_id", "order_line_id"], unique: true, where: null }])
