import { BigNumber, MedusaError } from "@medusajs/framework/utils"
import { patchAmount } from "../../../gateways/paypal/orders"
import { gatewayFor, stagePaypal } from "../../../gateways/paypal/unit-tests/support"
import paypalProvider from ".."
import { PaypalPaymentService } from "../service"
import { changes, paid, providerFor, sentTo, session } from "./support"

describe("the PayPal provider", () => {
  it("is a payment provider that Medusa knows as hamon-paypal", () => {
    expect(paypalProvider.module).toBe("payment")
    expect(paypalProvider.services).toEqual([PaypalPaymentService])
    expect(PaypalPaymentService.identifier).toBe("hamon-paypal")
  })

  it("stops the boot on a wrong option, naming it", () => {
    const refused = expect(() => PaypalPaymentService.validateOptions({ clientId: "id", clientSecret: "hush" }))
    refused.toThrow(MedusaError)
    refused.toThrow('option "webhookId" is wrong or missing')
  })
})

describe("a checkout with PayPal", () => {
  const running = stagePaypal()

  it("asks for exactly the amount, by the server's rules, whatever the browser sent", async () => {
    const sent = {
      id: "FORGED",
      intent: "CAPTURE",
      amount: { currency_code: "EUR", value: "0.01" },
      session_id: "payses_forged",
      return_url: "https://thief.example",
      hamon_seal: "forged",
    }
    const provider = providerFor(running.current, { brandName: "Chez Hamon" })
    const data = await session(provider, "19.99", { sent })
    expect(sentTo(running.current, /orders$/)).toEqual({
      intent: "AUTHORIZE",
      purchase_units: [
        { reference_id: "default", custom_id: data.session_id, amount: { currency_code: "EUR", value: "19.99" } },
      ],
      payment_source: {
        paypal: {
          experience_context: {
            brand_name: "Chez Hamon",
            shipping_preference: "NO_SHIPPING",
            user_action: "PAY_NOW",
            return_url: "https://shop.example/paid",
            cancel_url: "https://shop.example/cart",
          },
        },
      },
    })
    expect(data).toMatchObject({
      intent: "AUTHORIZE",
      amount: { value: "19.99" },
      approve_url: expect.stringContaining(data.id) as string,
    })
    expect(data.id).not.toBe("FORGED")
    expect(JSON.stringify(data)).not.toContain(running.current.clientSecret)
  })

  it.each([
    ["11.691", "eur", "11.69"],
    ["33.335", "eur", "33.34"],
    [0.615, "eur", "0.62"],
    [{ value: "19.9900000000", precision: 20 }, "eur", "19.99"],
    [new BigNumber("1234567.895"), "eur", "1234567.90"],
    ["1999.5", "jpy", "2000"],
    ["1200", "huf", "1200"],
  ])("rounds core's %p %s half up, to %s", async (amount, currency, value) => {
    await session(providerFor(running.current), amount as string, { currency })
    const [{ amount: asked }] = sentTo(running.current, /orders$/).purchase_units as { amount: unknown }[]
    expect(asked).toEqual({ currency_code: currency.toUpperCase(), value })
  })

  it("refuses a currency that PayPal does not take, and an amount of nothing, as bad input", async () => {
    const provider = providerFor(running.current)
    await expect(session(provider, "10", { currency: "kwd" })).rejects.toMatchObject({ type: "not_allowed" })
    await expect(session(provider, "0.004")).rejects.toMatchObject({ type: "invalid_data" })
  })

  it("asked for twice by core is one order", async () => {
    const provider = providerFor(running.current)
    const ask = { amount: "10", currency_code: "eur", data: { session_id: "payses_same" } }
    const [first, second] = [await provider.initiatePayment(ask), await provider.initiatePayment(ask)]
    expect(second.id).toBe(first.id)
  })

  it("needs more until the customer has approved, then holds the money once, however often core asks", async () => {
    const provider = providerFor(running.current)
    const data = await session(provider, "30.00")
    await expect(provider.authorizePayment({ data })).resolves.toMatchObject({
      status: "requires_more",
      data: { approve_url: data.approve_url },
    })
    running.current.approve(data.id)
    const all = await Promise.all([1, 2, 3].map(() => provider.authorizePayment({ data })))
    expect(all.map(({ status }) => status)).toEqual(["authorized", "authorized", "authorized"])
    expect(running.current.ledger.sum("authorized", data.id)).toBe(3000)
    expect(running.current.ledger.sum("captured", data.id)).toBe(0)
  })

  it("takes the money at once where the server says so", async () => {
    const provider = providerFor(running.current, { capture: "automatic" })
    const data = await session(provider, "30.00")
    running.current.approve(data.id)
    await expect(provider.authorizePayment({ data })).resolves.toMatchObject({ status: "captured" })
    expect(running.current.ledger.kept(data.id)).toBe(3000)
  })

  it.each(["manual", "automatic"] as const)(
    "sends the customer back when PayPal declines his card (%s)",
    async (capture) => {
      const provider = providerFor(running.current, { capture })
      const data = await session(provider, "30.00")
      running.current.approve(data.id, "decline-once")
      const declined = await provider.authorizePayment({ data })
      expect(declined).toMatchObject({ status: "requires_more", data: { approve_url: data.approve_url } })
      await expect(provider.authorizePayment({ data: declined.data })).resolves.toMatchObject({
        status: "requires_more",
      })
      running.current.approve(data.id)
      const status = capture === "manual" ? "authorized" : "captured"
      await expect(provider.authorizePayment({ data: declined.data })).resolves.toMatchObject({ status })
    },
  )

  it("goes on after an answer that nobody heard", async () => {
    const hurried = providerFor(running.current, { timeoutMs: 600, maxRetries: 0 })
    const data = await session(hurried, "30.00")
    running.current.approve(data.id)
    running.current.server.faults.plan("POST", /authorize$/, { kind: "silence", when: "after" })
    await expect(hurried.authorizePayment({ data })).rejects.toMatchObject({
      type: "unexpected_state",
      gateway: { outcome: "uncertain" },
    })
    await expect(hurried.authorizePayment({ data })).resolves.toMatchObject({ status: "authorized" })
    expect(running.current.ledger.sum("authorized", data.id)).toBe(3000)
  })

  it("waits while PayPal reviews, and ends when PayPal has decided", async () => {
    const provider = providerFor(running.current, { capture: "automatic" })
    const data = await session(provider, "30.00")
    running.current.approve(data.id)
    running.current.next({ capture: "PENDING" })
    await expect(provider.authorizePayment({ data })).resolves.toMatchObject({ status: "pending_authorization" })
    running.current.settleCapture(data.id)
    await expect(provider.authorizePayment({ data })).resolves.toMatchObject({ status: "captured" })
  })

  it.each([
    ["manual", { authorization: "DENIED" }],
    ["automatic", { capture: "DECLINED" }],
  ] as const)("fails when PayPal denies (%s)", async (capture, outcome) => {
    const provider = providerFor(running.current, { capture })
    const data = await session(provider, "30.00")
    running.current.approve(data.id)
    running.current.next(outcome)
    await expect(provider.authorizePayment({ data })).resolves.toMatchObject({ status: "error" })
    expect(running.current.ledger.kept(data.id)).toBe(0)
  })

  it("charges no order whose amount is not the session's", async () => {
    const provider = providerFor(running.current, { capture: "automatic" })
    const data = await session(provider, "30.00")
    await patchAmount(gatewayFor(running.current).client, data.id, { currency_code: "EUR", value: "3.00" })
    running.current.approve(data.id)
    await expect(provider.authorizePayment({ data })).rejects.toMatchObject({ type: "payment_authorization_error" })
    expect(running.current.ledger.kept(data.id)).toBe(0)
  })

  it("pays for no session but its own", async () => {
    const provider = providerFor(running.current)
    const cheap = await session(provider, "1.00")
    running.current.approve(cheap.id)
    const context = { idempotency_key: "payses_dear" }
    await expect(provider.authorizePayment({ data: cheap, context })).rejects.toMatchObject({ type: "not_allowed" })
    await expect(
      provider.authorizePayment({ data: { ...cheap, session_id: "payses_dear" }, context }),
    ).rejects.toMatchObject({ type: "not_allowed" })
    expect(running.current.ledger.sum("authorized", cheap.id)).toBe(0)
  })
})

