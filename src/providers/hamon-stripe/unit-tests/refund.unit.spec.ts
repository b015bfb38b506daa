import { closeAll, desk, type Desk, refusalOf } from "./support"

afterEach(closeAll)

const context = (row: string) => ({ idempotency_key: row })

async function captured({ provider, rows, authorized }: Desk, card?: string): Promise<Record<string, unknown>> {
  rows.captures.capt_1 = "44.88"
  return (await provider.capturePayment({ data: await authorized(card), context: context("capt_1") })).data ?? {}
}

describe("a refund", () => {
  it("pays exactly what core asks, under the ledger's key, and keeps what Stripe answered", async () => {
    const here = await desk()
    const data = await captured(here)
    here.rows.refunds.ref_1 = { hamon_refund: "hamref_1", hamon_order: "42", hamon_withdrawal: "RET-1" }
    const raw = { value: "10.10", precision: 20 }
    const refunded = await here.provider.refundPayment({ amount: raw, data, context: context("ref_1") })
    const [refund] = [...here.stripe.state.refunds.values()]
    expect(refund).toMatchObject({
      amount: 1010,
      metadata: { hamon_refund: "hamref_1", hamon_order: "42", hamon_withdrawal: "RET-1" },
    })
    expect(refunded.data).toMatchObject({
      id: data.id,
      hamon_refunds: { hamref_1: { id: refund.id, status: "succeeded", amount: "10.10" } },
    })
  })

  it("by staff's own button is paid under core's row, beside the others", async () => {
    const here = await desk()
    const data = await captured(here)
    Object.assign(here.rows.refunds, { ref_1: { hamon_refund: "hamref_1" }, ref_2: null })
    const first = await here.provider.refundPayment({ amount: 1, data, context: context("ref_1") })
    const second = await here.provider.refundPayment({ amount: 2, data: first.data, context: context("ref_2") })
    expect(Object.keys(second.data?.hamon_refunds as object)).toEqual(["hamref_1", "ref_2"])
    expect(here.stripe.ledger.refunded()).toBe(300)
  })

  it("whose answer was lost is paid once, though core asks again with another row", async () => {
    const here = await desk()
    const data = await captured(here)
    const provider = here.with({ timeoutMs: 150 })
    Object.assign(here.rows.refunds, { ref_1: { hamon_refund: "hamref_1" }, ref_2: { hamon_refund: "hamref_1" } })
    here.stripe.server.faults.plan("POST", /refunds$/, { kind: "silence", when: "after" })
    const lost = await refusalOf(provider.refundPayment({ amount: 44.88, data, context: context("ref_1") }))
    expect(lost).toMatchObject({ type: "unexpected_state", outcome: "uncertain" })
    await provider.refundPayment({ amount: 44.88, data, context: context("ref_2") })
    expect(here.stripe.ledger.refunded()).toBe(4488)
  })

  it("by staff, whose answer was lost and whose row core dropped, is not paid again when they try again; the next one is", async () => {
    const here = await desk()
    const data = await captured(here)
    const provider = here.with({ timeoutMs: 150 })
    here.rows.refunds.ref_1 = null
    here.stripe.server.faults.plan("POST", /refunds$/, { kind: "silence", when: "after" })
    await refusalOf(provider.refundPayment({ amount: 10, data, context: context("ref_1") }))
    delete here.rows.refunds.ref_1
    Object.assign(here.rows.refunds, { ref_2: null, ref_3: null })
    const again = await provider.refundPayment({ amount: 10, data, context: context("ref_2") })
    expect(here.stripe.ledger.refunded()).toBe(1000)
    await provider.refundPayment({ amount: 10, data: again.data, context: context("ref_3") })
    expect(here.stripe.ledger.refunded()).toBe(2000)
  })

  it("of a disputed payment is refused, with what to do", async () => {
    const here = await desk()
    const data = await captured(here)
    here.rows.refunds.ref_1 = null
    here.stripe.openDispute(String(data.id))
    const refusal = await refusalOf(here.provider.refundPayment({ amount: 1, data, context: context("ref_1") }))
    expect(refusal).toMatchObject({ type: "not_allowed", outcome: "refused", code: "charge_disputed" })
    expect(refusal.message).toContain("answer the dispute, or accept it")
  })

  it("of a payment that was refunded elsewhere is no success", async () => {
    const here = await desk()
    const data = await captured(here)
    Object.assign(here.rows.refunds, { ref_1: null, ref_2: null })
    await here.provider.refundPayment({ amount: 44.88, data, context: context("ref_1") })
    const refusal = await refusalOf(here.provider.refundPayment({ amount: 44.88, data, context: context("ref_2") }))
    expect(refusal).toMatchObject({ type: "not_allowed", code: "charge_already_refunded" })
  })

  it("that failed at the bank is told, and not made again", async () => {
    const here = await desk()
    const data = await captured(here, "pm_card_pendingRefund")
    here.rows.refunds.ref_1 = { hamon_refund: "hamref_1" }
    const pending = await here.provider.refundPayment({ amount: 5, data, context: context("ref_1") })
    expect(pending.data).toMatchObject({ hamon_refunds: { hamref_1: { status: "pending" } } })
    const [refund] = here.stripe.state.refunds.keys()
    here.stripe.settleRefund(refund, "failed")
    const refusal = await refusalOf(here.provider.refundPayment({ amount: 5, data, context: context("ref_1") }))
    expect(refusal).toMatchObject({ type: "not_allowed", code: "refund_failed" })
    expect(here.stripe.state.refunds.size).toBe(1)
  })

  it("is not sent when core's rows cannot be reached", async () => {
    const here = await desk()
    const data = await captured(here)
    delete (here.rows.cradle as Partial<typeof here.rows.cradle>).refundService
    const refusal = await refusalOf(here.provider.refundPayment({ amount: 1, data, context: context("ref_1") }))
    expect(refusal).toMatchObject({ type: "unexpected_state" })
    expect(refusal.message).toContain("refundService is not registered")
    expect(here.stripe.ledger.refunded()).toBe(0)
  })
})
