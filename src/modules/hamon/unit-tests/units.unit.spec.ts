import { whereUnitsAre } from "../operations/units"
import type { OrderFacts, OrderLine, Parcel } from "../types"

const LINE = { id: "tea", quantity: 3 } as OrderLine

function facts(sent: number, more: Partial<OrderFacts> = {}): OrderFacts {
  const parcel = { id: "ful_1", canceled: false, shippedAt: "2026-11-02T08:00:00Z", deliveredAt: null } as Parcel
  const parcels = [{ ...parcel, lines: [{ line: "tea", quantity: sent }] }]
  return { lines: [LINE], parcels, returns: [], ...more } as unknown as OrderFacts
}

const claim = (withdrawal: string, quantity: number) => ({ withdrawal, line: "tea", quantity })

describe("where withdrawn units are", () => {
  it("takes those first that have not left, for the earlier declaration first", () => {
    const where = whereUnitsAre(facts(1), [], [claim("first", 1), claim("second", 2)])
    expect(where).toMatchObject([
      { withdrawal: "first", inside: 1, out: 0 },
      { withdrawal: "second", inside: 1, out: 1 },
    ])
  })

  it("knows units that left the order already, and holds none of the rest for them", () => {
    const takenOut = [{ withdrawal: "first", line: "tea", quantity: 1 }]
    const where = whereUnitsAre(facts(2, { takenOut }), [], [claim("first", 1), claim("second", 1)])
    expect(where).toMatchObject([
      { withdrawal: "first", takenOut: 1, inside: 0, out: 0 },
      { withdrawal: "second", takenOut: 0, inside: 0, out: 1 },
    ])
  })

  it("what its return asks back had left, though the rest has not; a cancelled return asks nothing", () => {
    const back = { id: "ret_1", withdrawal: "first", status: "requested", lines: [{ line: "tea", quantity: 1 }] }
    const returns = [back] as unknown as OrderFacts["returns"]
    expect(whereUnitsAre(facts(1, { returns }), [], [claim("first", 1)])).toMatchObject([{ inside: 0, out: 1 }])
    const canceled = [{ ...back, status: "canceled" }] as unknown as OrderFacts["returns"]
    expect(whereUnitsAre(facts(1, { returns: canceled }), [], [claim("first", 1)])).toMatchObject([
      { inside: 1, out: 0 },
    ])
  })
})
