import type { DeadlineRow, RefundRow, WithdrawalRow } from "../../modules/hamon/types"
import { followPage } from "../withdrawal-follow"

const WITHDRAWAL = {
  reference: "2345-6789-ABCD-EFGH",
  status: "goods_back",
  phase: "delivered",
  declared: {
    name: "Claire",
    email: "c@client.example",
    orderNumber: "1042",
    scope: "whole",
    articles: [],
    comment: null,
  },
} as unknown as WithdrawalRow
const clock = (state: string) =>
  ({ kind: "refund", state, due_on: "2026-12-06", reason: { fr: "Parce que.", en: "Because." } }) as DeadlineRow
const line = (more: object) =>
  ({
    state: "booked",
    currency: "eur",
    amount: "42.40",
    payment_id: "pay_1",
    breakdown: { alreadyRefunded: "0.00" },
    ...more,
  }) as RefundRow

function said(deadlines: DeadlineRow[], refunds: RefundRow[]): string {
  const followed = { withdrawal: WITHDRAWAL, deadlines, refunds }
  return followPage({ locale: "fr", merchant: null, followed }).replace(/[\u00a0\u202f]/g, " ")
}

describe("the page that follows a withdrawal (L221-24)", () => {
  it("says by when the money comes until all of it is paid", () => {
    const due = /au plus tard le 6 décembre 2026/
    expect(said([clock("running")], [])).toMatch(due)
    expect(said([clock("running")], [line({}), line({ state: "failed" })])).toMatch(due)
    expect(said([clock("met")], [line({})])).not.toMatch(due)
    expect(said([clock("canceled")], [])).not.toMatch(due)
  })

  it("says what the shop gave back in another way, not that the ledger sent nothing", () => {
    const settled = line({ amount: "0.00", payment_id: null, breakdown: { alreadyRefunded: "42.40" } })
    expect(said([clock("met")], [settled])).toContain("42,40 €")
    expect(said([clock("met")], [settled])).not.toContain("0,00")
  })
})
