import { canonicalJson } from "../kit/canonical-json"
import { sha256 } from "../kit/secrets"
import type { CheckoutContent, CheckoutFacts, CheckoutLine } from "../modules/hamon/operations/checkout"
import { ruleOfLine } from "../modules/hamon/rules-in-force"
import type { CartFacts, CartLine, OfferedDelivery } from "./cart"
import { cheapestStandard, extrasOf, isExtraLine, keyOfLine } from "./extras"
import { rightOf } from "./rules"
import { checkoutTexts } from "./texts"
import { exceptionMentions } from "./texts/exceptions"

export type ContentInput = {
  readonly cart: CartFacts
  readonly facts: CheckoutFacts
  readonly offered: readonly OfferedDelivery[]
  /** What the shop says of each product today, by its id. */
  readonly descriptions: ReadonlyMap<string, string | null>
  readonly buttonLabel: string | null
  readonly customLines: "extra" | "article"
}

/** What a cart announces (L221-5, L221-14, L121-17), put together from what core and the merchant say. */
export function contentOf(input: ContentInput): CheckoutContent {
  const { cart, facts, offered } = input
  const { rules, choices, locale } = facts
  const gifts = new Set(facts.gifts)
  const judged = { cart, rules, offered, choices, gifts, customLines: input.customLines, locale }
  const extras = extrasOf(judged)
  const paidKeys = new Set(extras.flatMap(({ key, source }) => (source === "delivery" ? [] : [key])))
  const [method] = cart.methods
  const dearer = extras.find(({ kind }) => kind === "dearer_delivery")
  return {
    lines: cart.lines.map((line) => ({
      ...lineOf(line, input),
      extra: paidKeys.has(keyOfLine(line)) && isExtraLine(judged, line) ? keyOfLine(line) : null,
    })),
    delivery_offered: offered.map(({ id, name, price, pickup }) => ({ id, name, price, pickup })),
    delivery_chosen: method ? { name: method.name, price: method.total } : null,
    delivery_expressly_chosen: dearer ? dearer.standing === "chosen" : null,
    cheapest_standard_delivery: cheapestStandard(offered)?.price ?? null,
    extras,
    total: cart.total,
    currency: cart.currency,
    country: cart.country,
    right: rightOf(rules, cart),
    texts: { terms: facts.terms, merchant_profile: facts.profileVersion },
    button_label: input.buttonLabel,
  }
}

function lineOf(line: CartLine, { facts, descriptions }: ContentInput): CheckoutLine {
  const { locale } = facts
  const exception = ruleOfLine("exception", facts.rules, line)?.number ?? null
  const said = ruleOfLine("information", facts.rules, line)?.characteristics?.[locale]
  return {
    id: line.id,
    product_id: line.productId,
    title: line.title,
    variant: line.variant,
    sku: line.sku,
    quantity: line.quantity,
    total: line.total,
    exception,
    exception_mention: exception === null ? null : exceptionMentions(locale)[exception],
    characteristics: said ?? descriptions.get(line.productId ?? "") ?? null,
    delivery: { source: "statutory", text: checkoutTexts(locale).delivery },
  }
}

/**
 * Hash of everything on which the content rests but the modes of delivery offered and the words on products: while it stands,
 * they need not be asked.
 */
export function fingerprintOf(
  cart: CartFacts,
  { rules, choices, gifts, terms, profileVersion, locale }: CheckoutFacts,
): string {
  const chosen = choices.map(({ id }) => id)
  return sha256(
    canonicalJson({ cart, rules, chosen, gifts: [...gifts].sort(), terms, profileVersion, locale } as never),
  )
}
