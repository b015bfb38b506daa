import { model } from "@medusajs/framework/utils"

/** What opens a commitment of the chain: the personal value and its salt. Erasing it leaves the chain whole. */
export const EvidenceOpening = model
  .define("hamon_evidence_opening", {
    id: model.id({ prefix: "hameo" }).primaryKey(),
    evidence_id: model.text(),
    name: model.text(),
    /** Canonical text of the value; null once erased. */
    value: model.text().nullable(),
    salt: model.text().nullable(),
    erased_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["evidence_id", "name"], unique: true, where: null }])
