import { model } from "@medusajs/framework/utils"

/**
 * What the merchant announces of a product, category or shipping option: an exception to the right of withdrawal
 * (L221-28), a paid extra (L121-17), a delivery delay (L216-1). What a customer was told is read from the checkout record.
 */
export const CatalogueRule = model
  .define("hamon_catalogue_rule", {
    id: model.id({ prefix: "hamcr" }).primaryKey(),
    kind: model.enum(["exception", "extra", "delivery_delay"]),
    target_type: model.enum(["product", "category", "shipping_option"]),
    target_id: model.text(),
    /** Of an exception: `{ number, facts }`, the number in L221-28 and what the merchant states of the good. */
    value: model.json(),
  })
  .indexes([{ on: ["kind", "target_type", "target_id"], unique: true, where: "deleted_at IS NULL" }])
