import { closeAll, desk, refusalOf } from "./support"

afterEach(closeAll)

describe("data without our seal moves no money", () => {
  const FORGED = [
    ["no seal", {}],
    ["a seal that somebody wrote", { hamon_seal: "0".repeat(64) }],
    ["a seal that is no text", { hamon_seal: 1 }],
  ] as const

  it.each(FORGED)("%s: an intent is not read, changed, captured, canceled or refunded", async (_name, forged) => {
    const { stripe, provider, rows, authorized } = await desk()
    const victim = await authorized()
    const data = { id: victim.id, currency: "eur", ...forged }
    const context = { idempotency_key: "row_1" }
    rows.captures.row_1 = "1"
    rows.refunds.row_1 = null
    const calls = stripe.server.calls.length
    const attempts = [
      provider.capturePayment({ data, context }),
      provider.refundPayment({ amount: 1, data, context }),
      provider.cancelPayment({ data, context }),
      provider.updatePayment({ amount: 1, currency_code: "eur", data }),
      provider.authorizePayment({ data }),
      provider.retrievePayment({ data }),
    ]
    for (const attempt of attempts) {
      expect(await refusalOf(attempt)).toMatchObject({
        type: "not_allowed",
        message: expect.stringContaining("sealSecret"),
      })
    }
    expect(stripe.server.calls).toHaveLength(calls)
  })

  it("a seal of one intent does not open another", async () => {
    const { provider, authorized, open, stripe } = await desk()
    const victim = await authorized()
    const own = await open()
    await refusalOf(provider.cancelPayment({ data: { ...own, id: victim.id } }))
    expect(stripe.state.intent(String(victim.id)).status).toBe("requires_capture")
  })

  it("a payment of one checkout pays for no other: core holds what a customer sent until the intent is made", async () => {
    const { provider, authorized } = await desk()
    const cheap = await authorized()
    const attempt = provider.authorizePayment({ data: cheap, context: { idempotency_key: "payses_dear" } })
    expect(await refusalOf(attempt)).toMatchObject({ type: "not_allowed", outcome: "refused" })
    const own = provider.authorizePayment({ data: cheap, context: { idempotency_key: "payses_1" } })
    await expect(own).resolves.toMatchObject({ status: "authorized" })
  })

  it("a failed creation, where core hands over the customer's words, cancels nothing and hides no error", async () => {
    const { stripe, provider, authorized } = await desk()
    const victim = await authorized()
    const sent = { id: victim.id, hamon_seal: "forged" }
    await expect(provider.deletePayment({ data: sent })).resolves.toEqual({ data: sent })
    await expect(provider.deletePayment({})).resolves.toEqual({ data: undefined })
    expect(stripe.state.intent(String(victim.id)).status).toBe("requires_capture")
  })

  it("our own session is canceled when core deletes it", async () => {
    const { stripe, provider, authorized } = await desk()
    const data = await authorized()
    await provider.deletePayment({ data })
    expect(stripe.state.intent(String(data.id)).status).toBe("canceled")
    expect(stripe.ledger.sum("voided")).toBe(4488)
  })

  it("holds after the key was rolled, when the former one is given", async () => {
    const { stripe, authorized, with: withOptions } = await desk({ sealSecret: "sk_test_former" })
    const data = await authorized()
    const rolled = withOptions({ sealSecret: "sk_test_former", apiKey: stripe.apiKey })
    await expect(rolled.getPaymentStatus({ data })).resolves.toMatchObject({ status: "authorized" })
    const forgotten = withOptions({ sealSecret: undefined })
    expect(await refusalOf(forgotten.getPaymentStatus({ data }))).toMatchObject({ type: "not_allowed" })
  })
})
