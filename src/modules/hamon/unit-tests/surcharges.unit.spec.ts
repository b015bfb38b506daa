import { lawOptions } from "../../../law"
import { computeSurcharge } from "../operations/surcharges"
import type { RefundBreakdown } from "../types"

const BREAKDOWN: RefundBreakdown = {
  lines: [{ line: "line_1", title: "Teapot", quantity: 1, amount: "100.00" }],
  delivery: "10.00",
  total: "110.00",
  alreadyRefunded: "0.00",
  takenRefunds: [],
  reason: { fr: "", en: "" },
  articles: ["L221-24"],
}
const law = lawOptions({})

function surcharge(on: string, paid: { amount: string; on: string }[] = [], breakdown = BREAKDOWN) {
  return computeSurcharge({ currency: "eur", due: "2026-03-10", on, breakdown, paid }, { law })
}

describe("surcharge on a late refund (L242-4)", () => {
  it.each([
    ["2026-03-10", "0.00", 0],
    ["2026-03-25", "5.50", 15],
    ["2026-04-05", "11.00", 26],
    ["2026-05-01", "22.00", 52],
    ["2026-06-01", "55.00", 83],
  ])("grows while nothing is paid: on %s it is %s", (on, owed, late) => {
    expect(surcharge(on)).toMatchObject({ owed, late, accruing: true, missing: null })
  })

  it("stops at the day of payment, and counts each part at its own day", () => {
    const paid = [
      { amount: "50.00", on: "2026-03-09" },
      { amount: "60.00", on: "2026-03-25" },
    ]
    expect(surcharge("2026-06-01", paid)).toMatchObject({ owed: "3.00", sums: "60.00", late: 15, accruing: false })
  })

  it("what was never taken from the customer bears nothing", () => {
    expect(surcharge("2026-03-25", [], { ...BREAKDOWN, notPaid: "110.00" })).toMatchObject({ owed: "0.00", late: 0 })
    expect(surcharge("2026-03-25", [], { ...BREAKDOWN, notPaid: "10.00" })).toMatchObject({ owed: "5.00" })
  })

  it("says which rate is missing, and keeps working", () => {
    const late = computeSurcharge(
      { currency: "eur", due: "2039-03-10", on: "2039-03-15", breakdown: BREAKDOWN, paid: [] },
      { law },
    )
    expect(late).toMatchObject({ owed: null, late: 5, sums: "110.00", accruing: true })
    expect(late.missing).toContain("2039-S1")
  })
})
