import { type Amount, type Currency, currency, type Minor } from "../law"
import { EXTRA_KINDS, type ExtraKind, PAYMENT_SURCHARGE, type RuleValue } from "../modules/hamon/catalogue-rules"
import { ruleOf, ruleOfLine } from "../modules/hamon/rules-in-force"
import type { CheckoutExtra } from "../modules/hamon/operations/checkout"
import type { CartRule, LetterLocale, StandingChoice } from "../modules/hamon/types"
import type { CartFacts, CartLine, CartMethod, OfferedDelivery } from "./cart"
import { choiceText } from "./choice-text"

export type ExtrasInput = {
  readonly cart: CartFacts
  readonly rules: readonly CartRule[]
  readonly offered: readonly OfferedDelivery[]
  readonly choices: readonly StandingChoice[]
  /** Lines and products that this cart showed as a gift once: free, beside articles that were paid. */
  readonly gifts: ReadonlySet<string>
  /** What a line without product is: `extras.customLines` of the options. */
  readonly customLines: "extra" | "article"
  readonly locale: LetterLocale
}

type Found = Omit<CheckoutExtra, "standing" | "choice" | "text"> & {
  readonly own?: string | null
  /** Of the lines that hold it; a delivery has none. */
  readonly lineIds?: readonly string[]
}

/**
 * The paid extras of a cart and the customer's word on each (L121-17): what comes on top of the price of what he came to
 * buy. What is free is none. Only a choice of his own, for the amount of today, makes one payable.
 */
export function extrasOf(input: ExtrasInput): CheckoutExtra[] {
  const money = currency(input.cart.currency)
  const found = [...input.cart.lines.flatMap((line) => extraLine(input, line)), ...extraDeliveries(input)]
  const paid = together(found, money).filter(({ amount }) => money.read(amount, "amount") > 0n)
  const cheapest = cheapestStandard(input.offered)?.price ?? null
  return paid.map(({ own = null, lineIds = [], ...extra }) => ({
    ...extra,
    text: choiceText({ extra, own, cheapest, currency: input.cart.currency, locale: input.locale }),
    ...standing({ ...extra, lineIds }, input),
  }))
}

/** Whether this very line is an extra: another line of its product may be what the customer came to buy. */
export function isExtraLine(input: ExtrasInput, line: CartLine): boolean {
  return extraLine(input, line).length > 0
}

/** The key by which a customer chooses what a line adds. */
export function keyOfLine({ productId, id }: Pick<CartLine, "productId" | "id">): string {
  return productId ?? id
}

function extraLine(input: ExtrasInput, line: CartLine): Found[] {
  const { rules, gifts, customLines, locale } = input
  const base = {
    key: keyOfLine(line),
    lineIds: [line.id],
    name: line.title,
    quantity: line.quantity,
    amount: line.total,
    supplement: line.total,
  }
  if (line.mark === PAYMENT_SURCHARGE) return [{ ...base, kind: PAYMENT_SURCHARGE, source: "metadata" }]
  const rule = ruleOfLine("extra", rules, line)
  if (rule) return [{ ...base, ...ruled(rule, locale) }]
  if (line.mark !== null) return [{ ...base, kind: kindOf(line.mark), source: "metadata" }]
  if (line.productId === null && customLines === "extra") return [{ ...base, kind: "other", source: "custom_line" }]
  if (gifts.has(line.id) || gifts.has(base.key)) return [{ ...base, kind: "other", source: "turned_paid" }]
  return []
}

function ruled({ kind, name, text }: RuleValue<"extra">, locale: LetterLocale) {
  return { kind, source: "rule", name: name[locale], own: text?.[locale] ?? null } as const
}

function kindOf(mark: string): ExtraKind {
  return EXTRA_KINDS.find((kind) => kind === mark) ?? "other"
}

/**
 * Delivery that is an extra: an option that the merchant calls one, a charge that no option stands behind, and a mode dearer
 * than the cheapest standard one that was offered for the same goods, or a second mode for them. What was never offered is
 * for all goods.
 */
