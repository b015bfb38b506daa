import { model } from "@medusajs/framework/utils"

export const RULE_KINDS = ["exception", "extra", "delivery_delay", "information", "outside_right"] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** `country`: ISO 3166-1 alpha-2, small letters, as Medusa writes it. */
export const RULE_TARGETS = ["product", "category", "shipping_option", "customer_group", "country"] as const
export type RuleTarget = (typeof RULE_TARGETS)[number]

/**
 * What the merchant announces of a product, category or shipping option: an exception to the right of withdrawal
 * (L221-28), a paid extra (L121-17), a delivery delay (L216-1), the information that is due before the order (L111-1); and
 * of whom the right does not exist: customers who buy for their trade, countries whose consumers another law protects. What
 * a customer was told is read from the checkout record, never from today's rule.
 */
export const CatalogueRule = model
  .define("hamon_catalogue_rule", {
    id: model.id({ prefix: "hamcr" }).primaryKey(),
    kind: model.enum([...RULE_KINDS]),
    target_type: model.enum([...RULE_TARGETS]),
    target_id: model.text(),
    /** By kind, see `catalogue-rules.ts`. Of an exception: `{ number }`, its number in L221-28. */
    value: model.json(),
  })
  .indexes([{ on: ["kind", "target_type", "target_id"], unique: true, where: "deleted_at IS NULL" }])
