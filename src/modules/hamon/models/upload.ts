import { model } from "@medusajs/framework/utils"

export const UPLOAD_PURPOSES = ["proof_of_dispatch", "condition_photo", "refund_proof", "declaration"] as const

/**
 * A private file that a customer or staff gave, as it was written again after a look at its first bytes; `content` is the
 * file in base64, beside the facts that it proves: no other store of files is private by default, nor backed up with them.
 */
export const Upload = model
  .define("hamon_upload", {
    id: model.id({ prefix: "hamup" }).primaryKey(),
    withdrawal_id: model.text(),
    purpose: model.enum([...UPLOAD_PURPOSES]),
    /** `customer`, or the id of the member of staff. */
    uploaded_by: model.text(),
    name: model.text(),
    content_type: model.text(),
    size: model.number(),
    /** SHA-256 of the bytes that are kept. */
    hash: model.text(),
    content: model.text(),
  })
  .indexes([{ on: ["withdrawal_id"], where: null }])
