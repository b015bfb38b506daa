import type { ArticleId } from "../articles"
import { LawError, trueOrFalse, wholeNumber } from "../foundations/law-error"
import { type Amount, type Currency, currency, divideHalfUp, least, type Minor, most, sum } from "../foundations/money"
import { because, type Bilingual, type Locale } from "../foundations/reason"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { allocateDiscount, paidForUnits } from "./paid-for-lines"

/** Units of an order line. */
export type Units = { readonly line: string; readonly quantity: number }

export type RefundAmountFacts = {
  /** ISO 4217 code. Default EUR. */
  readonly currency?: string
  /** Every line of the order: what it cost with tax, before the order discount, and how many units. */
  readonly lines: readonly { readonly id: string; readonly paid: Amount; readonly quantity: number }[]
  /** Discount on the whole order, spread over the lines by value. */
  readonly orderDiscount?: Amount
  readonly delivery?: {
    /** What was paid for the mode chosen. */
    readonly paid: Amount
    /** Price of the cheapest standard mode that was offered for this order (frozen at checkout). */
    readonly standard: Amount
    /** Price of the same mode for what is kept after this withdrawal: the difference method needs it. */
    readonly kept?: Amount
    /** The same before this withdrawal, where there were earlier ones. */
    readonly keptBefore?: Amount
    /** What earlier withdrawals really refunded of the delivery, from the ledger: wins over `keptBefore`. */
    readonly refundedBefore?: Amount
    /** Whether the consumer expressly chose the mode; a dearer one that was pre-selected is refunded whole. Default true. */
    readonly expresslyChosen?: boolean
  }
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

const ARTICLES: readonly ArticleId[] = ["L221-24", "L221-27"]
const ARTICLES_SET_OFF: readonly ArticleId[] = ["L221-24", "L221-27", "L221-23", "L221-18"]

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
  const before = countUnits(earlierUnits(facts), order, "before")
  const now = countUnits(facts.withdrawn, order, "withdrawn")
  if (now.size === 0) throw new LawError("withdrawn", "at least one unit", facts.withdrawn)
  const after = add(before, now, order)

  const lines = [...now].map(([line, quantity]) => ({
    line,
    quantity,
    amount: paid(order, line, after) - paid(order, line, before),
  }))
  const complete = isComplete(order, after)
  const delivery = deliveryShare(facts, order, before, after, options, money)
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
    fr: ", avec la part des frais de livraison standard qui suit leur valeur",
    en: ", with the share of the standard delivery costs that follows their value",
  },
  difference: {
    fr: ", avec les frais de livraison standard que les articles gardés n'auraient pas coûtés",
    en: ", with the standard delivery costs that the articles kept would not have cost",
  },
  full: {
    fr: ", avec la totalité des frais de livraison standard à la première rétractation",
    en: ", with the whole standard delivery costs at the first withdrawal",
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
    fr: `${amount} en sont déduits, par une décision motivée.`,
    en: `${amount} is deducted from it, by a reasoned decision.`,
  }
}

type Line = { readonly net: Minor; readonly quantity: number }
type Order = ReadonlyMap<string, Line>
type Counts = ReadonlyMap<string, number>

function readOrder(facts: RefundAmountFacts, money: Currency): Order {
  if (!Array.isArray(facts.lines) || facts.lines.length === 0) {
    throw new LawError("lines", "the lines of the order, at least one", facts.lines)
  }
  const gross = facts.lines.map((line, index) =>
    money.read(entry(line, `lines[${index}]`, "{ id, paid, quantity }").paid, `lines[${index}].paid`),
  )
  const discount = facts.orderDiscount === undefined ? 0n : money.read(facts.orderDiscount, "orderDiscount")
  if (discount > sum(gross)) {
    throw new LawError("orderDiscount", "a discount that is not above the price of the lines", facts.orderDiscount)
  }
  const net = allocateDiscount(gross, discount)
  const order = new Map<string, Line>()
  facts.lines.forEach(({ id, quantity }, index) => {
    if (typeof id !== "string" || id === "" || order.has(id)) {
      throw new LawError(`lines[${index}].id`, "a name that no other line has", id)
    }
    order.set(id, { net: net[index], quantity: wholeNumber(quantity, 1, `lines[${index}].quantity`) })
  })
  return order
}

function lineOf(order: Order, id: string, field: string): Line {
  const line = order.get(id)
  if (!line) throw new LawError(field, `the id of a line of the order (${[...order.keys()].join(", ")})`, id)
  return line
}

