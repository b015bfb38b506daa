import { model } from "@medusajs/framework/utils"

const LETTER_STATES = ["queued", "sending", "sent", "failed"] as const

/**
 * Outbox of messages on a durable medium (L221-13, L221-21): written in the transaction of its cause, rendered once by the
 * sweeper and frozen with its hash, then sent until it is.
 */
export const Letter = model
  .define("hamon_letter", {
    id: model.id({ prefix: "hamlt" }).primaryKey(),
    kind: model.text(),
    /** One cause writes one letter, however often it is told. */
    cause_key: model.text(),
    recipient: model.text(),
    locale: model.text(),
    order_id: model.text().nullable(),
    withdrawal_id: model.text().nullable(),
    data: model.json(),
    template_version: model.number(),
    profile_version: model.number().nullable(),
    state: model.enum([...LETTER_STATES]),
    subject: model.text().nullable(),
    html: model.text().nullable(),
    text: model.text().nullable(),
    /** SHA-256 of subject, html and text as they were frozen. */
    hash: model.text().nullable(),
    rendered_at: model.dateTime().nullable(),
    due_at: model.dateTime().nullable(),
    locked_until: model.dateTime().nullable(),
    attempts: model.number().default(0),
    sent_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
  })
  .indexes([
    { on: ["cause_key"], unique: true, where: null },
    { on: ["due_at"], where: "due_at IS NOT NULL" },
    { on: ["order_id"], where: null },
    { on: ["withdrawal_id"], where: null },
  ])
