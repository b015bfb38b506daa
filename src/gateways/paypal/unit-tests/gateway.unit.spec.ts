import { findOrder, takeApproved, voidAuthorization } from "../orders"
import { paymentsOf } from "../payments"
import { approvedOrder, gatewayFor, key, orderCapturedInParts, paidOrder, stagePaypal, type Stage } from "./support"

describe("a payment read at PayPal", () => {
  const running = stagePaypal()
  const stage = (): Stage => ({ paypal: running.current, gateway: gatewayFor(running.current) })
  const read = (id: string) => stage().gateway.readPayment(id)

  it("is told whole: what was held, captured, refunded, by which key, and what is disputed", async () => {
    const order = await orderCapturedInParts(stage(), "30.00", ["10.00", "20.00"])
    const [first] = paymentsOf((await findOrder(stage().gateway.client, order))!).captures
    const ours = await stage().gateway.refund(order, key("line-1"), "4.00")
    const theirs = running.current.refundInDashboard(first.id, 100)
    const dispute = running.current.openDispute(first.id)
    expect(await read(order)).toMatchObject({
      reference: order,
      session: expect.stringMatching(/^payses_/) as string,
      currency: "eur",
      status: "captured",
      authorized: "30.00",
      captured: "30.00",
      refunds: [
        { id: ours.id, key: "line-1", amount: "4.00", status: "succeeded" },
        { id: theirs, key: null, amount: "1.00", status: "succeeded" },
      ],
      disputes: [
        {
          id: dispute,
          amount: "5.00",
          status: "open",
          reason: "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
          stage: "CHARGEBACK",
        },
      ],
    })
  })

  it.each([
    ["won", "won"],
    ["lost", "lost"],
  ] as const)("tells a dispute that was %s", async (outcome, status) => {
    const { order } = await paidOrder(stage(), "30.00")
    running.current.closeDispute(running.current.openDispute(order), outcome)
    expect((await read(order))?.disputes).toMatchObject([{ status }])
  })

  it("tells a dispute that ended with a payout as lost: the customer has his money", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    const id = running.current.openDispute(order)
    running.current.closeDispute(id, "won", "RESOLVED_WITH_PAYOUT")
    expect((await read(order))?.disputes).toMatchObject([{ status: "lost" }])
  })

  it("is found by its capture too", async () => {
    const { order, capture } = await paidOrder(stage(), "30.00")
    expect(await read(capture)).toEqual(await read(order))
  })

  it("is null where PayPal knows no such payment", async () => {
    expect(await read("5O190127TN364715T")).toBeNull()
  })

  it("is open, then authorized, then canceled", async () => {
    const order = await approvedOrder(stage(), "30.00")
    expect(await read(order)).toMatchObject({ status: "open", authorized: "0.00", captured: "0.00" })
    await takeApproved(stage().gateway.client, (await findOrder(stage().gateway.client, order))!, 0)
    expect(await read(order)).toMatchObject({ status: "authorized", authorized: "30.00", captured: "0.00" })
    const [held] = paymentsOf((await findOrder(stage().gateway.client, order))!).authorizations
    await voidAuthorization(stage().gateway.client, held.id)
    expect(await read(order)).toMatchObject({ status: "canceled", authorized: "0.00", captured: "0.00" })
  })

  it("is open while PayPal reviews its capture, and captured when PayPal has let it pass", async () => {
    running.current.next({ capture: "PENDING" })
    const { order } = await paidOrder(stage(), "30.00")
    expect(await read(order)).toMatchObject({ status: "open", captured: "0.00" })
    running.current.settleCapture(order)
    expect(await read(order)).toMatchObject({ status: "captured", captured: "30.00" })
  })

  it("tells a refund that failed, and why", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    running.current.next({ refund: "PENDING" })
    const { id } = await stage().gateway.refund(order, key("line-2"), "4.00")
    running.current.settleRefund(id, "FAILED")
    expect((await read(order))?.refunds).toMatchObject([{ id, key: "line-2", status: "failed", reason: "ECHECK" }])
  })

  it("is known by the id in Medusa's data", () => {
    const { gateway } = stage()
    expect(gateway.providerPrefix).toBe("pp_hamon-paypal_")
    expect(gateway.referenceIn({ id: "5O190127TN364715T" })).toBe("5O190127TN364715T")
    expect(gateway.referenceIn({ id: 5 })).toBeNull()
    expect(gateway.referenceIn(null)).toBeNull()
  })
})
