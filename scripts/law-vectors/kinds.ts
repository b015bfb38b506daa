import {
  archiveTerm,
  extendForMissingInformation,
  latestDelivery,
  lateRefund,
  type LawOptions,
  lawOptions,
  refundAmount,
  type RefundAmountFacts,
  refundDeadline,
  returnDeadline,
  serviceBegun,
  steppedIncrease,
  timeliness,
  withdrawalPeriod,
} from "../../src/law"

/** One worked example: its facts and the results expected, side by side. `id` and `note` are for people. */
export type Case = Readonly<Record<string, unknown>>

/** What the law answers to a case: only the fields that the case may expect. */
export type Answer = Readonly<Record<string, unknown>>

const COMPLETED = lawOptions({ u7NewMonth: "completed" })
const DELIVERY_METHODS: Readonly<Record<string, LawOptions>> = {
  prorata: lawOptions({ u9PartialDelivery: "prorata" }),
  difference: lawOptions({ u9PartialDelivery: "difference" }),
  full: lawOptions({ u9PartialDelivery: "full" }),
}

/** How each kind of case is asked of the law. A result that a case does not expect is not computed where it could fail. */
export const KINDS: Readonly<Record<string, (one: Case) => Answer>> = {
  withdrawal: (one) => ({
    ...withdrawalPeriod({ contract: "goods", receptions: [one.event as string | null], ...place(one) }),
  }),

  extension: (one) => {
    const initial = withdrawalPeriod({ contract: "goods", receptions: [one.start as string], ...place(one) })
    if (!initial.started) throw new Error("start: a case of this kind needs the day of the event")
    const { last, initialLast } = extendForMissingInformation(initial, text(one.info) ?? null, place(one))
    return { initial: initialLast, last }
  },

  refund: (one) => {
    const goods = { goodsOut: one.goods_out as boolean, traderCollects: one.collects as boolean, ...place(one) }
    const back = returnDeadline({ ...goods, communicatedOn: one.informed as string })
    const refund = refundDeadline({
      ...goods,
      informedOn: one.informed as string,
      recoveredOn: text(one.recovered),
      proofOfDispatchOn: text(one.proof),
    })
    return {
      return_strict: back.strict,
      return_rolled: back.rolled,
      due_strict: refund.strict,
      due_rolled: refund.rolled,
    }
  },

  l242_4: (one) => {
    const facts = {
      due: one.due as string,
      paidOn: one.paid as string,
      amount: one.amount as string,
      productPrice: one.price as string,
      ...money(one),
    }
    const started = lateRefund(facts)
    return { late: started.late, inc_started: started.increase, inc_completed: lateRefund(facts, COMPLETED).increase }
  },

  l241_4: (one) => {
    const { late, increase } = steppedIncrease({
      due: one.due as string,
      paidOn: one.paid as string,
      amount: one.amount as string,
      concludedOn: (one.concluded ?? one.denounced ?? one.due) as string,
      ...money(one),
    })
    return { late, increase }
  },

  timeliness: (one) => ({
    result: timeliness(one.sent as string, text(one.last) ?? null, place(one)).inTime ? "in time" : "late",
  }),

  delivery: (one) => ({
    latest: latestDelivery({ concludedOn: one.concluded as string, announcedOn: text(one.announced) }).latest,
  }),

  archive: (one) => ({
    until: archiveTerm({
      amount: one.amount as string,
      concludedOn: one.concluded as string,
      deliveredOn: text(one.delivered),
      immediate: one.immediate as boolean,
    }).until,
  }),

  amounts: (one) => {
    const input = one.input as AmountsInput | undefined
    if (!input) throw new Error("input: a case of this kind needs its input")
    return Object.fromEntries(
      Object.keys(DELIVERY_METHODS)
        .filter((method) => method in one)
        .map((method) => [method, amount(input, method)]),
    )
  },
}

/** The fields that each kind compares; a case must expect at least one of them. */
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  withdrawal: ["start", "nominal", "last", "end"],
  extension: ["initial", "last"],
  refund: ["return_strict", "return_rolled", "due_strict", "due_rolled"],
  l242_4: ["late", "inc_started", "inc_completed"],
  l241_4: ["late", "increase"],
  timeliness: ["result"],
  delivery: ["latest"],
  archive: ["until"],
  amounts: ["prorata", "difference", "full"],
}

type AmountsInput = {
  readonly currency?: string
  readonly lines: RefundAmountFacts["lines"]
  readonly order_discount?: string
  readonly delivery?: { paid: string; standard: string; kept?: string; kept_before?: string }
  readonly extras?: RefundAmountFacts["extras"]
  readonly before?: RefundAmountFacts["before"]
  readonly withdrawn: RefundAmountFacts["withdrawn"]
  readonly service?: { price: string; term: number; supplied: number; express_request: boolean; informed?: boolean }
}

function amount(input: AmountsInput, method: string): string {
  if (input.service) {
    const { express_request: expressRequest, informed: informedOfDuty = true, ...service } = input.service
    return serviceBegun({ ...service, expressRequest, informedOfDuty, currency: input.currency }).refund
  }
  const { order_discount: orderDiscount, delivery, ...order } = input
  const { kept_before: keptBefore, ...prices } = delivery ?? { paid: "0", standard: "0" }
  return refundAmount({ ...order, orderDiscount, delivery: { ...prices, keptBefore } }, DELIVERY_METHODS[method]).total
}

/** Zone and territory of a case; metropolitan France where none is given. */
function place(one: Case): { zone?: string; territories?: string[] } {
  return { zone: text(one.tz) ?? undefined, territories: one.region === undefined ? undefined : [one.region as string] }
}

function money(one: Case): { currency?: string } {
  return one.currency === undefined ? {} : { currency: one.currency as string }
}

function text(value: unknown): string | null | undefined {
  return value as string | null | undefined
}
