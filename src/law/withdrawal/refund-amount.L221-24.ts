import type { ArticleId } from "../articles"
import { LawError, trueOrFalse } from "../foundations/law-error"
import { type Amount, type Currency, currency, least, type Minor, sum } from "../foundations/money"
import { because, type Bilingual, type Locale } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { type DeliveryFacts, deliveryShare } from "./delivery-share.L221-24"
import {
  type Counts,
  countUnits,
  earlierUnits,
  entry,
  isComplete,
  lineOf,
  type OrderLines,
  paid,
  readOrder,
  together,
  type Units,
} from "./order-units"

export type RefundAmountFacts = {
  /** ISO 4217 code. Default EUR. */
  readonly currency?: string
  /** Every line of the order: what it cost with tax, before the order discount, and how many units. */
  readonly lines: readonly { readonly id: string; readonly paid: Amount; readonly quantity: number }[]
  /** Discount on the whole order, spread over the lines by value. */
  readonly orderDiscount?: Amount
  readonly delivery?: DeliveryFacts
  /** Paid options. One tied to a line ends with the last unit of it (L221-27); another one with the whole order. */
  readonly extras?: readonly { readonly id: string; readonly paid: Amount; readonly line?: string }[]
  /** Earlier withdrawals of the same order. */
  readonly before?: readonly (readonly Units[])[]
  readonly withdrawn: readonly Units[]
  /**
   * Loss of value through handling beyond what was necessary: never deducted by default (U8), and never where the consumer
   * was not informed of his right (L221-23, al. 3).
   */
  readonly diminishedValue?: {
    readonly amount: Amount
    readonly decidedAndDocumented: boolean
    readonly consumerInformed: boolean
  }
  /**
   * An advantage that the goods kept would not have earned: never taken back by default (U9), and never where it would be a
   * cost of withdrawing (L221-18, al. 1).
   */
  readonly lostAdvantage?: {
    readonly amount: Amount
    readonly statedInTerms: boolean
    readonly costOfWithdrawing: boolean
  }
}

export type RefundAmount = {
  readonly lines: readonly { readonly line: string; readonly quantity: number; readonly amount: Amount }[]
  readonly delivery: Amount
  readonly extras: readonly { readonly id: string; readonly amount: Amount }[]
  /** What is set off (U8, U9); "0.00" with the defaults. */
  readonly setOff: Amount
  readonly total: Amount
  /** Part of the delivery price that the consumer's choice of a dearer mode left to him (L221-24, al. 4). */
  readonly deliverySupplement: Amount
  /** Whether everything ordered is withdrawn now. */
  readonly complete: boolean
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual
}

const ARTICLES: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L221-24", "L221-27"])
const ARTICLES_SET_OFF: readonly ArticleId[] = Object.freeze<ArticleId[]>(["L221-24", "L221-27", "L221-23", "L221-18"])

/**
 * What the trader owes for a withdrawal.
 *
 * L221-24 « la totalité des sommes versées, y compris les frais de livraison », but « Le professionnel n'est pas tenu de
 * rembourser les frais supplémentaires si le consommateur a expressément choisi un mode de livraison plus coûteux que le
 * mode de livraison standard proposé par le professionnel »: delivery is min(paid, standard). No text says which part of
 * it follows a partial withdrawal (U9): three methods, by value as default. Whatever the method and the number of
 * withdrawals, together they refund exactly what one full withdrawal would.
 * @throws LawError naming the field: an amount that is not one, an unknown line, more units than ordered
 */
export function refundAmount(facts: RefundAmountFacts, options: LawOptions = DEFAULT_OPTIONS): RefundAmount {
  const money = currency(facts.currency ?? "EUR")
  const order = readOrder(facts, money)
  const before = earlierUnits(facts.before ?? [], order)
  const now = countUnits(facts.withdrawn, order, "withdrawn")
  if (now.size === 0) throw new LawError("withdrawn", "at least one unit", facts.withdrawn)
  const after = together(before, now, order)

  const lines = [...now].map(([line, quantity]) => ({
    line,
    quantity,
    amount: paid(order, line, after) - paid(order, line, before),
  }))
  const complete = isComplete(order, after)
  const delivery = deliveryShare(facts.delivery, order, before, after, options, money)
  const extras = endedExtras(facts, order, before, after, money)
  const owed = sum(lines.map(({ amount }) => amount)) + delivery.share + sum(extras.map(({ amount }) => amount))
  const setOff = least(setOffs(facts, options, money), owed)
  const part = complete ? (before.size === 0 ? "order" : "rest") : "lines"

  return {
    lines: lines.map((line) => ({ ...line, amount: money.write(line.amount) })),
    delivery: money.write(delivery.share),
    extras: extras.map(({ id, amount }) => ({ id, amount: money.write(amount) })),
    setOff: money.write(setOff),
    total: money.write(owed - setOff),
    deliverySupplement: money.write(delivery.supplement),
    complete,
    articles: setOff > 0n ? ARTICLES_SET_OFF : ARTICLES,
    reason: because({ fr: () => explain("fr"), en: () => explain("en") }),
  }

  function explain(locale: Locale): string {
    const method = complete ? WHOLE_DELIVERY : DELIVERY[options.u9PartialDelivery]
    const sentences = [`${PAID_FOR[part][locale]}${delivery.share > 0n ? method[locale] : ""}.`]
    if (delivery.supplement > 0n) sentences.push(supplementSentence(money.inWords(delivery.supplement, locale))[locale])
    if (setOff > 0n) sentences.push(setOffSentence(money.inWords(setOff, locale))[locale])
    return sentences.join(" ")
  }
}

