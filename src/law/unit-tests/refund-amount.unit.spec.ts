import * as fc from "fast-check"
import { digitalContentBegun, lawOptions, refundAmount, type RefundAmountFacts, serviceBegun } from ".."
import { allocateDiscount, paidForUnits } from "../withdrawal/paid-for-lines"
import { holds } from "./support"

describe("L221-24: the amount", () => {
  const order: RefundAmountFacts = {
    lines: [
      { id: "A", paid: "60.00", quantity: 1 },
      { id: "B", paid: "40.00", quantity: 2 },
    ],
    delivery: { paid: "12.00", standard: "5.00" },
    withdrawn: [{ line: "A", quantity: 1 }],
  }

  it("a line with its share of standard delivery; the supplement for express stays with the consumer (al. 4)", () => {
    expect(refundAmount(order)).toMatchObject({
      lines: [{ line: "A", quantity: 1, amount: "60.00" }],
      delivery: "3.00",
      extras: [],
      setOff: "0.00",
      total: "63.00",
      deliverySupplement: "7.00",
      complete: false,
      articles: ["L221-24", "L221-27"],
    })
  })

  it("without delivery costs nothing is added", () => {
    expect(refundAmount({ ...order, delivery: undefined })).toMatchObject({
      delivery: "0.00",
      total: "60.00",
      deliverySupplement: "0.00",
    })
  })

  it("the same line named twice counts together; earlier withdrawals count", () => {
    const twice = refundAmount({
      ...order,
      withdrawn: [
        { line: "B", quantity: 1 },
        { line: "B", quantity: 1 },
      ],
    })
    expect(twice.lines).toEqual([{ line: "B", quantity: 2, amount: "40.00" }])
    const second = refundAmount({
      ...order,
      before: [[{ line: "A", quantity: 1 }], [{ line: "B", quantity: 1 }]],
      withdrawn: [{ line: "B", quantity: 1 }],
    })
    expect(second).toMatchObject({ total: "21.00", delivery: "1.00", complete: true })
  })

  it("extras: those of the order end with the whole order, those of a line with its last unit, each once (L221-27)", () => {
    const extras = [
      { id: "wrap", paid: "4.00" },
      { id: "insurance", paid: "2.50", line: "B" },
    ]
    const one = refundAmount({ ...order, extras, withdrawn: [{ line: "B", quantity: 1 }] })
    expect(one.extras).toEqual([])
    const line = refundAmount({ ...order, extras, withdrawn: [{ line: "B", quantity: 2 }] })
    expect(line.extras).toEqual([{ id: "insurance", amount: "2.50" }])
    const rest = refundAmount({ ...order, extras, before: [[{ line: "B", quantity: 2 }]] })
    expect(rest.extras).toEqual([{ id: "wrap", amount: "4.00" }])
    expect(rest.complete).toBe(true)
  })

  it("the difference method needs the price of what is kept, only where delivery was paid and something is kept", () => {
    const difference = lawOptions({ u9PartialDelivery: "difference" })
    expect(() => refundAmount(order, difference)).toThrow(/^delivery\.kept: nothing/)
    const free = { paid: "0.00", standard: "5.00" }
    expect(refundAmount({ ...order, delivery: free }, difference).total).toBe("60.00")
    expect(
      refundAmount({ ...order, delivery: { paid: "5.00", standard: "5.00", kept: "3.00" } }, difference).delivery,
    ).toBe("2.00")
    expect(
      refundAmount({ ...order, delivery: { paid: "5.00", standard: "5.00", kept: "9.00" } }, difference).delivery,
    ).toBe("0.00")
    expect(() =>
      refundAmount(
        {
          ...order,
          before: [[{ line: "B", quantity: 1 }]],
          delivery: { paid: "5.00", standard: "5.00", kept: "4.00", keptBefore: "2.00" },
        },
        difference,
      ),
    ).toThrow(/^delivery\.kept: "4.00" is not accepted; give a price that is not above delivery\.keptBefore, or/)
    expect(() =>
      refundAmount(
        {
          ...order,
          before: [[{ line: "B", quantity: 1 }]],
          delivery: { paid: "5.00", standard: "5.00", kept: "4.00" },
        },
        difference,
      ),
    ).toThrow(/^delivery\.keptBefore: nothing/)
  })

  it("what the ledger refunded of the delivery wins: nothing is taken back, nothing is refunded twice", () => {
    const difference = lawOptions({ u9PartialDelivery: "difference" })
    const second = (delivery: object) =>
      refundAmount(
        {
          ...order,
          before: [[{ line: "B", quantity: 1 }]],
          delivery: { paid: "5.00", standard: "5.00", kept: "4.00", ...delivery },
        },
        difference,
      ).delivery
    expect(second({ keptBefore: "2.00", refundedBefore: "3.00" })).toBe("0.00")
    expect(second({ refundedBefore: "0.40" })).toBe("0.60")
    const last = { ...order, before: [[{ line: "B", quantity: 2 }]] }
    expect(
      refundAmount({ ...last, delivery: { paid: "5.00", standard: "5.00", refundedBefore: "3.50" } }).delivery,
    ).toBe("1.50")
  })

  it("a dearer mode that the consumer did not expressly choose is refunded whole (L221-24, al. 4)", () => {
    const preselected = { ...order, delivery: { paid: "12.00", standard: "5.00", expresslyChosen: false } }
    expect(refundAmount(preselected)).toMatchObject({ delivery: "7.20", deliverySupplement: "0.00" })
    const chosen = { ...order, delivery: { paid: "12.00", standard: "5.00", expresslyChosen: true } }
    expect(refundAmount(chosen)).toMatchObject({ delivery: "3.00", deliverySupplement: "7.00" })
  })

  it("free goods: delivery comes back when everything is withdrawn", () => {
    const free: RefundAmountFacts = {
      lines: [{ id: "A", paid: "0.00", quantity: 2 }],
      delivery: { paid: "5.00", standard: "5.00" },
      withdrawn: [{ line: "A", quantity: 1 }],
    }
    expect(refundAmount(free).total).toBe("0.00")
    expect(refundAmount({ ...free, before: [[{ line: "A", quantity: 1 }]] }).total).toBe("5.00")
  })

  it("U8 and U9: nothing is set off by default, and by option only what is decided or stated", () => {
    const claims = {
      ...order,
      diminishedValue: { amount: "10.00", decidedAndDocumented: true, consumerInformed: true },
      lostAdvantage: { amount: "4.00", statedInTerms: true, costOfWithdrawing: false },
    }
    expect(refundAmount(claims)).toMatchObject({ setOff: "0.00", total: "63.00" })
    const setOff = lawOptions({ u8DiminishedValue: "setOff" })
    const stated = lawOptions({ u9LostAdvantage: "whenStatedInTerms" })
    const both = lawOptions({ u8DiminishedValue: "setOff", u9LostAdvantage: "whenStatedInTerms" })
    expect(refundAmount(claims, setOff)).toMatchObject({ setOff: "10.00", total: "53.00" })
    expect(refundAmount(claims, stated)).toMatchObject({ setOff: "4.00", total: "59.00" })
    expect(refundAmount(claims, both)).toMatchObject({ setOff: "14.00", total: "49.00" })
    expect(refundAmount(claims, both).articles).toEqual(["L221-24", "L221-27", "L221-23", "L221-18"])
    for (const lacking of [
      { diminishedValue: { ...claims.diminishedValue, decidedAndDocumented: false } },
      { diminishedValue: { ...claims.diminishedValue, consumerInformed: false } },
    ]) {
      expect(refundAmount({ ...claims, ...lacking }, both).setOff).toBe("4.00")
    }
    for (const lacking of [
      { lostAdvantage: { ...claims.lostAdvantage, statedInTerms: false } },
      { lostAdvantage: { ...claims.lostAdvantage, costOfWithdrawing: true } },
    ]) {
      expect(refundAmount({ ...claims, ...lacking }, both).setOff).toBe("10.00")
    }
    const huge = { ...order, diminishedValue: { ...claims.diminishedValue, amount: "1000.00" } }
    expect(refundAmount(huge, setOff)).toMatchObject({ setOff: "63.00", total: "0.00" })
  })

  it("earlier withdrawals are counted line by line, and refused where they exceed the order", () => {
    const before = [[{ line: "B", quantity: 1 }], [{ line: "B", quantity: 2 }]]
    expect(() => refundAmount({ ...order, before })).toThrow(/^before: 3 .* at most 2 units of line B/)
    expect(() =>
      refundAmount({ ...order, before: [[{ line: "B", quantity: 1 }], [{ line: "C", quantity: 1 }]] }),
    ).toThrow(/^before\[1\]\[0\]\.line: "C"/)
    expect(() => refundAmount({ ...order, before: [[{ line: "A", quantity: 1 }]] })).toThrow(
      /^withdrawn: 2 .* at most 1 units/,
    )
  })

  it("other currencies keep their own digits", () => {
    const yen = refundAmount({
      currency: "jpy",
      lines: [{ id: "A", paid: "1000", quantity: 3 }],
      delivery: { paid: "500", standard: "500" },
      withdrawn: [{ line: "A", quantity: 1 }],
    })
    expect(yen).toMatchObject({ lines: [{ line: "A", quantity: 1, amount: "333" }], delivery: "167", total: "500" })
    const dinar = refundAmount({
      currency: "KWD",
      lines: [{ id: "A", paid: "1", quantity: 3 }],
      withdrawn: [{ line: "A", quantity: 2 }],
    })
    expect(dinar.total).toBe("0.666")
  })

  it("the reason says what is refunded and what stays with the consumer", () => {
    const all = {
      ...order,
      withdrawn: [
        { line: "A", quantity: 1 },
        { line: "B", quantity: 2 },
      ],
    }
    const standard = { ...order, delivery: { paid: "5.00", standard: "5.00", kept: "5.00" } }
    expect(
      [
        refundAmount(order),
        refundAmount(all),
        refundAmount(standard),
        refundAmount(standard, lawOptions({ u9PartialDelivery: "difference" })),
        refundAmount(standard, lawOptions({ u9PartialDelivery: "full" })),
        refundAmount({ ...all, before: undefined, delivery: undefined }),
        refundAmount({ ...order, before: [[{ line: "B", quantity: 2 }]] }),
        refundAmount(
          {
            ...standard,
            diminishedValue: { amount: "10.00", decidedAndDocumented: true, consumerInformed: true },
          },
          lawOptions({ u8DiminishedValue: "setOff" }),
        ),
      ].map(({ reason }) => ({ fr: reason.fr, en: reason.en })),
    ).toMatchSnapshot()
  })
})

