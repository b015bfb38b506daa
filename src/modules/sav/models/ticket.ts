import { model } from "@medusajs/framework/utils"

/** A conversation of the after-sales service with one customer, before or after the sale. */
export const Ticket = model
  .define("sav_ticket", {
    id: model.id({ prefix: "savtk" }).primaryKey(),
    /** What the customer sees; cannot be guessed. */
    reference: model.text(),
    subject: model.text(),
    status: model.enum(["open", "waiting", "closed"]).default("open"),
    order_id: model.text().nullable(),
  })
  .indexes([{ on: ["reference"], unique: true, where: null }])
