import type { GatewayDispute, GatewayPayment, GatewayRefund } from "../../../gateways/types"
import type { OrderPayment, RefundRow } from "../../../modules/hamon/types"
import { obstacleInBooks } from "../obstacles"

const SINCE = new Date("2026-11-22T12:00:00Z")
const LINE = { key: "withdrawal:1:pay", currency: "eur", amount: "42.40" } as RefundRow
const PAYMENT: OrderPayment = { id: "pay", providerId: "pp", captured: "100.20", refunds: [], canceled: false }

describe("what stands against a refund in the provider's books", () => {
  it.each<[string, GatewayPayment | null, object]>([
    ["a payment that is not there", null, { code: "payment_unknown_at_provider", facts: {} }],
    [
      "an open dispute",
      books({ disputes: [dispute("open")] }),
      { code: "open_dispute", facts: { dispute: "dp_open" } },
    ],
    [
      "a lost dispute",
      books({ disputes: [dispute("won"), dispute("lost")] }),
      { code: "lost_dispute", facts: { dispute: "dp_lost" } },
    ],
    [
      "a refund made on the provider's own pages since the withdrawal",
      books({ refunds: [refund("10.00", "2026-11-22T12:00:01Z")] }),
      { code: "refunded_at_provider_since", facts: { refund: "re_1", amount: { amount: "10.00", currency: "eur" } } },
    ],
    [
      "too little left",
      books({ refunds: [refund("60.00", "2026-11-22T11:59:59Z")] }),
      { code: "too_little_left_at_provider", facts: { left: { amount: "40.20", currency: "eur" } } },
    ],
  ])("names %s, for staff to decide", (_, found, named) => {
    expect(obstacleInBooks(LINE, found, PAYMENT, SINCE)).toMatchObject({ permanent: true, ...named })
  })

  it("names nothing where nothing stands against it", () => {
    const earlier = refund("57.80", "2026-11-22T11:59:59Z")
    expect(obstacleInBooks(LINE, books({ disputes: [dispute("won")], refunds: [earlier] }), PAYMENT, SINCE)).toBeNull()
  })
})

function books(parts: Pick<Partial<GatewayPayment>, "disputes" | "refunds">): GatewayPayment {
  const empty = { reference: "pi_1", session: null, currency: "eur", status: "captured", authorized: "100.20" } as const
  return { ...empty, captured: "100.20", refunds: [], disputes: [], ...parts }
}

function dispute(status: GatewayDispute["status"]): GatewayDispute {
  const openedAt = "2026-11-21T09:00:00Z"
  return { id: `dp_${status}`, amount: "100.20", status, reason: null, stage: "chargeback", respondBy: null, openedAt }
}

function refund(amount: string, createdAt: string): GatewayRefund {
  return { id: "re_1", key: null, amount, status: "succeeded", reason: null, createdAt }
}
