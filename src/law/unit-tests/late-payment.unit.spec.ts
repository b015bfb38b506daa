import * as fc from "fast-check"
import {
  interestAfterCap,
  interestOnAdvance,
  lateRefund,
  type LateRefundFacts,
  LawError,
  type LawOptions,
  legalInterest,
  LEGAL_INTEREST_RATES,
  lawOptions,
  steppedIncrease,
} from ".."
import { civilDates, holds, plusDays } from "./support"

const DUE = "2026-11-30"
const facts: LateRefundFacts = { due: DUE, paidOn: DUE, amount: "106.00", productPrice: "100.00" }
const after = (days: number, changes: Partial<LateRefundFacts> = {}, options?: LawOptions) =>
  lateRefund({ ...facts, paidOn: plusDays(DUE, days), ...changes }, options)

describe("L242-4: surcharge on a late refund", () => {
  it.each([
    [-5, 0, "none", 0, "0.00"],
    [0, 0, "none", 0, "0.00"],
    [1, 1, "legalInterest", null, "0.02"],
    [10, 10, "legalInterest", null, "0.20"],
    [11, 11, "percent", 5, "5.30"],
    [20, 20, "percent", 5, "5.30"],
    [21, 21, "percent", 10, "10.60"],
    [30, 30, "percent", 10, "10.60"],
    [31, 31, "percent", 20, "21.20"],
    [60, 60, "percent", 20, "21.20"],
    [61, 61, "percent", 50, "53.00"],
    [90, 90, "percent", 50, "53.00"],
    [91, 91, "monthly", 55, "58.30"],
    [118, 118, "monthly", 55, "58.30"],
    [119, 119, "monthly", 60, "63.60"],
  ])("%i days: the brackets replace each other (late %i, %s, %p %%, %s)", (days, late, bracket, percent, increase) => {
    expect(after(days)).toMatchObject({ late, bracket, percent, increase, capped: false })
  })

  it("each answer has its articles and its total", () => {
    expect(after(5)).toMatchObject({ total: "106.10", articles: ["L242-4", "L221-24", "L313-2 CMF"] })
    expect(after(31)).toMatchObject({ total: "127.20", articles: ["L242-4", "L221-24"] })
  })

  it("the steps stop at the price of the product, and say so", () => {
    expect(after(393)).toMatchObject({ percent: 100, increase: "100.00", capped: true })
    expect(after(365)).toMatchObject({ percent: 100, increase: "100.00", capped: true })
    expect(after(332)).toMatchObject({ percent: 90, increase: "95.40", capped: false })
  })

  it("the cap bounds the steps only: it never lowers what 50 % had reached", () => {
    const cheap = { productPrice: "20.00" }
    expect(after(61, cheap).increase).toBe("53.00")
    expect(after(91, cheap)).toMatchObject({ increase: "53.00", capped: true })
    expect(after(800, cheap).increase).toBe("53.00")
    expect(after(15, cheap).increase).toBe("5.30")
  })

  it("U7: a new month counts when it starts, or when it is over", () => {
    const completed = lawOptions({ u7NewMonth: "completed" })
    expect(after(91, {}, completed)).toMatchObject({ percent: 50, increase: "53.00", bracket: "monthly" })
    expect(after(117, {}, completed).percent).toBe(50)
    expect(after(118, {}, completed).percent).toBe(55)
    expect(after(118).percent).toBe(55)
    expect(after(119).percent).toBe(60)
  })

  it("months are counted from the ninetieth day, to the last day of a shorter month", () => {
    const due = "2026-11-02" // ninetieth day: 31 January 2027
    const on = (paidOn: string) => lateRefund({ ...facts, due, paidOn }).percent
    expect([
      on("2027-01-31"),
      on("2027-02-01"),
      on("2027-02-28"),
      on("2027-03-01"),
      on("2027-03-31"),
      on("2027-04-01"),
    ]).toEqual([50, 55, 55, 60, 60, 65])
  })

  it("U7: the first bracket flat is the yearly rate of the day of payment", () => {
    const flat = lawOptions({ u7FirstBracket: "flat" })
    expect(after(3, {}, flat)).toMatchObject({ bracket: "legalInterest", increase: "7.25" })
    expect(lateRefund({ ...facts, due: "2026-06-28", paidOn: "2026-06-30" }, flat).increase).toBe("7.07")
    expect(lateRefund({ ...facts, due: "2026-06-28", paidOn: "2026-07-01" }, flat).increase).toBe("7.25")
  })

  it("U7: the boundary days may belong to the next bracket", () => {
    const upper = lawOptions({ u7BoundaryDay: "upper" })
    const percents = [9, 10, 19, 20, 29, 30, 59, 60, 89, 90, 91].map((days) => after(days, {}, upper).percent)
    expect(percents).toEqual([null, 5, 5, 10, 10, 20, 20, 50, 50, 55, 55])
    expect(after(118, {}, upper).percent).toBe(60)
    expect(after(117, {}, upper).percent).toBe(55)
  })

  it("U7: the cap may be all sums due, and the year may have 366 days", () => {
    expect(after(393, {}, lawOptions({ u7Cap: "sumsDue" })).increase).toBe("106.00")
    const large = { amount: "100000.00" }
    expect(after(10, large).increase).toBe("187.40")
    const leap = lawOptions({ u7YearBasis: 366 })
    expect(after(10, large, leap).increase).toBe("187.40")
    const inLeapYear = { due: "2024-07-01", paidOn: "2024-07-11", amount: "100000.00", productPrice: "1.00" }
    expect(lateRefund(inLeapYear).increase).toBe("223.56")
    expect(lateRefund(inLeapYear, leap).increase).toBe("222.95")
  })

  it("each day has the rate of its semester", () => {
    expect(
      lateRefund({ due: "2026-06-25", paidOn: "2026-07-03", amount: "500.00", productPrice: "490.00" }).increase,
    ).toBe("0.74")
    const big = { amount: "1000000.00", productPrice: "1.00" }
    expect(lateRefund({ ...big, due: "2026-06-29", paidOn: "2026-06-30" }).increase).toBe("182.74")
    expect(lateRefund({ ...big, due: "2026-06-30", paidOn: "2026-07-01" }).increase).toBe("187.40")
  })

  it("a rate that is needed and not known is an error that names the semester; where it is not needed, there is none", () => {
    const late = { ...facts, due: "2026-12-28" }
    expect(() => lateRefund({ ...late, paidOn: "2027-01-02" })).toThrow(
      "u3LegalInterestRates: nothing is not accepted; give the legal interest rate of 2027-S1 (published by arrêté; rates are never extrapolated).",
    )
    expect(lateRefund({ ...late, paidOn: "2027-01-12" }).increase).toBe("5.30")
    expect(lateRefund({ ...late, paidOn: "2026-12-31" }).increase).toBe("0.06")
  })

  it("U3: the merchant's own rates extend the table and win over it", () => {
    const rate = { consumer: "10.00", others: "5.00", source: "arrêté du 18 décembre 2026", verified: true }
    const added = lawOptions({ u3LegalInterestRates: [{ ...rate, semester: "2027-S1" }] })
    const late = { due: "2027-01-04", paidOn: "2027-01-14", amount: "365.00", productPrice: "300.00" }
    expect(lateRefund(late, added).increase).toBe("1.00")
    const corrected = lawOptions({ u3LegalInterestRates: [{ ...rate, semester: "2026-S2" }] })
    expect(after(10, { amount: "365.00" }, corrected).increase).toBe("1.00")
  })

  it("other currencies keep their digits", () => {
    expect(after(11, { currency: "JPY", amount: "1050", productPrice: "1000" })).toMatchObject({
      increase: "53",
      total: "1103",
    })
  })

  it("the reason, for each bracket", () => {
    const says = [0, 1, 5, 15, 100, 400].map((days) => ({ fr: after(days).reason.fr, en: after(days).reason.en }))
    expect(says).toMatchSnapshot()
  })

  it("property: with the defaults a surcharge never decreases with delay", () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 }).map((n) => (n / 100).toFixed(2))
    const day = fc.integer({ min: 0, max: 900 })
    holds(
      fc.property(civilDates("2024-07-01", "2026-12-20"), cents, cents, day, day, (due, amount, productPrice, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map((days) =>
          increaseOrNull(due, amount, productPrice, days),
        )
        if (first !== null && second !== null) expect(second).toBeGreaterThanOrEqual(first)
      }),
    )
  })

  /** Null where the first bracket needs a rate that is not published. */
  function increaseOrNull(due: string, amount: string, productPrice: string, days: number): bigint | null {
    try {
      return BigInt(lateRefund({ due, paidOn: plusDays(due, days), amount, productPrice }).increase.replace(".", ""))
    } catch (error) {
      if (error instanceof LawError && error.field === "u3LegalInterestRates") return null
      throw error
    }
  }
})

