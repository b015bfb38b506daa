import * as fc from "fast-check"
import { lawOptions, refundDeadline, type RefundFacts, returnCost, returnDeadline } from ".."
import { civilDates, holds, plusDays } from "./support"

describe("L221-23: the return of the goods", () => {
  it("fourteen days from the communication, to a working day for the consumer (U6)", () => {
    expect(returnDeadline({ communicatedOn: "2026-12-11" })).toMatchObject({
      due: "2026-12-28",
      strict: "2026-12-25",
      rolled: "2026-12-28",
      articles: ["L221-23", "Reg. 1182/71"],
    })
    expect(returnDeadline({ communicatedOn: "2026-11-16" }).articles).toEqual(["L221-23"])
    const strict = lawOptions({ u6RollConsumerPeriods: false })
    expect(returnDeadline({ communicatedOn: "2026-12-11" }, strict).due).toBe("2026-12-25")
  })

  it("nothing to return when the trader collects or the goods never left", () => {
    const nothing = { due: null, strict: null, rolled: null }
    expect(returnDeadline({ communicatedOn: "2026-12-11", traderCollects: true })).toMatchObject(nothing)
    expect(returnDeadline({ communicatedOn: "2026-12-11", goodsOut: false })).toMatchObject(nothing)
    expect(returnDeadline({ communicatedOn: "2026-12-11", goodsOut: true, traderCollects: false }).due).not.toBeNull()
  })

  it("the reason, for each outcome", () => {
    expect(
      [
        { communicatedOn: "2026-11-16" },
        { communicatedOn: "2026-12-11" },
        { communicatedOn: "2026-12-11", traderCollects: true },
        { communicatedOn: "2026-12-11", goodsOut: false },
      ].map((facts) => JSON.parse(JSON.stringify(returnDeadline(facts).reason))),
    ).toMatchSnapshot()
  })
})

describe("L221-23, al. 2: who bears the cost of the return", () => {
  it("the consumer, when he was told and the trader did not agree to bear it; otherwise the trader", () => {
    const cost = (borneByTrader: boolean, consumerInformed: boolean) => returnCost({ borneByTrader, consumerInformed })
    expect(
      [cost(false, true), cost(true, true), cost(false, false), cost(true, false)].map(({ borneBy }) => borneBy),
    ).toEqual(["consumer", "trader", "trader", "trader"])
    expect([cost(false, true), cost(true, true), cost(false, false)]).toMatchSnapshot()
  })
})

describe("L221-24: the refund deadline", () => {
  const due = (facts: Partial<RefundFacts>, options = lawOptions({})) =>
    refundDeadline({ informedOn: "2026-11-16", ...facts }, options)

  it("of goods of which some never left the whole refund waits for the others, unless counsel reads U22 otherwise", () => {
    const mixed = { goodsOut: true, partNeverLeft: true }
    expect(due(mixed)).toMatchObject({ due: null, follows: "deferred" })
    expect(due(mixed).reason.fr).toContain("en une fois, biens qui n'étaient pas partis compris")
    expect(due({ goodsOut: true }).reason.fr).not.toContain("en une fois")
    expect(due({ ...mixed, recoveredOn: "2026-12-04" })).toMatchObject({ due: "2026-12-04", follows: "recovery" })
    const atOnce = lawOptions({ u22PartNeverLeft: "atOnce" })
    expect(due(mixed, atOnce)).toMatchObject({ due: "2026-11-30", follows: "information" })
    expect(due(mixed, atOnce).reason.fr).not.toContain("en une fois")
    expect(due({ goodsOut: true }, atOnce).due).toBeNull()
    expect(() => due({ partNeverLeft: "yes" as never })).toThrow(/^partNeverLeft/)
  })

  it("informed + 14 when the goods or the proof came before", () => {
    expect(due({ recoveredOn: "2026-11-30" })).toMatchObject({
      due: "2026-11-30",
      strict: "2026-11-30",
      rolled: "2026-11-30",
      base: "2026-11-30",
      follows: "information",
      articles: ["L221-24"],
    })
    expect(due({ proofOfDispatchOn: "2026-11-17" }).follows).toBe("information")
  })

  it("later: the first of recovery and proof, on that very day; there is no second fortnight", () => {
    expect(due({ recoveredOn: "2026-12-04" })).toMatchObject({ due: "2026-12-04", follows: "recovery" })
    expect(due({ proofOfDispatchOn: "2026-12-03", recoveredOn: "2026-12-08" })).toMatchObject({
      due: "2026-12-03",
      follows: "proofOfDispatch",
    })
    expect(due({ proofOfDispatchOn: "2026-12-08", recoveredOn: "2026-12-03" })).toMatchObject({
      due: "2026-12-03",
      follows: "recovery",
    })
    expect(due({ proofOfDispatchOn: "2026-12-03", recoveredOn: "2026-12-03" }).follows).toBe("recovery")
  })

  it("days before the law are refused by the name of the field", () => {
    expect(() => due({ informedOn: "2014-06-13" })).toThrow(/^informedOn: /)
    expect(() => returnDeadline({ communicatedOn: "2014-06-13" })).toThrow(/^communicatedOn: /)
  })

  it("V-S9: deferred while neither has come, with no due date to be late for", () => {
    expect(due({ recoveredOn: null, proofOfDispatchOn: null })).toMatchObject({
      due: null,
      strict: null,
      rolled: null,
      base: "2026-11-30",
      follows: "deferred",
    })
  })

  it("no deferral when the trader collects, or when no goods left him", () => {
    expect(due({ traderCollects: true })).toMatchObject({ due: "2026-11-30", follows: "information" })
    expect(due({ goodsOut: false })).toMatchObject({ due: "2026-11-30", follows: "information" })
    expect(due({ traderCollects: true, recoveredOn: "2026-12-09" }).due).toBe("2026-11-30")
  })

  it("the trader's period does not roll, unless counsel reads U6 otherwise", () => {
    const facts = { informedOn: "2026-12-11", recoveredOn: "2026-12-15" }
    expect(due(facts).due).toBe("2026-12-25")
    expect(due(facts, lawOptions({ u6RollTraderPeriods: true })).due).toBe("2026-12-28")
  })

  it("the reason, for each outcome", () => {
    const rolled = lawOptions({ u6RollTraderPeriods: true })
    expect(
      [
        due({ recoveredOn: "2026-11-20" }),
        due({ recoveredOn: "2026-12-04" }),
        due({ proofOfDispatchOn: "2026-12-03" }),
        due({}),
        due({ goodsOut: false }),
        due({ informedOn: "2026-12-11", recoveredOn: "2026-12-15" }, rolled),
      ].map(({ reason }) => ({ fr: reason.fr, en: reason.en })),
    ).toMatchSnapshot()
  })

  it("property: more proof never makes the refund later, and it is never due before fourteen days", () => {
    const dates = civilDates("2020-01-01", "2060-01-01")
    const late = fc.option(fc.integer({ min: -5, max: 60 }))
    holds(
      fc.property(dates, late, late, (informedOn, recovery, proof) => {
        const recoveredOn = recovery === null ? null : plusDays(informedOn, recovery)
        const proofOfDispatchOn = proof === null ? null : plusDays(informedOn, proof)
        const alone = refundDeadline({ informedOn, recoveredOn }).due
        const both = refundDeadline({ informedOn, recoveredOn, proofOfDispatchOn }).due
        if (alone !== null) expect(both !== null && both <= alone).toBe(true)
        if (both !== null) expect(both >= plusDays(informedOn, 14)).toBe(true)
      }),
    )
  })
})
