import { model } from "@medusajs/framework/utils"

/** Units of an order line that a declaration withdraws. A unit is withdrawn once, whatever core allows. */
export const WithdrawalLine = model
  .define("hamon_withdrawal_line", {
    id: model.id({ prefix: "hamwl" }).primaryKey(),
    withdrawal_id: model.text(),
    order_id: model.text(),
    order_line_id: model.text(),
    title: model.text(),
    quantity: model.number(),
    /** Number in L221-28 of the exception that the checkout announced, if any. */
    exception: model.number().nullable(),
    decision: model.enum(["none_needed", "pending", "withdrawn", "declined"]),
    decision_ground: model.text().nullable(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["withdrawal_id", "order_line_id"], unique: true, where: null },
    { on: ["order_id"], where: null },
  ])
