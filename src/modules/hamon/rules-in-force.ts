import type { RuleValue, ruleValues } from "./catalogue-rules"
import type { CartRule } from "./types"

/** The value of the rule of a kind that holds for a line: its product's own before its categories'. */
export function ruleOfLine<K extends keyof typeof ruleValues>(
  kind: K,
  rules: readonly CartRule[],
  { productId, categoryIds }: { readonly productId: string | null; readonly categoryIds: readonly string[] },
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