describe("L242-4, end: legal interest after the cap", () => {
  const rates = lawOptions({
    u3LegalInterestRates: ["2027-S1", "2027-S2", "2028-S1"].map((semester) => ({
      semester,
      consumer: "7.30",
      others: "3.00",
      source: "for the test",
      verified: false,
    })),
  })

  it("is a result of its own, from the day the steps reached the price", () => {
    // Ninetieth day 28 February 2027; 106 × 95 % = 100.70 is reached with the ninth month, begun after 28 October.
    const late = { ...facts, paidOn: "2027-11-28" }
    expect(interestAfterCap(late, rates)).toMatchObject({
      cappedOn: "2027-10-29",
      interest: "0.64",
      articles: ["L242-4", "L221-24", "L313-2 CMF"],
    })
    expect(interestAfterCap(late, rates)?.reason).toMatchSnapshot()
    expect(lateRefund({ ...facts, paidOn: "2027-10-28" }).capped).toBe(false)
    expect(lateRefund({ ...facts, paidOn: "2027-10-29" }).capped).toBe(true)
    expect(interestAfterCap({ ...facts, paidOn: "2027-10-29" }, rates)?.interest).toBe("0.00")
  })

  it("is null before the cap", () => {
    expect(interestAfterCap({ ...facts, paidOn: "2027-10-28" }, rates)).toBeNull()
    expect(interestAfterCap(facts, rates)).toBeNull()
  })

  it("with completed months the cap is reached when the month is over", () => {
    const completed = lawOptions({ ...rates, u7NewMonth: "completed" })
    expect(interestAfterCap({ ...facts, paidOn: "2027-12-28" }, completed)).toMatchObject({
      cappedOn: "2027-11-28",
      interest: "0.64",
    })
  })

  it("a price below 50 % caps the first new month", () => {
    expect(interestAfterCap({ ...facts, productPrice: "10.00", paidOn: "2027-03-11" }, rates)).toMatchObject({
      cappedOn: "2027-03-01",
      interest: "0.21",
    })
  })

  it("a price below 50 % is reached with the first day of the steps, in both readings, never in the future", () => {
    const completed = lawOptions({ ...rates, u7NewMonth: "completed" })
    const cheap = { ...facts, productPrice: "10.00", paidOn: "2027-03-05" }
    expect(interestAfterCap(cheap, completed)).toMatchObject({ cappedOn: "2027-03-01", interest: "0.08" })
    expect(interestAfterCap(cheap, rates)?.cappedOn).toBe("2027-03-01")
    expect(lateRefund(cheap).reason).toMatchSnapshot()
  })

  it("needs the rate of every semester since then", () => {
    expect(() => interestAfterCap({ ...facts, paidOn: "2027-11-28" })).toThrow(/2027-S2/)
  })
})

