import { captureIntent } from "../../../../integration-tests/emulators/stripe/intents"
import { closeAll, desk, refusalOf } from "./support"

afterEach(closeAll)

const context = (row: string) => ({ idempotency_key: row })

describe("a capture takes what core's row says, once", () => {
  it("the whole, or a part: the amount is in the row alone", async () => {
    const { stripe, provider, rows, authorized } = await desk()
    const data = await authorized()
    rows.captures.capt_1 = "30.00"
    const captured = await provider.capturePayment({ data, context: context("capt_1") })
    expect(captured.data).toMatchObject({ id: data.id, status: "succeeded", amount_received: 3000 })
    expect(stripe.ledger.movements.filter(({ kind }) => kind === "captured")).toMatchObject([
      { amount: 3000, key: "capt_1" },
    ])
    // And the result is still ours.
    await expect(provider.getPaymentStatus({ data: captured.data })).resolves.toMatchObject({ status: "captured" })
  })

  it("told again, it is the same capture", async () => {
    const { stripe, provider, rows, authorized } = await desk()
    const data = await authorized()
    rows.captures.capt_1 = "30.00"
    for (let n = 0; n < 2; n++) await provider.capturePayment({ data, context: context("capt_1") })
    expect(stripe.ledger.sum("captured")).toBe(3000)
  })

  it("a second one is refused: Stripe has released the rest", async () => {
    const { stripe, provider, rows, authorized } = await desk()
    const data = await authorized()
    Object.assign(rows.captures, { capt_1: "10.00", capt_2: "10.00" })
    await provider.capturePayment({ data, context: context("capt_1") })
    const refusal = await refusalOf(provider.capturePayment({ data, context: context("capt_2") }))
    expect(refusal).toMatchObject({ type: "not_allowed", outcome: "refused", code: "already_captured" })
    expect(refusal.message).toContain("10.00 EUR of this payment is captured already, and Stripe has released the rest")
    expect(stripe.ledger.sum("captured")).toBe(1000)
  })

  it.each([
    ["silence", { kind: "silence", when: "after" }],
    ["500", { kind: "status", status: 500, when: "after" }],
  ] as const)(
    "%s after the effect: core drops its row, and the next try finds the money taken",
    async (_name, fault) => {
      const { stripe, rows, authorized, with: withOptions } = await desk()
      const provider = withOptions({ timeoutMs: 150 })
      const data = await authorized()
      stripe.server.faults.plan("POST", /capture$/, fault)
      rows.captures.capt_1 = "30.00"
      expect(await refusalOf(provider.capturePayment({ data, context: context("capt_1") }))).toMatchObject({
        type: "unexpected_state",
        outcome: "uncertain",
      })
      delete rows.captures.capt_1
      rows.captures.capt_2 = "30.00"
      await expect(provider.capturePayment({ data, context: context("capt_2") })).resolves.toBeDefined()
      expect(stripe.ledger.sum("captured")).toBe(3000)
    },
  )

  it("money that was taken is not taken for another amount", async () => {
    const { stripe, provider, rows, authorized } = await desk()
    const data = await authorized()
    captureIntent(stripe.state, stripe.state.intent(String(data.id)), { amount_to_capture: "3000" }, null)
    rows.captures.capt_1 = "20.00"
    const refusal = await refusalOf(provider.capturePayment({ data, context: context("capt_1") }))
    expect(refusal).toMatchObject({ code: "already_captured", message: expect.stringContaining("30.00 EUR") })
  })

  it("one made in Stripe's own pages is booked by one row, however often it is told", async () => {
    const { stripe, provider, rows, authorized } = await desk()
    const data = await authorized()
    captureIntent(stripe.state, stripe.state.intent(String(data.id)), { amount_to_capture: "1000" }, null)
    Object.assign(rows.captures, { capt_1: "10.00", capt_2: "10.00", capt_3: "34.88" })
    for (let n = 0; n < 2; n++) await provider.capturePayment({ data, context: context("capt_1") })
    for (const row of ["capt_2", "capt_3"]) {
      const again = provider.capturePayment({ data, context: context(row) })
      expect(await refusalOf(again)).toMatchObject({ code: "already_captured" })
    }
  })

  it("an authorisation that expired is said so", async () => {
    const { stripe, provider, rows, authorized } = await desk()
    const data = await authorized()
    stripe.expire(String(data.id))
    rows.captures.capt_1 = "44.88"
    const refusal = await refusalOf(provider.capturePayment({ data, context: context("capt_1") }))
    expect(refusal).toMatchObject({ type: "not_allowed", code: "authorization_expired" })
    expect(refusal.message).toContain("7 days")
  })

  it("nothing is captured before the customer has authorised, nor more than he has", async () => {
    const { stripe, provider, rows, open, authorized } = await desk()
    Object.assign(rows.captures, { capt_1: "1.00", capt_2: "44.89" })
    const opened = { data: await open(), context: context("capt_1") }
    expect(await refusalOf(provider.capturePayment(opened))).toMatchObject({ code: "not_authorized" })
    const over = { data: await authorized(), context: context("capt_2") }
    expect(await refusalOf(provider.capturePayment(over))).toMatchObject({ code: "amount_too_large" })
    expect(stripe.ledger.sum("captured")).toBe(0)
  })

  it("without core's row there is no amount, and nothing is guessed", async () => {
    const { stripe, provider, authorized } = await desk()
    const data = await authorized()
    for (const row of [{}, context("capt_unknown")]) {
      expect(await refusalOf(provider.capturePayment({ data, context: row }))).toMatchObject({ code: "no_capture" })
    }
    expect(stripe.ledger.sum("captured")).toBe(0)
  })
})

describe("a cancellation", () => {
  it("gives the money back to the card; a second one, or Stripe's own before it, is no error", async () => {
    const { stripe, provider, authorized } = await desk()
    const [once, expired] = [await authorized(), await authorized()]
    await provider.cancelPayment({ data: once, context: context("pay_1") })
    await expect(provider.cancelPayment({ data: once, context: context("pay_1") })).resolves.toMatchObject({
      data: { status: "canceled" },
    })
    stripe.expire(String(expired.id))
    await expect(provider.cancelPayment({ data: expired })).resolves.toMatchObject({ data: { status: "canceled" } })
    expect(stripe.ledger.sum("voided")).toBe(2 * 4488)
  })

  it("of captured money is refused: that is a refund", async () => {
    const { provider, rows, authorized } = await desk()
    const data = await authorized()
    rows.captures.capt_1 = "44.88"
    await provider.capturePayment({ data, context: context("capt_1") })
    const refusal = await refusalOf(provider.cancelPayment({ data }))
    expect(refusal).toMatchObject({ type: "not_allowed", code: "already_captured" })
    expect(refusal.message).toContain("refund it")
  })
})