describe("what was paid for lines and units", () => {
  it("a discount is spread by value, half up, the remainder on the last line", () => {
    expect(allocateDiscount([6000n, 4000n], 1000n)).toEqual([5400n, 3600n])
    expect(allocateDiscount([100n, 100n, 100n], 100n)).toEqual([67n, 67n, 66n])
    expect(allocateDiscount([1n, 2n], 0n)).toEqual([1n, 2n])
    expect(allocateDiscount([0n, 0n], 0n)).toEqual([0n, 0n])
  })

  it("a line never costs less than nothing, even where rounding alone would take more", () => {
    expect(allocateDiscount([1n, 1n, 1n, 1n], 2n)).toEqual([0n, 0n, 1n, 1n])
    expect(allocateDiscount(new Array<bigint>(10).fill(1n), 4n)).toEqual([1n, 1n, 1n, 1n, 1n, 1n, 0n, 0n, 0n, 0n])
  })

  it("a unit costs its share half up, the last one the remainder", () => {
    expect([1, 2, 3].map((units) => paidForUnits(9999n, 3, units))).toEqual([3333n, 6666n, 9999n])
    expect([1, 2, 3].map((units) => paidForUnits(100n, 3, units))).toEqual([33n, 66n, 100n])
    expect([1, 2, 3].map((units) => paidForUnits(200n, 3, units))).toEqual([67n, 134n, 200n])
    expect([1, 5, 9, 10].map((units) => paidForUnits(5n, 10, units))).toEqual([1n, 5n, 5n, 5n])
    expect(paidForUnits(100n, 3, 0)).toBe(0n)
  })
})

