import { captureAuthorization, findOrder } from "../orders"
import { paymentsOf } from "../payments"
import { toMoney } from "../amounts"
import {
  approvedOrder,
  gatewayFor,
  heard,
  key,
  orderCapturedInParts,
  paidOrder,
  stagePaypal,
  type Stage,
} from "./support"

describe("a refund at PayPal", () => {
  const running = stagePaypal()
  const stage = (): Stage => ({ paypal: running.current, gateway: gatewayFor(running.current, { timeoutMs: 600 }) })

  it("pays the amount asked for, not the whole capture", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    const made = await stage().gateway.refund(order, key("k1"), "12.34")
    expect(made).toMatchObject({ status: "succeeded", amount: "12.34" })
    expect(running.current.ledger.refunded(order)).toBe(1234)
    expect(running.current.ledger.kept(order)).toBe(1766)
  })

  it.each([
    ["JPY", "1200", 1200],
    ["HUF", "1200.00", 1200],
    ["EUR", "1200", 120_000],
  ])("pays %s %s as it is written: nothing is divided or multiplied by a hundred", async (code, amount, minor) => {
    const { order } = await paidOrder(stage(), amount, code)
    await stage().gateway.refund(order, key(`k-${code}`), amount)
    expect(running.current.ledger.refunded(order)).toBe(minor)
  })

  it("carries its key and the references of order and withdrawal", async () => {
    const { order, capture } = await paidOrder(stage(), "30.00")
    await stage().gateway.refund(order, key("k-note"), "1.00")
    const call = running.current.server.calls.find(({ path }) => path === `/v2/payments/captures/${capture}/refund`)
    expect(JSON.parse(call?.body ?? "")).toEqual({
      amount: { currency_code: "EUR", value: "1.00" },
      custom_id: "k-note",
      note_to_payer: "Order 1001, Withdrawal ABCD-EFGH",
    })
  })

  it("asked for twice under one key pays once, also after PayPal forgot the request id", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    const first = await stage().gateway.refund(order, key("k2"), "10.00")
    running.current.forgetRequestIds()
    await expect(stage().gateway.refund(order, key("k2"), "10.00")).resolves.toEqual(first)
    expect(running.current.ledger.refunded(order)).toBe(1000)
    await stage().gateway.refund(order, key("k2-other"), "10.00")
    expect(running.current.ledger.refunded(order)).toBe(2000)
  })

  it("asked for five times at the same time pays once", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    const all = await Promise.all(Array.from({ length: 5 }, () => stage().gateway.refund(order, key("k3"), "10.00")))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(running.current.ledger.refunded(order)).toBe(1000)
  })

  it("refused after it was silently done is found at PayPal, and is no refusal", async () => {
    const { order } = await paidOrder(stage(), "10.00")
    // A repeat whose request id PayPal does not know any more meets CAPTURE_FULLY_REFUNDED.
    running.current.server.faults.plan("POST", /\/refund$/, { kind: "status", status: 500, when: "after" })
    const refunding = stage().gateway.refund(order, key("k4"), "10.00")
    while (running.current.ledger.refunded(order) === 0) await new Promise((resolve) => setImmediate(resolve))
    running.current.forgetRequestIds()
    await expect(refunding).resolves.toMatchObject({ status: "succeeded", amount: "10.00" })
    expect(running.current.ledger.refunded(order)).toBe(1000)
  })

  it("under a key that has paid another amount is refused", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    await stage().gateway.refund(order, key("k5"), "10.00")
    await expect(stage().gateway.refund(order, key("k5"), "9.00")).rejects.toMatchObject({
      outcome: "refused",
      code: "REFUND_KEY_REUSED",
    })
    await expect(stage().gateway.refund(order, key("k5"), "11.00")).rejects.toMatchObject({ outcome: "refused" })
    expect(running.current.ledger.refunded(order)).toBe(1000)
  })

  it("of a payment that was never captured is an error, not a success", async () => {
    const order = await approvedOrder(stage(), "30.00")
    const refunds = heard(running.current, /refund/).length
    await expect(stage().gateway.refund(order, key("k6"), "1.00")).rejects.toMatchObject({
      outcome: "refused",
      code: "NOT_CAPTURED",
    })
    await expect(stage().gateway.refund("5O190127TN364715T", key("k6"), "1.00")).rejects.toMatchObject({
      code: "RESOURCE_NOT_FOUND",
    })
    expect(heard(running.current, /refund/)).toHaveLength(refunds)
  })

  it("of what was refunded in full is refused, by us and by PayPal", async () => {
    const { order, capture } = await paidOrder(stage(), "30.00")
    await stage().gateway.refund(order, key("k7"), "30.00")
    await expect(stage().gateway.refund(order, key("k7-again"), "30.00")).rejects.toMatchObject({
      outcome: "refused",
      code: "CAPTURE_FULLY_REFUNDED",
    })
    const direct = stage().gateway.client.call({
      method: "POST",
      path: `/v2/payments/captures/${capture}/refund`,
      requestId: "direct",
      body: "{}",
    })
    await expect(direct).rejects.toMatchObject({ outcome: "refused", code: "CAPTURE_FULLY_REFUNDED" })
    expect(running.current.ledger.refunded(order)).toBe(3000)
  })

  it("of more than is left is refused, refunds made in PayPal's dashboard counted", async () => {
    const { order, capture } = await paidOrder(stage(), "30.00")
    running.current.refundInDashboard(capture, 2500)
    await expect(stage().gateway.refund(order, key("k8"), "10.00")).rejects.toMatchObject({
      outcome: "refused",
      code: "REFUND_AMOUNT_EXCEEDED",
    })
    expect(running.current.ledger.refunded(order)).toBe(2500)
  })

  it("in part of a disputed payment is refused with a sentence that says where to go", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    running.current.openDispute(order)
    await expect(stage().gateway.refund(order, key("k9"), "10.00")).rejects.toMatchObject({
      outcome: "refused",
      code: "CAPTURE_DISPUTED_PARTIAL_REFUND_NOT_ALLOWED",
      message: expect.stringContaining("Resolution Center") as string,
    })
  })

  it("that PayPal has not finished is pending, and what became of it is read under the same key", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    running.current.next({ refund: "PENDING" })
    const made = await stage().gateway.refund(order, key("k10"), "10.00")
    expect(made.status).toBe("pending")
    running.current.settleRefund(made.id, "FAILED")
    await expect(stage().gateway.refund(order, key("k10"), "10.00")).resolves.toMatchObject({ status: "failed" })
    expect(running.current.ledger.refunded(order)).toBe(0)
    await stage().gateway.refund(order, key("k10-anew"), "30.00")
    expect(running.current.ledger.refunded(order)).toBe(3000)
  })

  it("draws on one capture where one has enough left", async () => {
    const order = await orderCapturedInParts(stage(), "30.00", ["10.00", "20.00"])
    const { parts } = await stage().gateway.refund(order, key("k11"), "15.00")
    expect(parts).toHaveLength(1)
    expect(running.current.ledger.refunded(order)).toBe(1500)
  })

  it("draws on several captures where none has enough, each part once, whatever is lost on the way", async () => {
    const order = await orderCapturedInParts(stage(), "30.00", ["10.00", "12.00", "8.00"])
    running.current.server.faults.plan("POST", /\/refund$/, { kind: "silence", when: "after" })
    const made = await stage().gateway.refund(order, key("k12"), "25.00")
    expect(made.amount).toBe("25.00")
    expect(made.parts.map(({ amount }) => amount)).toEqual(["10.00", "12.00", "3.00"])
    running.current.forgetRequestIds()
    await expect(stage().gateway.refund(order, key("k12"), "25.00")).resolves.toEqual(made)
    expect(running.current.ledger.refunded(order)).toBe(2500)
  })

  it("goes on after a part whose answer nobody heard", async () => {
    const order = await orderCapturedInParts(stage(), "30.00", ["10.00", "20.00"])
    const hurried = gatewayFor(running.current, { timeoutMs: 600, maxRetries: 0 })
    running.current.server.faults.plan("POST", /\/refund$/, { kind: "silence", when: "before" })
    await expect(hurried.refund(order, key("k13"), "25.00")).rejects.toMatchObject({ outcome: "uncertain" })
    await expect(hurried.refund(order, key("k13"), "25.00")).resolves.toMatchObject({ amount: "25.00" })
    expect(running.current.ledger.refunded(order)).toBe(2500)
  })

  it("of nothing, or without a key, is refused", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    await expect(stage().gateway.refund(order, key(""), "1.00")).rejects.toMatchObject({ outcome: "refused" })
    await expect(stage().gateway.refund(order, key("k".repeat(256)), "1.00")).rejects.toMatchObject({
      outcome: "refused",
    })
    await expect(stage().gateway.refund(order, key("k14"), "0.00")).rejects.toMatchObject({ outcome: "refused" })
    expect(running.current.ledger.refunded(order)).toBe(0)
  })

  it("is left untried while the payment cannot be read: nothing happened yet", async () => {
    const { order } = await paidOrder(stage(), "30.00")
    running.current.server.faults.plan("GET", /orders/, { kind: "status", status: 500, when: "before" }, Infinity)
    const before = heard(running.current, /refund/).length
    await expect(stage().gateway.refund(order, key("k15"), "1.00")).rejects.toMatchObject({ outcome: "unavailable" })
    expect(heard(running.current, /refund/)).toHaveLength(before)
  })
})

describe("a capture at PayPal", () => {
  const running = stagePaypal()

  it("repeated is one capture", async () => {
    const stage = { paypal: running.current, gateway: gatewayFor(running.current) }
    const order = await orderCapturedInParts(stage, "30.00", ["10.00"])
    const { authorizations } = paymentsOf((await findOrder(stage.gateway.client, order))!)
    const part = { amount: toMoney("10.00", "EUR"), before: "0", final: true }
    await captureAuthorization(stage.gateway.client, authorizations[0], part)
    expect(running.current.ledger.sum("captured", order)).toBe(1000)
  })
})
