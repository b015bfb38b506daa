import { model } from "@medusajs/framework/utils"

/** One link of the append-only chain over every legal fact; see `evidence/format.ts`. The database refuses to change it. */
export const Evidence = model
  .define("hamon_evidence", {
    id: model.id({ prefix: "hamev" }).primaryKey(),
    sequence: model.number(),
    kind: model.text(),
    subject_type: model.text(),
    subject_id: model.text(),
    order_id: model.text().nullable(),
    recorded_at: model.dateTime(),
    /** The exact text that is hashed. */
    text: model.text(),
    previous_hash: model.text(),
    hash: model.text(),
  })
  .indexes([
    { on: ["sequence"], unique: true, where: null },
    { on: ["hash"], unique: true, where: null },
    { on: ["order_id"], where: null },
    { on: ["subject_type", "subject_id"], where: null },
  ])
