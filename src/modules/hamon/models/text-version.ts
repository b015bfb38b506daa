import { model } from "@medusajs/framework/utils"

/** A text that was, or may be, shown to customers: terms of sale, notices, waivers. Never edited in place once used. */
export const TextVersion = model
  .define("hamon_text_version", {
    id: model.id({ prefix: "hamtx" }).primaryKey(),
    kind: model.text(),
    locale: model.text(),
    version: model.number(),
    body: model.text(),
    /** SHA-256 of the body. */
    hash: model.text(),
    first_used_at: model.dateTime().nullable(),
    /** Null: by the plugin itself. */
    published_by: model.text().nullable(),
  })
  .indexes([{ on: ["kind", "locale", "version"], unique: true, where: null }])