function extraDeliveries({ cart, rules, offered, locale }: ExtrasInput): Found[] {
  const money = currency(cart.currency)
  const served = new Set<string | null>()
  return cart.methods.flatMap((method): Found[] => {
    const base = { key: method.optionId ?? method.id, name: method.name, quantity: 1, amount: method.total }
    const rule = ruleOf("extra", rules, method.optionId)
    if (rule) return [{ ...base, ...ruled(rule, locale), supplement: method.total }]
    if (method.optionId === null) return [{ ...base, kind: "other", source: "custom_line", supplement: method.total }]
    const option = offered.find(({ id }) => id === method.optionId)
    const profile = option?.profileId ?? null
    const second = served.has(profile) || (!option && served.size > 0)
    served.add(profile)
    if (second) return [{ ...base, kind: "dearer_delivery", source: "delivery", supplement: method.total }]
    const cheapest = cheapestStandard(offered.filter(({ profileId }) => !option || profileId === profile))
    if (!cheapest || !isDearer(method.total, option, cheapest, money)) return []
    const above = money.read(method.total, "amount") - withTax(method, option, cheapest, money)
    const supplement = money.write(above > 0n ? above : 0n)
    return [{ ...base, kind: "dearer_delivery", source: "delivery", supplement }]
  })
}

/**
 * What the cheapest standard delivery would have cost (L221-24, al. 4). Where core knows prices only without tax, the tax on it
 * is in the same share as on the mode that was chosen.
 */
function withTax(
  { listed }: CartMethod,
  option: OfferedDelivery | undefined,
  { price, bare }: OfferedDelivery,
  money: Currency,
): Minor {
  if (price !== null) return money.read(price, "price")
  const [chosen, cheapest] = [option?.bare ?? 0, bare ?? 0].map((one) => money.read(one.toFixed(money.digits), "price"))
  if (chosen <= 0n) return 0n
  // Half a cent goes up.
  return (2n * money.read(listed, "listed") * cheapest + chosen) / (2n * chosen)
}

/** A mode that was never offered, or whose price is not known, is judged by what is paid for it. */
function isDearer(
  paid: Amount,
  option: OfferedDelivery | undefined,
  { price, bare }: OfferedDelivery,
  money: Currency,
): boolean {
  const standard = bare as number
  if (option && option.bare !== null) return option.bare > standard
  return money.read(paid, "amount") > money.read(price ?? standard.toFixed(money.digits), "price")
}

/** The cheapest delivery to the customer's door among those offered; collecting is no delivery. */
export function cheapestStandard(offered: readonly OfferedDelivery[]): OfferedDelivery | null {
  const [cheapest] = offered
    .filter(({ pickup, bare }) => !pickup && bare !== null)
    .sort((a, b) => (a.bare as number) - (b.bare as number))
  return cheapest ?? null
}

/** Several lines under one key are one extra: its customer is asked once, for all of it. */
function together(found: readonly Found[], money: Currency): Found[] {
  const byKey = new Map<string, Found>()
  for (const extra of found) {
    const known = byKey.get(extra.key)
    if (!known) byKey.set(extra.key, extra)
    else {
      byKey.set(extra.key, {
        ...known,
        // What is forbidden is not made lawful by standing beside something that is not.
        ...(extra.kind === PAYMENT_SURCHARGE && { kind: PAYMENT_SURCHARGE, source: extra.source }),
        lineIds: [...(known.lineIds ?? []), ...(extra.lineIds ?? [])],
        quantity: known.quantity + extra.quantity,
        amount: sum(money, known.amount, extra.amount),
        supplement: sum(money, known.supplement, extra.supplement),
      })
    }
  }
  return [...byKey.values()]
}

function sum(money: Currency, a: Amount, b: Amount): Amount {
  return money.write(money.read(a, "amount") + money.read(b, "amount"))
}

function standing(
  { key, kind, amount, lineIds }: Pick<Found, "key" | "kind" | "amount"> & { readonly lineIds: readonly string[] },
  { choices, cart }: ExtrasInput,
): Pick<CheckoutExtra, "standing" | "choice"> {
  const choice = choices.find(({ extra }) => extra === key)
  const told = choice && {
    id: choice.id,
    text: choice.text_shown,
    amount: choice.amount,
    chosen_at: choice.chosen_at.toISOString(),
  }
  if (kind === PAYMENT_SURCHARGE) return { standing: "forbidden", choice: told ?? null }
  // What was taken out and put in again, by whatever script, is another line, on which the customer has said nothing.
  const madeFor = choice?.line_ids ?? null
  if (!choice || (madeFor && lineIds.some((id) => !madeFor.includes(id)))) return { standing: "unchosen", choice: null }
  const covers = choice.currency === cart.currency && choice.amount === amount
  return { standing: choice.preselected ? "by_default" : covers ? "chosen" : "amount_changed", choice: told ?? null }
}
