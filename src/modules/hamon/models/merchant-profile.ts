import { model } from "@medusajs/framework/utils"

/** Who sells: identity, registrations, contacts and explanations. Letters and pages name the version they used (L221-5, L111-1). */
export const MerchantProfile = model
  .define("hamon_merchant_profile", {
    id: model.id({ prefix: "hammp" }).primaryKey(),
    version: model.number(),
    status: model.enum(["draft", "published"]),
    content: model.json(),
    /** SHA-256 of the canonical text of `content`. */
    hash: model.text(),
    published_at: model.dateTime().nullable(),
    published_by: model.text().nullable(),
  })
  .indexes([
    { on: ["version"], unique: true, where: null },
    // One draft at a time: it becomes the next version.
    { on: ["status"], unique: true, where: "status = 'draft' AND deleted_at IS NULL" },
  ])
