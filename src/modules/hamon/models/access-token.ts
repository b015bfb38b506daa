import { model } from "@medusajs/framework/utils"

/** An opaque code or link, kept hashed, bound to a person, a purpose and a subject. */
export const AccessToken = model
  .define("hamon_access_token", {
    id: model.id({ prefix: "hamat" }).primaryKey(),
    token_hash: model.text(),
    /** The code of an acknowledgement; the link to its status page; the link to one's orders, to who lost their numbers. */
    purpose: model.enum(["withdrawal_proof", "withdrawal_link", "orders_link"]),
    subject_id: model.text(),
    /** Hash of the address that the token was sent to. */
    person_hash: model.text(),
    expires_at: model.dateTime(),
    used_at: model.dateTime().nullable(),
    /** Wrong tries; a code dies of too many. */
    failures: model.number().default(0),
  })
  .indexes([
    { on: ["purpose", "subject_id"], where: null },
    { on: ["token_hash"], where: null },
  ])
