import { model } from "@medusajs/framework/utils"

/** An official file that must be shown unchanged, such as the harmonised notice (Regulation (EU) 2025/1960). A newer one is a newer row. */
export const OfficialFile = model
  .define("hamon_official_file", {
    id: model.id({ prefix: "hamof" }).primaryKey(),
    kind: model.enum(["harmonised_notice"]),
    locale: model.text(),
    content_type: model.text(),
    /** Bytes in base64. */
    body: model.text(),
    /** SHA-256 of the bytes. */
    hash: model.text(),
    uploaded_by: model.text(),
    uploaded_at: model.dateTime(),
  })
  .indexes([{ on: ["kind", "locale", "uploaded_at"], where: null }])
