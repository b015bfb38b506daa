import { GatewayError } from "../../gateway-error"
import { closeAll, edge } from "./support"

afterEach(closeAll)

const references = (key: string) => ({ key, order: "7", withdrawal: "RET-1" })

describe("a payment read whole", () => {
  it("is null where Stripe knows none", async () => {
    const { gateway } = await edge()
    expect(await gateway.readPayment("pi_none")).toBeNull()
    expect(await gateway.readPayment("ch_none")).toBeNull()
  })

  it("says what is authorised, and nothing more once Stripe canceled it", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid({ capture: "manual" })
    expect(await gateway.readPayment(id)).toEqual({
      reference: id,
      session: "payses_1",
      currency: "eur",
      status: "authorized",
      authorized: "44.88",
      captured: "0.00",
      refunds: [],
      disputes: [],
    })
    stripe.expire(id)
    const gone = { status: "canceled", authorized: "0.00", captured: "0.00", refunds: [] }
    expect(await gateway.readPayment(id)).toMatchObject(gone)
  })

  it("is found by its charge", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    const [charge] = stripe.state.charges.keys()
    expect(await gateway.readPayment(charge)).toMatchObject({ reference: id, captured: "44.88" })
  })

  it("an intent that nobody has confirmed is open", async () => {
    const { gateway, paid } = await edge()
    const id = await paid({ card: "pm_card_visa_chargeDeclined" })
    expect(await gateway.readPayment(id)).toMatchObject({ status: "open", authorized: "0.00", captured: "0.00" })
  })

  it("lists refunds oldest first with their keys, more than a page of them", async () => {
    const { gateway, paid } = await edge()
    const id = await paid({ amount: 50_000 })
    for (let n = 0; n < 104; n++) await gateway.refund(id, references(`key-${n}`), "1.00")
    const payment = await gateway.readPayment(id)
    expect(payment?.refunds.map(({ key }) => key)).toEqual(Array.from({ length: 104 }, (_, n) => `key-${n}`))
    expect(payment?.refunds[0]).toMatchObject({ amount: "1.00", status: "succeeded", reason: null })
  })

  it("says why a refund failed, and that the customer did not get it", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    const { id: refund } = await gateway.refund(id, references("k"), "10.00")
    stripe.settleRefund(refund, "failed")
    const failed = [{ id: refund, status: "failed", reason: "lost_or_stolen_card", amount: "10.00" }]
    expect(await gateway.readPayment(id)).toMatchObject({ refunds: failed })
    expect(stripe.ledger.kept(id)).toBe(4488)
  })

  it("counts what Stripe released after a partial capture as no refund", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid({ capture: "manual" })
    await capture(stripe, id, 3000)
    expect(stripe.state.refunds.size).toBe(1)
    expect(await gateway.readPayment(id)).toMatchObject({ authorized: "44.88", captured: "30.00", refunds: [] })
    // A refund of just that amount, made elsewhere, is one.
    await dashboardRefund(stripe, id, 1488)
    expect(await gateway.readPayment(id)).toMatchObject({ refunds: [{ key: null, amount: "14.88" }] })
  })

  it("reads disputes: reason, stage, until when one may answer, how they ended", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    const { id: dispute } = stripe.openDispute(id, { reason: "product_not_received" })
    const [open] = (await gateway.readPayment(id))?.disputes ?? []
    expect(open).toMatchObject({
      id: dispute,
      amount: "44.88",
      status: "open",
      reason: "product_not_received",
      stage: "needs_response",
    })
    expect(Date.parse(String(open.respondBy))).toBeGreaterThan(Date.parse(open.openedAt))
    stripe.closeDispute(dispute, "lost")
    expect(await gateway.readPayment(id)).toMatchObject({ disputes: [{ status: "lost", stage: "lost" }] })
  })

  it("an inquiry that was closed is won", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    const { id: dispute } = stripe.openDispute(id, { status: "warning_needs_response" })
    stripe.closeDispute(dispute, "warning_closed")
    expect(await gateway.readPayment(id)).toMatchObject({ disputes: [{ status: "won", stage: "warning_closed" }] })
  })

  it("keeps the order's references, twice if it must, beside the session's", async () => {
    const { gateway, stripe, paid } = await edge()
    const id = await paid()
    for (let n = 0; n < 2; n++) await gateway.describe(id, { orderId: "order_1", displayId: "12" })
    expect(stripe.state.intent(id).metadata).toEqual({ session_id: "payses_1", order_id: "order_1", display_id: "12" })
  })

  it("reads the reference in Medusa's data", async () => {
    const { gateway } = await edge()
    expect(gateway.referenceIn({ id: "pi_1" })).toBe("pi_1")
    expect([null, {}, { id: "5O190127TN364715T" }, { id: 1 }].map((data) => gateway.referenceIn(data))).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect([gateway.name, gateway.providerPrefix]).toEqual(["stripe", "pp_hamon-stripe_"])
  })

  it("fails as uncertain when Stripe is silent", async () => {
    const { stripe, paid, with: withOptions } = await edge()
    const id = await paid()
    stripe.server.faults.plan("GET", /payment_intents/, { kind: "silence", when: "before" })
    await expect(withOptions({ timeoutMs: 100 }).readPayment(id)).rejects.toEqual(
      expect.objectContaining({ outcome: "uncertain", constructor: GatewayError }),
    )
  })
})

type Emulator = Awaited<ReturnType<typeof edge>>["stripe"]

async function capture(stripe: Emulator, id: string, amount: number): Promise<void> {
  await post(stripe, `/v1/payment_intents/${id}/capture`, `amount_to_capture=${amount}`)
}

async function dashboardRefund(stripe: Emulator, id: string, amount: number): Promise<void> {
  await post(stripe, "/v1/refunds", `payment_intent=${id}&amount=${amount}`)
}

async function post({ url, apiKey }: Emulator, path: string, body: string): Promise<void> {
  const headers = { authorization: `Bearer ${apiKey}`, "content-type": "application/x-www-form-urlencoded" }
  const answer = await fetch(`${url}${path}`, { method: "POST", headers, body })
  expect(answer.status).toBe(200)
}
