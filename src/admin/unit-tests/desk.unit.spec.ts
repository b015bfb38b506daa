import { nextThing } from "../lib/desk"
import { handWay } from "../lib/next-acts"
import type { Refund, WithdrawalDetail } from "../lib/types"

const line = (more: Partial<Refund> = {}) =>
  ({ state: "planned", kind: "refund", payment_id: null, key: "withdrawal:hamwd_1:means", ...more }) as Refund

function next(more: Partial<WithdrawalDetail>) {
  return nextThing({
    ...{ status: "goods_back", flags: [], lines: [], refunds: [], keep_goods: "none", goods_back_on: "2026-11-02" },
    ...{ deadlines: [], return_id: "return_1", ...more },
  } as unknown as WithdrawalDetail)
}

describe("what a declaration asks of staff next", () => {
  it("waits for staff where a refund is paid by hand: another means, a gift card, and a surcharge after the refund", () => {
    expect(next({ refunds: [line()] })).toBe("pay_by_hand")
    expect(next({ refunds: [line({ payment_id: "pay_1" })] })).toBe("await_refund")
    const paid = line({ state: "booked" })
    expect(next({ status: "refunded", refunds: [paid, line({ kind: "surcharge" })] })).toBe("pay_by_hand")
    expect(next({ status: "refunded", refunds: [paid] })).toBe("nothing")
  })

  it.each(["objected", "more_than_left", "shipped_despite_hold", "return_canceled", "withdrawn_before"] as const)(
    "%s is looked at before any money goes",
    (flag) => {
      expect(next({ flags: [flag] })).toBe("look_at")
      expect(next({ flags: ["late_accepted", "return_waived"] })).toBe("refund_now")
    },
  )

  it("names the way of what is paid by hand", () => {
    expect(handWay(line())).toBe("means")
    expect(handWay(line({ key: "withdrawal:hamwd_1:credit:2" }))).toBe("credit")
    expect(handWay(line({ kind: "surcharge", key: "surcharge:hamwd_1" }))).toBe("surcharge")
    expect(handWay(line({ payment_id: "pay_1", key: "withdrawal:hamwd_1:pay_1" }))).toBeNull()
  })
})
