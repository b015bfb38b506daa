import { ruleOf } from "../modules/hamon/rules-in-force"
import type { CartRule } from "../modules/hamon/types"
import type { CartFacts } from "./cart"

/**
 * Whether the buyer has this law's right of withdrawal: a consumer (article liminaire; L221-3 leaves companies out), in a
 * country whose consumers no other law protects.
 */
export function rightOf(
  rules: readonly CartRule[],
  { customerGroups, country }: Pick<CartFacts, "customerGroups" | "country">,
): { readonly exists: boolean; readonly why: "professional" | "other_law" | null } {
  for (const target of [...customerGroups, country]) {
    const rule = ruleOf("outside_right", rules, target)
    if (rule) return { exists: false, why: rule.reason }
  }
  return { exists: true, why: null }
}

/** Ids under which rules may stand that concern a cart. */
export function ruleTargets(cart: CartFacts): string[] {
  const ids = [
    ...cart.lines.flatMap(({ productId, categoryIds }) => [productId, ...categoryIds]),
    ...cart.methods.map(({ optionId }) => optionId),
    ...cart.customerGroups,
    cart.country,
  ]
  return [...new Set(ids.filter((id): id is string => id !== null))].sort()
}
