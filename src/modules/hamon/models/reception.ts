import { model } from "@medusajs/framework/utils"

/** Units of an order line that reached the customer on a day (L221-18, L216-2). Corrected by a new row, never in place. */
export const Reception = model
  .define("hamon_reception", {
    id: model.id({ prefix: "hamrc" }).primaryKey(),
    order_id: model.text(),
    order_line_id: model.text(),
    fulfillment_id: model.text().nullable(),
    quantity: model.number(),
    /** Civil date where the customer is, `YYYY-MM-DD`. */
    received_on: model.text(),
    source: model.enum(["carrier", "staff", "customer"]),
    /** What shows it: `{ kind, text }`, such as a tracking number or a signed slip. */
    proof: model.json().nullable(),
    recorded_by: model.text().nullable(),
    recorded_at: model.dateTime(),
    superseded_by_id: model.text().nullable(),
  })
  .indexes([
    { on: ["order_id"], where: null },
    // One row in force for each line of a parcel and day: the same event twice records nothing new.
    {
      on: ["fulfillment_id", "order_line_id", "received_on"],
      unique: true,
      where: "superseded_by_id IS NULL AND fulfillment_id IS NOT NULL",
    },
  ])
