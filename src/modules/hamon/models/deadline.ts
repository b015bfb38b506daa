import { model } from "@medusajs/framework/utils"

export const DEADLINE_KINDS = ["delivery", "withdrawal_period", "return_of_goods", "refund"] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** One clock. Computed by `src/law` from facts, computed again when facts change; swept by index on `next_alert_at`. */
export const Deadline = model
  .define("hamon_deadline", {
    id: model.id({ prefix: "hamdl" }).primaryKey(),
    subject_type: model.enum(["order", "withdrawal"]),
    subject_id: model.text(),
    /** Null while nobody knows to which order a declaration belongs: its clock runs all the same. */
    order_id: model.text().nullable(),
    kind: model.enum([...DEADLINE_KINDS]),
    /** Last day, a civil date where the customer is; null while it cannot run yet. */
    due_on: model.text().nullable(),
    /** First instant after it. */
    due_at: model.dateTime().nullable(),
    /** When the sweeper should next look at it; null when it has nothing to say. */
    next_alert_at: model.dateTime().nullable(),
    state: model.enum(["waiting", "running", "met", "passed", "canceled"]),
    met_on: model.text().nullable(),
    reason: model.json(),
    articles: model.array(),
  })
  .indexes([
    { on: ["subject_type", "subject_id", "kind"], unique: true, where: null },
    { on: ["order_id"], where: null },
    { on: ["next_alert_at"], where: "next_alert_at IS NOT NULL" },
    { on: ["kind", "state", "due_on"], where: null },
  ])
