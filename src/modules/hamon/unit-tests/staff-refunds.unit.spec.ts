import { foreignRefunds } from "../operations/staff-refunds"
import type { CaseRow } from "../types"

const refund = (id: string, createdAt: string) => ({ id, amount: "50.00", createdAt, key: null, booked: true })
const row = {
  place: {},
  facts: {
    payments: [
      {
        refunds: [
          refund("the evening before", "2026-11-08T20:00:00Z"),
          refund("in the morning", "2026-11-09T09:00:00Z"),
          refund("in the afternoon", "2026-11-09T15:00:00Z"),
        ],
      },
    ],
  },
} as unknown as CaseRow
const noon = new Date("2026-11-09T11:00:00Z")

describe("refunds by staff that count for a declaration (L221-24)", () => {
  it("of one that came by post or telephone only the day is known: what was paid before it was written down counts", () => {
    const counted = foreignRefunds(row, { informed_at: noon, sent_on: "2026-11-05" })
    expect(counted.map(({ id }) => id)).toEqual(["in the morning", "in the afternoon"])
  })

  it("of one that was declared online the instant is known", () => {
    const counted = foreignRefunds(row, { informed_at: noon, sent_on: null })
    expect(counted.map(({ id }) => id)).toEqual(["in the afternoon"])
  })
})