const PAID_FOR: Record<"order" | "rest" | "lines", Bilingual> = {
  order: { fr: "Toutes les sommes versées pour la commande sont dues", en: "All sums paid for the order are owed" },
  rest: {
    fr: "Toutes les sommes versées pour le reste de la commande sont dues",
    en: "All sums paid for the rest of the order are owed",
  },
  lines: {
    fr: "Toutes les sommes versées pour les articles visés par la rétractation sont dues",
    en: "All sums paid for the articles withdrawn are owed",
  },
}

const WHOLE_DELIVERY: Bilingual = { fr: ", frais de livraison compris", en: ", delivery costs included" }

const DELIVERY: Record<LawOptions["u9PartialDelivery"], Bilingual> = {
  prorata: {
    fr: ", avec la part des frais de livraison qui suit leur valeur",
    en: ", with the share of the delivery costs that follows their value",
  },
  difference: {
    fr: ", avec les frais de livraison que les articles gardés n'auraient pas coûtés",
    en: ", with the delivery costs that the articles kept would not have cost",
  },
  full: {
    fr: ", avec la totalité des frais de livraison à la première rétractation",
    en: ", with the whole delivery costs at the first withdrawal",
  },
}

function supplementSentence(amount: string): Bilingual {
  return {
    fr: `Le supplément de ${amount} pour un mode de livraison plus coûteux que le mode standard, expressément choisi, reste à la charge du consommateur.`,
    en: `The supplement of ${amount} for a dearer mode of delivery than the standard one, expressly chosen, stays with the consumer.`,
  }
}

function setOffSentence(amount: string): Bilingual {
  return {
    fr: `${amount} en sont déduits (dépréciation ou avantage perdu).`,
    en: `${amount} is deducted (diminished value or lost advantage).`,
  }
}

function endedExtras(
  facts: RefundAmountFacts,
  order: OrderLines,
  before: Counts,
  after: Counts,
  money: Currency,
): { id: string; amount: Minor }[] {
  const complete = new Map([before, after].map((counts) => [counts, isComplete(order, counts)]))
  const ended = (line: string | undefined, counts: Counts, field: string): boolean =>
    line === undefined ? complete.get(counts) === true : counts.get(line) === lineOf(order, line, field).quantity
  const extras = facts.extras ?? []
  if (!Array.isArray(extras)) throw new LawError("extras", "a list of { id, paid }", extras)
  return (extras as NonNullable<RefundAmountFacts["extras"]>)
    .map((extra, index) => {
      const { id, paid: amount, line } = entry(extra, `extras[${index}]`, "{ id, paid }")
      if (typeof id !== "string" || id === "") throw new LawError(`extras[${index}].id`, "a name", id)
      return {
        id,
        amount: money.read(amount, `extras[${index}].paid`),
        endsNow: ended(line, after, `extras[${index}].line`) && !ended(line, before, `extras[${index}].line`),
      }
    })
    .filter(({ endsNow }) => endsNow)
    .map(({ id, amount }) => ({ id, amount }))
}

function setOffs(facts: RefundAmountFacts, options: LawOptions, money: Currency): Minor {
  let total = 0n
  if (facts.diminishedValue) {
    const amount = money.read(facts.diminishedValue.amount, "diminishedValue.amount")
    const decided = trueOrFalse(facts.diminishedValue.decidedAndDocumented, "diminishedValue.decidedAndDocumented")
    const informed = trueOrFalse(facts.diminishedValue.consumerInformed, "diminishedValue.consumerInformed")
    if (options.u8DiminishedValue === "setOff" && decided && informed) total += amount
  }
  if (facts.lostAdvantage) {
    const amount = money.read(facts.lostAdvantage.amount, "lostAdvantage.amount")
    const stated = trueOrFalse(facts.lostAdvantage.statedInTerms, "lostAdvantage.statedInTerms")
    const cost = trueOrFalse(facts.lostAdvantage.costOfWithdrawing, "lostAdvantage.costOfWithdrawing")
    if (options.u9LostAdvantage === "whenStatedInTerms" && stated && !cost) total += amount
  }
  return total
}
