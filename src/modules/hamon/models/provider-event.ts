import { model } from "@medusajs/framework/utils"

const PROVIDER_EVENT_STATES = ["received", "applied", "unmatched"] as const

/**
 * What a payment provider told, stored before it was answered. An event is only a hint: applying it means reading the
 * payment at the provider, so that late, repeated and lost ones end the same. `unmatched` is about no payment of ours.
 */
export const ProviderEvent = model
  .define("hamon_provider_event", {
    id: model.id({ prefix: "hampe" }).primaryKey(),
    provider: model.enum(["stripe", "paypal"]),
    /** The provider's id of the event. */
    provider_event_id: model.text(),
    type: model.text(),
    /** The provider's id of the payment, or of a capture of it. */
    payment_reference: model.text().nullable(),
    /** `webhook`: the provider told us; `asked`: it never arrived, and was found by asking. */
    source: model.enum(["webhook", "asked"]),
    occurred_at: model.dateTime(),
    /** As it was sent; erased some time after it was applied, since it names the customer. */
    body: model.text().nullable(),
    state: model.enum([...PROVIDER_EVENT_STATES]).default("received"),
    order_id: model.text().nullable(),
    applied_at: model.dateTime().nullable(),
    next_attempt_at: model.dateTime().nullable(),
    locked_until: model.dateTime().nullable(),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
  })
  .indexes([
    { on: ["provider", "provider_event_id"], unique: true, where: null },
    { on: ["next_attempt_at"], where: "next_attempt_at IS NOT NULL" },
    { on: ["applied_at"], where: "body IS NOT NULL" },
  ])