describe("L241-4, L241-6, L241-7: stepped increase", () => {
  const late = (days: number, changes = {}) =>
    steppedIncrease({
      due: "2027-01-19",
      paidOn: plusDays("2027-01-19", days),
      amount: "250.00",
      concludedOn: "2026-12-01",
      ...changes,
    })

  it.each([
    [-3, 0, 0, "0.00"],
    [0, 0, 0, "0.00"],
    [1, 1, 10, "25.00"],
    [14, 14, 10, "25.00"],
    [15, 15, 20, "50.00"],
    [30, 30, 20, "50.00"],
    [31, 31, 50, "125.00"],
    [400, 400, 50, "125.00"],
  ])("%i days late (%i): %i %%, %s", (days, lateDays, percent, increase) => {
    expect(late(days)).toMatchObject({ late: lateDays, percent, increase, articles: ["L241-4"] })
  })

  it("names the article of the case and gives the total", () => {
    expect(late(1, { article: "L241-7" })).toMatchObject({ articles: ["L241-7"], total: "275.00" })
    expect(late(1, { article: "L241-6" }).articles).toEqual(["L241-6"])
    expect(late(31, { currency: "JPY", amount: "333" })).toMatchObject({ increase: "167", total: "500" })
  })

  it("the date of the contract selects the version: thirty and sixty days before 2022", () => {
    const old = (days: number) => late(days, { concludedOn: "2021-12-31" }).percent
    expect([1, 30, 31, 60, 61].map(old)).toEqual([10, 10, 20, 20, 50])
    expect(late(15, { concludedOn: "2022-01-01" }).percent).toBe(20)
    expect(() => late(1, { article: "L241-7", concludedOn: "2021-12-31" })).toThrow(/concludedOn: .* 2022-01-01/)
    expect(() => late(1, { article: "L241-6", concludedOn: "2021-12-31" })).toThrow(/L241-6/)
    expect(() => late(1, { concludedOn: "2016-06-30" })).toThrow(/2016-07-01/)
  })

  it("the reason", () => {
    expect([late(0), late(1), late(20)].map(({ reason }) => ({ fr: reason.fr, en: reason.en }))).toMatchSnapshot()
  })
})

