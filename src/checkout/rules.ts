import type { RuleValue, ruleValues } from "../modules/hamon/catalogue-rules"
import type { CartRule } from "../modules/hamon/types"
import type { CartFacts, CartLine } from "./cart"

/** The value of the rule of a kind that holds for a line: its product's own before its categories'. */
export function ruleOfLine<K extends keyof typeof ruleValues>(
  kind: K,
  rules: readonly CartRule[],
  { productId, categoryIds }: Pick<CartLine, "productId" | "categoryIds">,
): RuleValue<K> | null {
  for (const target of [productId, ...categoryIds]) {
    const found = rules.find((rule) => rule.kind === kind && target !== null && rule.target_id === target)
    if (found) return found.value as RuleValue<K>
  }
  return null
}

/** The value of the rule of a kind on exactly this target, or null. */
export function ruleOf<K extends keyof typeof ruleValues>(
  kind: K,
  rules: readonly CartRule[],
  target: string | null,
): RuleValue<K> | null {
  const found = rules.find((rule) => rule.kind === kind && rule.target_id === target)
  return found ? (found.value as RuleValue<K>) : null
}

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