describe("L221-24: successive withdrawals refund exactly what one would", () => {
  type Split = { facts: Omit<RefundAmountFacts, "withdrawn">; units: string[]; cuts: number[]; digits: number }
  const splits: fc.Arbitrary<Split> = fc
    .record({
      currency: fc.constantFrom(["EUR", 2], ["JPY", 0], ["KWD", 3]) as fc.Arbitrary<[string, number]>,
      lines: fc.array(fc.record({ paid: fc.nat(500_000), quantity: fc.integer({ min: 1, max: 7 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      discountShare: fc.integer({ min: 0, max: 1000 }),
      paid: fc.nat(5000),
      standard: fc.nat(5000),
      extras: fc.array(fc.record({ paid: fc.nat(3000), line: fc.option(fc.nat(5), { nil: undefined }) }), {
        maxLength: 3,
      }),
      shuffle: fc.array(fc.nat(1000), { minLength: 42, maxLength: 42 }),
      cuts: fc.array(fc.nat(41), { maxLength: 6 }),
    })
    .map(({ currency: [code, digits], lines, discountShare, paid, standard, extras, shuffle, cuts }) => {
      const write = (minor: number): string => {
        const text = String(minor).padStart(digits + 1, "0")
        return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
      }
      const total = lines.reduce((all, line) => all + line.paid, 0)
      const units = lines
        .flatMap((line, i) => Array.from({ length: line.quantity }, () => `L${i}`))
        .map((line, i) => ({ line, rank: shuffle[i] }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ line }) => line)
      return {
        digits,
        units,
        cuts,
        facts: {
          currency: code,
          lines: lines.map((line, i) => ({ id: `L${i}`, paid: write(line.paid), quantity: line.quantity })),
          orderDiscount: write(Math.floor((total * discountShare) / 1000)),
          delivery: { paid: write(paid), standard: write(standard), kept: write(paid), keptBefore: write(paid) },
          extras: extras.map((extra, i) => ({
            id: `X${i}`,
            paid: write(extra.paid),
            line: extra.line === undefined ? undefined : `L${extra.line % lines.length}`,
          })),
        },
      }
    })

  it.each(["prorata", "difference", "full"] as const)(
    "property: %s, any split of any order, with discounts, odd thirds, JPY and KWD, to the last minor unit",
    (method) => {
      const options = lawOptions({ u9PartialDelivery: method })
      const minor = (amount: string): bigint => BigInt(amount.replace(".", ""))
      holds(
        fc.property(splits, ({ facts, units, cuts }) => {
          const count = (names: string[]) => {
            const counts = new Map<string, number>()
            names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1))
            return [...counts].map(([line, quantity]) => ({ line, quantity }))
          }
          const bounds = [...new Set([0, ...cuts.map((cut) => cut % units.length), units.length])].sort((a, b) => a - b)
          const parts = bounds.slice(1).map((end, i) => count(units.slice(bounds[i], end)))
          const full = refundAmount({ ...facts, withdrawn: count(units) }, options)
          const refunds = parts.map((withdrawn, i) =>
            refundAmount({ ...facts, before: parts.slice(0, i), withdrawn }, options),
          )
          refunds.forEach((refund) => expect(minor(refund.total)).toBeGreaterThanOrEqual(0n))
          expect(refunds.reduce((all, { total }) => all + minor(total), 0n)).toBe(minor(full.total))
          expect(refunds.at(-1)?.complete).toBe(true)
        }),
      )
    },
  )

  it("property: a full withdrawal gives back every sum paid, less the delivery supplement alone", () => {
    const minor = (amount: string): bigint => BigInt(amount.replace(".", ""))
    holds(
      fc.property(splits, ({ facts }) => {
        const full = refundAmount({
          ...facts,
          withdrawn: facts.lines.map(({ id, quantity }) => ({ line: id, quantity })),
        })
        const paid =
          facts.lines.reduce((all, line) => all + minor(line.paid), 0n) -
          minor(facts.orderDiscount ?? "0") +
          minor(facts.delivery?.paid ?? "0") +
          (facts.extras ?? []).reduce((all, extra) => all + minor(extra.paid), 0n)
        expect(minor(full.total) + minor(full.deliverySupplement)).toBe(paid)
      }),
    )
  })
})

describe("L221-25: services begun before the withdrawal", () => {
  const service = { price: "300.00", term: 30, supplied: 6, expressRequest: true, informedOfDuty: true }

  it("with the express request the part supplied is owed, in proportion", () => {
    expect(serviceBegun(service)).toMatchObject({ owed: "60.00", refund: "240.00", articles: ["L221-25"] })
    expect(serviceBegun({ ...service, term: "1.5", supplied: "0.25" }).owed).toBe("50.00")
    expect(serviceBegun({ ...service, supplied: 0 }).refund).toBe("300.00")
    expect(serviceBegun({ ...service, supplied: 30 }).refund).toBe("0.00")
    expect(serviceBegun({ ...service, currency: "JPY", price: "1000", term: 3, supplied: 1 }).owed).toBe("333")
  })

  it("without the request, or without the information of L221-5, 9°, nothing is owed", () => {
    expect(serviceBegun({ ...service, expressRequest: false })).toMatchObject({ owed: "0.00", refund: "300.00" })
    expect(serviceBegun({ ...service, informedOfDuty: false })).toMatchObject({ owed: "0.00", refund: "300.00" })
  })

  it("an excessive price gives way to the market value, a lower price stays", () => {
    expect(serviceBegun({ ...service, marketValue: "150.00" }).owed).toBe("30.00")
    expect(serviceBegun({ ...service, marketValue: "400.00" }).owed).toBe("60.00")
  })

  it("the reason, for each outcome", () => {
    expect(
      [
        service,
        { ...service, supplied: "2.5" },
        { ...service, marketValue: "150.00" },
        { ...service, expressRequest: false },
        { ...service, informedOfDuty: false },
      ].map((facts) => JSON.parse(JSON.stringify(serviceBegun(facts).reason)) as unknown),
    ).toMatchSnapshot()
  })
})

describe("L221-26: digital content begun before the withdrawal", () => {
  const facts = { price: "19.99", consent: true, acknowledgement: true, confirmation: true }

  it("the price is owed only with consent, acknowledgement and confirmation together", () => {
    const owed = digitalContentBegun(facts)
    expect(owed).toMatchObject({ owed: "19.99", refund: "0.00", articles: ["L221-26", "L221-28", "L221-13"] })
    expect(owed.reason).toMatchSnapshot()
    for (const missing of ["consent", "acknowledgement", "confirmation"]) {
      const nothing = digitalContentBegun({ ...facts, [missing]: false })
      expect(nothing).toMatchObject({ owed: "0.00", refund: "19.99", articles: ["L221-26"] })
      expect(nothing.reason).toMatchSnapshot("nothing owed")
    }
    expect(digitalContentBegun({ ...facts, currency: "JPY", price: "500" }).owed).toBe("500")
  })
})
