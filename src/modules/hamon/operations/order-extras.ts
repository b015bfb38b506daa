import { type Amount, currency, extraPayment, type Minor } from "../../../law"
import { ruleOf, ruleOfLine } from "../rules-in-force"
import type { CartRule, OrderFacts, OrderLine } from "../types"
import { PAYMENT_SURCHARGE } from "../catalogue-rules"
import type { CheckoutContent } from "./checkout"

export type OrderToJudge = {
  readonly facts: OrderFacts
  readonly currency: string
  readonly rules: readonly CartRule[]
  /** The frozen record that the order is bound to; null: it came by a way that announces nothing to a customer. */
  readonly record: CheckoutContent | null
  readonly customLines: "extra" | "article"
}

/** What an order holds, without the customer's choice, on top of what he came to buy. */
export type UnchosenItem = {
  readonly itemType: "line" | "shipping_method"
  readonly itemId: string
  readonly title: string
  readonly amount: Amount
  readonly reason: { readonly fr: string; readonly en: string }
}

const MORE_THAN_CHOSEN = {
  fr: "Supplément au-delà de ce que le client a choisi : il peut demander le remboursement de l'excédent (L121-17).",
  en: "More of an extra than the customer chose: he may ask for the refund of what exceeds it (L121-17).",
}

const FOR_THE_MEANS_OF_PAYMENT = {
  fr: "Frais pour le moyen de paiement : ils sont interdits envers un consommateur, même choisis, et sont à rembourser (L112-12 CMF).",
  en: "A charge for the means of payment: it is forbidden towards consumers, chosen or not, and has to be refunded (L112-12 CMF).",
}

/**
 * Extras of an order that no choice of the customer covers (L121-17), whatever way they came: a draft order, an edit, an
 * exchange. What the frozen record says of the cart counts first; of lines that it does not know, today's rules do.
 */
export function unchosenIn(order: OrderToJudge): UnchosenItem[] {
  const money = currency(order.currency)
  const covered = new Map<string, Minor>()
  for (const { key, standing, amount } of order.record?.extras ?? []) {
    if (standing === "chosen") covered.set(key, money.read(amount, "amount"))
  }
  // What was announced as an article beside an extra of the same product is no extra.
  for (const { product_id, extra, total } of order.record?.lines ?? []) {
    if (product_id !== null && extra === null) {
      covered.set(product_id, (covered.get(product_id) ?? 0n) + money.read(total, "total"))
    }
  }
  const lines = order.facts.lines
    .filter((line) => isExtra(order, line))
    .flatMap((line) => uncovered("line", line.id, line.productId ?? chosenCustom(order, line), line.title, line.paid))
  const methods = order.facts.delivery.flatMap((method) => {
    const key = method.optionId ?? method.id
    const announced = order.record?.extras?.find((extra) => extra.key === key)
    if (announced) return uncovered("shipping_method", method.id, key, method.name, announced.supplement)
    const ruled = ruleOf("extra", order.rules, method.optionId ?? null) !== null
    return ruled ? uncovered("shipping_method", method.id, key, method.name, method.paid) : []
  })
  return [...lines, ...methods]

  function uncovered(
    itemType: UnchosenItem["itemType"],
    itemId: string,
    key: string | null,
    title: string,
    paid: Amount,
  ): UnchosenItem[] {
    const price = money.read(paid, "paid")
    const chosen = (key !== null && covered.get(key)) || 0n
    if (key !== null) covered.set(key, chosen > price ? chosen - price : 0n)
    if (price <= chosen) return []
    return [{ itemType, itemId, title, amount: money.write(price - chosen), reason: reasonOf(itemId, key, chosen) }]
  }

  function reasonOf(itemId: string, key: string | null, chosen: Minor): UnchosenItem["reason"] {
    const announced = order.record?.extras?.find((extra) => extra.key === key)
    const marked = order.facts.lines.find(({ id }) => id === itemId)?.mark === PAYMENT_SURCHARGE
    if (marked || announced?.standing === "forbidden") return FOR_THE_MEANS_OF_PAYMENT
    if (chosen > 0n) return MORE_THAN_CHOSEN
    return extraPayment(announced?.standing === "by_default" ? "default" : "none").reason
  }
}

/** Whether a line of an order is an extra: as it was announced to the customer, or, where it was not, by the rules of today. */
export function isExtra({ rules, record, customLines }: OrderToJudge, line: OrderLine): boolean {
  const announced = record?.extras?.some(({ key, source }) => source !== "delivery" && key === line.productId)
  if (announced || (line.mark ?? null) !== null) return true
  // Judged when it was announced: a rule of later makes no extra of what the customer bought as an article.
  if (record?.lines.some(({ product_id }) => product_id !== null && product_id === line.productId)) return false
  if (line.productId === null) return customLines === "extra"
  return ruleOfLine("extra", rules, { productId: line.productId, categoryIds: line.categoryIds ?? [] }) !== null
}

/** A line without product has another id in the order than in the cart: they meet by their title. */
function chosenCustom({ record }: OrderToJudge, { title }: OrderLine): string | null {
  const line = record?.lines.find((one) => one.product_id === null && one.title === title)
  return line?.extra ?? null
}
