import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { RuleTarget } from "../../modules/hamon/models/catalogue-rule"

/** What each target is in core, and how a person calls it. */
const TARGETS = {
  product: { entity: "product", key: "id", name: "product" },
  category: { entity: "product_category", key: "id", name: "category" },
  shipping_option: { entity: "shipping_option", key: "id", name: "shipping option" },
  customer_group: { entity: "customer_group", key: "id", name: "customer group" },
  country: { entity: "country", key: "iso_2", name: "country" },
} as const satisfies Record<RuleTarget, { entity: string; key: string; name: string }>

/**
 * That what a rule shall stand on is there: a rule on a mistyped id would protect nobody and nothing.
 * @throws MedusaError not_found naming it
 */
export async function checkRuleTarget(container: MedusaContainer, type: RuleTarget, id: string): Promise<void> {
  const { entity, key, name } = TARGETS[type]
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: [key], filters: { [key]: id } })
  if (data.length === 0) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no ${name} ${id}`)
}