describe("legal interest (L313-2 CMF) and L214-2", () => {
  it("the table as published: rates, sources, and which figure still has to be checked (U3)", () => {
    expect(LEGAL_INTEREST_RATES).toMatchSnapshot()
  })

  it("counts the days after the first up to and including the last, each at its rate", () => {
    const interest = (amount: string, from: string, to: string, changes = {}) =>
      legalInterest({ amount, from, to, ...changes }).interest
    // One day at 6.65 % and two at 6.67 %, of 365 000: 66.50 + 2 × 66.70.
    expect(interest("365000.00", "2025-12-30", "2026-01-02")).toBe("199.90")
    expect(interest("36500.00", "2026-07-01", "2026-07-01")).toBe("0.00")
    expect(() => interest("36500.00", "2026-07-02", "2026-07-01")).toThrow(/^to: "2026-07-01" .* not before/)
    expect(interest("36500.00", "2026-07-01", "2026-07-02", { creditor: "others" })).toBe("2.75")
    expect(interest("36500.00", "2026-07-01", "2026-07-02", { creditor: "consumer" })).toBe("6.84")
    expect(interest("36500", "2026-07-01", "2026-07-02", { currency: "JPY" })).toBe("7")
    const whole = legalInterest({ amount: "36500.00", from: "2026-07-01", to: "2026-07-02" })
    expect(whole.articles).toEqual(["L313-2 CMF"])
    expect(whole.reason).toMatchSnapshot()
  })

  it("L214-2: sums paid in advance earn interest after three months, to delivery", () => {
    expect(interestOnAdvance({ amount: "3650.00", paidOn: "2026-07-31", until: "2026-11-10" })).toMatchObject({
      runsFrom: "2026-10-31",
      interest: "6.84",
      articles: ["L214-2", "L313-2 CMF"],
    })
    expect(interestOnAdvance({ amount: "3650.00", paidOn: "2026-07-31", until: "2026-10-31" }).interest).toBe("0.00")
    expect(interestOnAdvance({ amount: "3650.00", paidOn: "2026-07-31", until: "2026-07-31" }).interest).toBe("0.00")
    expect(interestOnAdvance({ amount: "3650.00", paidOn: "2026-07-31", until: "2026-11-10" }).reason).toMatchSnapshot()
    expect(interestOnAdvance({ amount: "3650.00", paidOn: "2026-07-31", until: "2026-10-31" }).reason).toMatchSnapshot()
    expect(
      interestOnAdvance({ currency: "JPY", amount: "3650", paidOn: "2026-07-31", until: "2026-11-10" }).interest,
    ).toBe("7")
  })
})