/** Units of all earlier withdrawals together. */
function earlierUnits({ before = [] }: RefundAmountFacts): Units[] {
  if (Array.isArray(before) && before.every(Array.isArray)) return before.flat() as Units[]
  throw new LawError("before", "a list of earlier withdrawals, each a list of { line, quantity }", before)
}

/** Refuses an entry of a list that is no object, before a field of it is read. */
function entry<T>(given: T, field: string, form: string): T {
  if (typeof given === "object" && given !== null) return given
  throw new LawError(field, form, given)
}

function countUnits(units: readonly Units[], order: Order, field: string): Counts {
  if (!Array.isArray(units)) throw new LawError(field, "a list of { line, quantity }", units)
  const counts = new Map<string, number>()
  units.forEach((unit: Units, index) => {
    const { line, quantity } = entry(unit, `${field}[${index}]`, "{ line, quantity }")
    lineOf(order, line, `${field}[${index}].line`)
    counts.set(line, (counts.get(line) ?? 0) + wholeNumber(quantity, 1, `${field}[${index}].quantity`))
  })
  return counts
}

function add(before: Counts, now: Counts, order: Order): Counts {
  const total = new Map(before)
  for (const [line, quantity] of now) {
    const units = (before.get(line) ?? 0) + quantity
    const { quantity: ordered } = lineOf(order, line, "withdrawn")
    if (units > ordered) {
      throw new LawError("withdrawn", `at most ${ordered} units of line ${line}, earlier withdrawals included`, units)
    }
    total.set(line, units)
  }
  return total
}

/** What was paid for the units of a line withdrawn so far. */
function paid(order: Order, line: string, counts: Counts): Minor {
  const { net, quantity } = lineOf(order, line, "line")
  return paidForUnits(net, quantity, counts.get(line) ?? 0)
}

function isComplete(order: Order, counts: Counts): boolean {
  return [...order].every(([id, { quantity }]) => counts.get(id) === quantity)
}

function deliveryShare(
  facts: RefundAmountFacts,
  order: Order,
  before: Counts,
  after: Counts,
  options: LawOptions,
  money: Currency,
): { share: Minor; supplement: Minor } {
  if (!facts.delivery) return { share: 0n, supplement: 0n }
  const chosen = money.read(facts.delivery.paid, "delivery.paid")
  const standard = money.read(facts.delivery.standard, "delivery.standard")
  const refundable = trueOrFalse(facts.delivery.expresslyChosen ?? true, "delivery.expresslyChosen")
    ? least(chosen, standard)
    : chosen
  const supplement = chosen - refundable
  const soFar = (counts: Counts, kept: Amount | undefined, field: string): Minor => {
    if (isComplete(order, counts)) return refundable
    if (counts.size === 0) return 0n
    switch (options.u9PartialDelivery) {
      case "full":
        return refundable
      case "difference":
        return refundable === 0n ? 0n : most(0n, refundable - money.read(kept as Amount, field))
      case "prorata": {
        const value = sum([...order.keys()].map((line) => paid(order, line, counts)))
        const all = sum([...order.values()].map(({ net }) => net))
        return all === 0n ? 0n : divideHalfUp(refundable * value, all)
      }
    }
  }
  const { refundedBefore, keptBefore, kept } = facts.delivery
  const toDate = soFar(after, kept, "delivery.kept")
  if (refundedBefore !== undefined) {
    // The ledger knows what went out: nothing is taken back, and nothing is refunded twice.
    return { share: most(0n, toDate - money.read(refundedBefore, "delivery.refundedBefore")), supplement }
  }
  const share = toDate - soFar(before, keptBefore, "delivery.keptBefore")
  if (share < 0n) {
    throw new LawError(
      "delivery.kept",
      "a price that is not above delivery.keptBefore, or what was refunded so far in delivery.refundedBefore",
      kept,
    )
  }
  return { share, supplement }
}

function endedExtras(
  facts: RefundAmountFacts,
  order: Order,
  before: Counts,
  after: Counts,
  money: Currency,
): { id: string; amount: Minor }[] {
  const ended = (line: string | undefined, counts: Counts, field: string): boolean =>
    line === undefined ? isComplete(order, counts) : counts.get(line) === lineOf(order, line, field).quantity
  const extras = facts.extras ?? []
  if (!Array.isArray(extras)) throw new LawError("extras", "a list of { id, paid }", extras)
  return (extras as NonNullable<RefundAmountFacts["extras"]>)
    .map((extra, index) => {
      const { id, paid: amount, line } = entry(extra, `extras[${index}]`, "{ id, paid }")
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
