import * as law from ".."
import { plusDays } from "./support"

/**
 * Bad input is refused with an error that names the field and the accepted form; nothing is guessed.
 * Each row: a call that is right, and for each of its fields the values that are not.
 */
type Row = {
  readonly name: string
  readonly call: (facts: never) => unknown
  readonly good: Readonly<Record<string, unknown>>
  readonly bad: Readonly<Record<string, readonly unknown[]>>
}

const DATES = ["2026-02-30", "30/11/2026", "", 20261130, new Date(0), {}]
const MAYBE_DATES = DATES
const AMOUNTS = ["-1.00", "1.005", "1,00", 1, "", null, {}]
const FLAGS = ["yes", 1, "true"]
const PLACE = { territories: [["XX"], [], "FR", ["FR", 5]], zone: ["Paris", "+01:00", 5] }

/** Two years without a working day. */
function everyDayClosed(): string[] {
  return Array.from({ length: 730 }, (_, i) => plusDays("2026-11-16", i))
}

const rows: readonly Row[] = [
  {
    name: "withdrawalPeriod",
    call: law.withdrawalPeriod,
    good: { contract: "goods", receptions: ["2026-11-02", null] },
    bad: {
      ...PLACE,
      contract: ["gift", undefined, null],
      receptions: [[], "2026-11-02", undefined, ["2026-02-30"], [undefined], ["2026-11-02", "soon"], [5]],
    },
  },
  {
    name: "withdrawalPeriod of a service",
    call: law.withdrawalPeriod,
    good: { contract: "service", concluded: "2026-11-02T10:00:00Z" },
    bad: { concluded: [...DATES, null, undefined, "2026-11-02T25:00:00Z"] },
  },
  {
    name: "extendForMissingInformation",
    call: ({ informedOn, start, ...place }: { informedOn: string; start: string }) => {
      const period = law.withdrawalPeriod({ contract: "goods", receptions: [start] })
      return period.started && law.extendForMissingInformation(period, informedOn, place)
    },
    good: { informedOn: "2026-11-10", start: "2026-11-02" },
    bad: { informedOn: MAYBE_DATES, ...PLACE },
  },
  {
    name: "informationOnWithdrawal",
    call: law.informationOnWithdrawal,
    good: { conditions: true, modelForm: true, onlineFunction: true, concludedOn: "2026-11-22" },
    bad: {
      conditions: [...FLAGS, undefined],
      modelForm: [...FLAGS, undefined],
      onlineFunction: [...FLAGS, undefined],
      concludedOn: [...DATES, undefined],
    },
  },
  {
    name: "onlineFunction",
    call: law.onlineFunction,
    good: { concludedOn: "2026-11-22", locale: "fr" },
    bad: { concludedOn: [...DATES, undefined], locale: ["ar", undefined], everyLineExcepted: FLAGS },
  },
  {
    name: "takingBack",
    call: law.takingBack,
    good: { requestedByConsumer: true, agreedByMerchant: true },
    bad: { requestedByConsumer: [...FLAGS, undefined], agreedByMerchant: [...FLAGS, undefined] },
  },
  {
    name: "timeliness",
    call: ({ sent, last, ...place }: { sent: string; last: string }) => law.timeliness(sent, last, place),
    good: { sent: "2026-11-10T10:00:00Z", last: "2026-11-16" },
    bad: {
      sent: ["soon", undefined, 5, "2026-02-30", "2026-11-10T25:00:00Z"],
      last: MAYBE_DATES,
      ...PLACE,
      territories: [["XX"], [], "FR"],
    },
  },
  {
    name: "returnDeadline",
    call: law.returnDeadline,
    good: { communicatedOn: "2026-11-16" },
    bad: {
      communicatedOn: [...DATES, undefined],
      goodsOut: FLAGS,
      traderCollects: FLAGS,
      territories: PLACE.territories,
    },
  },
  {
    name: "returnCost",
    call: law.returnCost,
    good: { borneByTrader: false, consumerInformed: true },
    bad: { borneByTrader: [...FLAGS, undefined], consumerInformed: [...FLAGS, undefined] },
  },
  {
    name: "refundDeadline",
    call: law.refundDeadline,
    good: { informedOn: "2026-11-16", recoveredOn: "2026-11-20" },
    bad: {
      informedOn: [...DATES, undefined],
      recoveredOn: MAYBE_DATES,
      proofOfDispatchOn: MAYBE_DATES,
      goodsOut: FLAGS,
      traderCollects: FLAGS,
      territories: PLACE.territories,
    },
  },
  {
    name: "refundAmount",
    call: law.refundAmount,
    good: {
      lines: [{ id: "A", paid: "60.00", quantity: 2 }],
      delivery: { paid: "5.00", standard: "5.00" },
      extras: [{ id: "wrap", paid: "4.00" }],
      withdrawn: [{ line: "A", quantity: 1 }],
    },
    bad: {
      currency: ["EURO", 5],
      orderDiscount: [...AMOUNTS.filter((amount) => amount !== undefined), "60.01"],
      lines: [
        [null],
        ["A"],
        [],
        undefined,
        "A",
        [{ id: "A", paid: "-1.00", quantity: 1 }],
        [{ id: "", paid: "1.00", quantity: 1 }],
        [{ paid: "1.00", quantity: 1 }],
        [{ id: "A", paid: "1.00", quantity: 0 }],
        [{ id: "A", paid: "1.00", quantity: 1.5 }],
        [{ id: "A", paid: "1.00", quantity: "1" }],
        [
          { id: "A", paid: "1.00", quantity: 1 },
          { id: "A", paid: "1.00", quantity: 1 },
        ],
      ],
      withdrawn: [
        [null],
        [],
        undefined,
        "A",
        [{ line: "B", quantity: 1 }],
        [{ line: "A", quantity: 3 }],
        [{ line: "A", quantity: 0 }],
        [{ line: "A", quantity: -1 }],
        [{ line: "A", quantity: NaN }],
        [{ quantity: 1 }],
        [
          { line: "A", quantity: 1 },
          { line: "A", quantity: 2 },
        ],
      ],
      before: [
        "A",
        [null],
        [{ line: "A", quantity: 1 }],
        [[null]],
        [[{ line: "A", quantity: 3 }]],
        [[{ line: "B", quantity: 1 }]],
        [[{ line: "A", quantity: 0 }]],
      ],
      delivery: [
        "",
        0,
        { paid: "-5.00", standard: "5.00" },
        { paid: "5.00" },
        { standard: "5.00" },
        { paid: "5.00", standard: 5 },
        { paid: "5.00", standard: "5.00", expresslyChosen: "yes" },
        { paid: "5.00", standard: "5.00", refundedBefore: "x" },
      ],
      extras: [
        [{ paid: "4.00" }],
        "wrap",
        [null],
        [{ id: "wrap", paid: 4 }],
        [{ id: "wrap", paid: "4.00", line: "B" }],
      ],
      diminishedValue: [
        { amount: "x", decidedAndDocumented: true, consumerInformed: true },
        { amount: "1.00", consumerInformed: true },
        { amount: "1.00", decidedAndDocumented: true },
      ],
      lostAdvantage: [
        { amount: "x", statedInTerms: true, costOfWithdrawing: false },
        { amount: "1.00", costOfWithdrawing: false },
        { amount: "1.00", statedInTerms: true },
      ],
    },
  },
  {
    name: "serviceBegun",
    call: law.serviceBegun,
    good: { price: "300.00", term: 30, supplied: 6, expressRequest: true, informedOfDuty: true },
    bad: {
      currency: ["EURO"],
      price: [...AMOUNTS, undefined],
      term: [0, "0.0", -1, "x", undefined, null, 1e21],
      supplied: [-1, 31, "30.1", "x", undefined],
      expressRequest: [...FLAGS, undefined],
      informedOfDuty: [...FLAGS, undefined],
      marketValue: AMOUNTS,
    },
  },
  {
    name: "digitalContentBegun",
    call: law.digitalContentBegun,
    good: { price: "9.99", consent: true, acknowledgement: true, confirmation: true },
    bad: {
      currency: ["EURO"],
      price: [...AMOUNTS, undefined],
      consent: [...FLAGS, undefined],
      acknowledgement: [...FLAGS, undefined],
      confirmation: [...FLAGS, undefined],
    },
  },
  {
    name: "lateRefund",
    call: law.lateRefund,
    good: { due: "2026-11-30", paidOn: "2026-12-20", amount: "106.00", productPrice: "100.00" },
    bad: {
      currency: ["EURO"],
      due: [...DATES, undefined, "2014-06-13"],
      paidOn: [...DATES, undefined],
      amount: [...AMOUNTS, undefined],
      productPrice: [...AMOUNTS, undefined],
    },
  },
  {
    name: "interestAfterCap",
    call: law.interestAfterCap,
    good: { due: "2026-11-30", paidOn: "2026-12-20", amount: "106.00", productPrice: "100.00" },
    bad: {
      due: [...DATES, undefined],
      paidOn: [...DATES, undefined],
      amount: [...AMOUNTS, undefined],
      productPrice: [...AMOUNTS, undefined],
    },
  },
  {
    name: "legalInterest",
    call: law.legalInterest,
    good: { amount: "100.00", from: "2026-07-01", to: "2026-07-10" },
    bad: {
      currency: ["EURO"],
      amount: [...AMOUNTS, undefined],
      from: [...DATES, undefined],
      to: [...DATES, undefined],
      creditor: ["bank", 5],
    },
  },
  {
    name: "steppedIncrease",
    call: law.steppedIncrease,
    good: { due: "2027-01-19", paidOn: "2027-01-20", amount: "250.00", concludedOn: "2026-12-01" },
    bad: {
      article: ["L242-4", 5],
      currency: ["EURO"],
      due: [...DATES, undefined],
      paidOn: [...DATES, undefined],
      amount: [...AMOUNTS, undefined],
      concludedOn: [...DATES, undefined],
    },
  },
  {
    name: "promisedDelivery",
    call: law.promisedDelivery,
    good: {
      orderedOn: "2026-11-16",
      orderedAt: "10:00",
      cutOff: "14:00",
      delay: { kind: "workingDays", count: 2, week: ["monday", "tuesday"] },
    },
    bad: {
      orderedOn: [...DATES, undefined],
      orderedAt: ["24:00", "9:00", "10:60", "10h00", undefined, 10, "10:00:00", "x10:00"],
      cutOff: ["24:00", "2 pm", 14, null],
      territories: PLACE.territories,
      closedOn: [["2026-02-30"], "2026-11-17", everyDayClosed()],
      delay: [
        undefined,
        null,
        { kind: "hours", count: 2 },
        { kind: "days" },
        { kind: "days", count: -1 },
        { kind: "days", count: 1.5 },
        { kind: "days", count: 3651 },
        { kind: "workingDays", count: 2 },
        { kind: "workingDays", count: 2, week: [] },
        { kind: "workingDays", count: 2, week: ["lundi"] },
        { kind: "workingDays", count: 3651, week: ["monday"] },
        { kind: "date" },
        { kind: "date", on: "2026-02-30" },
        { kind: "date", on: "2026-11-15" },
      ],
    },
  },
  {
    name: "latestDelivery",
    call: law.latestDelivery,
    good: { concludedOn: "2026-11-22", announcedOn: "2026-11-28" },
    bad: { concludedOn: [...DATES, undefined], announcedOn: [...MAYBE_DATES, "2026-11-21"] },
  },
  {
    name: "lateDeliveryRights",
    call: law.lateDeliveryRights,
    good: { latest: "2026-12-10", today: "2026-12-20" },
    bad: {
      latest: [...DATES, undefined],
      today: [...DATES, undefined],
      deliveredOn: MAYBE_DATES,
      refused: FLAGS,
      essential: FLAGS,
      formalNotice: [
        {},
        { receivedOn: "2026-12-12" },
        { extraPeriodEndsOn: "2026-12-22" },
        { receivedOn: "2026-12-12", extraPeriodEndsOn: "2026-12-11" },
      ],
    },
  },
  {
    name: "rescissionEffect",
    call: law.rescissionEffect,
    good: { mayRescind: true, receivedAt: "2026-12-23T10:00:00Z" },
    bad: {
      mayRescind: [...FLAGS, undefined],
      receivedAt: ["2026-12-23", "2026-12-23T10:00", undefined],
      deliveredAt: ["2026-12-23", "2026-12-23T10:00", 5],
    },
  },
  {
    name: "refundAfterRescission",
    call: ({ denouncedOn, ...place }: { denouncedOn: string }) => law.refundAfterRescission(denouncedOn, place),
    good: { denouncedOn: "2027-01-05" },
    bad: { denouncedOn: [...DATES, undefined], territories: PLACE.territories },
  },
  {
    name: "interestOnAdvance",
    call: law.interestOnAdvance,
    good: { amount: "100.00", paidOn: "2026-07-31", until: "2026-11-10" },
    bad: {
      currency: ["EURO"],
      amount: [...AMOUNTS, undefined],
      paidOn: [...DATES, undefined],
      until: [...DATES, undefined, "2026-07-30"],
    },
  },
  {
    name: "conformityGuarantee",
    call: law.conformityGuarantee,
    good: { deliveredOn: "2025-01-31" },
    bad: { deliveredOn: [...DATES, undefined], secondHand: FLAGS, digitalSupplyUntil: MAYBE_DATES },
  },
  {
    name: "secondRankRemedies",
    call: law.secondRankRemedies,
    good: { requestedOn: "2026-11-01", today: "2026-11-20" },
    bad: {
      requestedOn: [...DATES, undefined],
      today: [...DATES, undefined],
      curedOn: MAYBE_DATES,
      refused: FLAGS,
      majorInconvenience: FLAGS,
      costsBorneByConsumer: FLAGS,
      persists: FLAGS,
      severe: FLAGS,
      minor: FLAGS,
    },
  },
  {
    name: "conformityRefundDeadline",
    call: law.conformityRefundDeadline,
    good: { receivedOn: "2026-11-20" },
    bad: { receivedOn: MAYBE_DATES, proofOfReturnOn: MAYBE_DATES, territories: PLACE.territories },
  },
  ...(["cureDeadline", "shippingCostDeadline", "mediatorDeadline"] as const).map((name, i) => {
    const field = ["requestedOn", "informedOn", "complaintOn"][i]
    return {
      name,
      call: (facts: Record<string, string>) => law[name](facts[field]),
      good: { [field]: "2026-11-20" },
      bad: { [field]: [...DATES, undefined] },
    }
  }),
  {
    name: "archiveTerm",
    call: law.archiveTerm,
    good: { amount: "450.00", concludedOn: "2026-11-22", deliveredOn: "2026-11-25" },
    bad: {
      amount: [...AMOUNTS, undefined],
      concludedOn: [...DATES, undefined],
      deliveredOn: [...MAYBE_DATES, "2026-11-21"],
      immediate: FLAGS,
    },
  },
  {
    name: "passwordVerdict",
    call: law.passwordVerdict,
    good: { bits: 80, case: 1 },
    bad: { bits: [-1, NaN, Infinity, "80", undefined], case: [4, "1", undefined], restricted: FLAGS },
  },
  {
    name: "entropyBits",
    call: ({ length, alphabet }: { length: number; alphabet: number }) => law.entropyBits(length, alphabet),
    good: { length: 12, alphabet: 99 },
    bad: { length: [-1, 1.5, "12", undefined], alphabet: [0, 1.5, "99", undefined] },
  },
  {
    name: "passphraseBits",
    call: ({ words, list }: { words: number; list: number }) => law.passphraseBits(words, list),
    good: { words: 7, list: 7776 },
    bad: { words: [-1, 1.5, undefined], list: [0, "7776"] },
  },
  {
    name: "place",
    call: ({ place }: { place: law.Place }) => [
      law.cureDeadline("2026-11-20", place),
      law.timeliness("2026-11-10T10:00:00Z", "2026-11-16", place),
    ],
    good: { place: {} },
    bad: { place: [null, "RE"] },
  },
  {
    name: "holidaysIn",
    call: ({ code, year }: { code: string; year: number }) => law.holidaysIn(code, year),
    good: { code: "FR", year: 2026 },
    bad: { code: ["XX", undefined, "constructor"], year: [1899, 2200, 2026.5, "2026"] },
  },
  {
    name: "isWorkingDay",
    call: ({ date, territories }: { date: string; territories: string[] }) => law.isWorkingDay(date, territories),
    good: { date: "2026-11-20", territories: ["FR"] },
    bad: { date: [...DATES, undefined], territories: [["XX"], [], undefined] },
  },
] as readonly Row[]

/** The message of a refusal; any other outcome fails. */
function refusal(row: Row, field: string, value: unknown): string {
  try {
    row.call({ ...row.good, [field]: value } as never)
  } catch (error) {
    if (error instanceof law.LawError) return error.message
    throw error
  }
  throw new Error(`${row.name} accepted ${field} = ${String(JSON.stringify(value))}`)
}

describe("bad input is refused, with the field and the accepted form", () => {
  it.each(rows.map((row) => [row.name, row] as const))("%s", (_name, row) => {
    expect(() => row.call(row.good as never)).not.toThrow()
    const refusals = Object.entries(row.bad).map(([field, values]) => {
      const messages = values.map((value) => refusal(row, field, value))
      for (const message of messages) {
        expect(message).toMatch(/^[a-zA-Z][\w.[\]]*: .+ is not accepted; give .+\.$/s)
        // "start" is the day that a reception or a conclusion gives.
        expect(message.startsWith(field) || message.startsWith("start:")).toBe(true)
      }
      return [field, messages]
    })
    expect(Object.fromEntries(refusals)).toMatchSnapshot()
  })
})