describe("the amount of a PayPal session", () => {
  const running = stagePaypal()

  it("is changed on the order while the customer has not approved it", async () => {
    const provider = providerFor(running.current)
    const data = await session(provider, "30.00")
    const update = { data, amount: "31.50", currency_code: "eur" }
    const { data: changed } = await provider.updatePayment(update)
    expect(changed).toMatchObject({ id: data.id, amount: { value: "31.50" } })
    running.current.approve(data.id)
    await expect(provider.authorizePayment({ data: changed })).resolves.toMatchObject({ status: "authorized" })
    expect(running.current.ledger.sum("authorized", data.id)).toBe(3150)
    // What the customer had before is no longer the session's.
    await expect(provider.authorizePayment({ data })).rejects.toMatchObject({ type: "payment_authorization_error" })
  })

  it("needs a new order, and a new approval, once he has approved, or in another currency", async () => {
    const provider = providerFor(running.current)
    const data = await session(provider, "30.00")
    running.current.approve(data.id)
    const { data: dearer } = await provider.updatePayment({ data, amount: "60.00", currency_code: "eur" })
    expect(dearer?.id).not.toBe(data.id)
    await expect(provider.authorizePayment({ data: dearer })).resolves.toMatchObject({ status: "requires_more" })
    const { data: francs } = await provider.updatePayment({ data: dearer, amount: "60.00", currency_code: "chf" })
    expect(francs).toMatchObject({ amount: { currency_code: "CHF" } })
    expect(francs?.id).not.toBe(dearer?.id)
  })

  it("that is the same changes nothing at PayPal", async () => {
    const provider = providerFor(running.current)
    const data = await session(provider, "30.00")
    const before = changes(running.current)
    await provider.updatePayment({ data, amount: "30", currency_code: "eur" })
    expect(changes(running.current)).toBe(before)
  })

  it("cannot change once the money was taken", async () => {
    const provider = providerFor(running.current)
    const data = await paid(provider, running.current, "30.00")
    await expect(provider.updatePayment({ data, amount: "31", currency_code: "eur" })).rejects.toMatchObject({
      type: "not_allowed",
    })
  })
})
