import { model } from "@medusajs/framework/utils"

/** Last outcome of a check that asks the network (certificate, storefront): the report shows it with its date. */
export const ConformityCheck = model.define("hamon_conformity_check", {
  /** Id of the row of the report. */
  id: model.text().primaryKey(),
  state: model.enum(["met", "missing", "at_risk", "not_verified"]),
  /** What was seen, by the row's own shape. */
  proof: model.json(),
  checked_at: model.dateTime(),
})
