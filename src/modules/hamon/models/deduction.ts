import { model } from "@medusajs/framework/utils"

export const DEDUCTION_STATES = ["proposed", "accepted", "contested", "withdrawn"] as const

/**
 * Diminished value that staff propose (L221-23, U8): one documented decision on goods that were seen, with the customer's
 * answer. Never made by the machine, never a flat fee.
 */
export const Deduction = model
  .define("hamon_deduction", {
    id: model.id({ prefix: "hamdd" }).primaryKey(),
    withdrawal_id: model.text(),
    order_id: model.text(),
    order_line_id: model.text(),
    currency: model.text(),
    /** Decimal with the currency's digits. */
    amount: model.text(),
    /** What was found beyond what trying the good needs: told to the customer as it is. */
    ground: model.text(),
    state: model.enum([...DEDUCTION_STATES]),
    proposed_by: model.text(),
    proposed_at: model.dateTime(),
    answer: model.text().nullable(),
    answered_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["withdrawal_id"], where: null },
    { on: ["withdrawal_id", "order_line_id"], unique: true, where: "state <> 'withdrawn' AND deleted_at IS NULL" },
  ])
