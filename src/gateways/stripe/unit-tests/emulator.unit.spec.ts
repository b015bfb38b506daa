import Stripe from "stripe"
import { startStripe, type StripeEmulator } from "../../../../integration-tests/emulators/stripe"
import { stripeClient } from "../client"
import { readStripeOptions } from "../options"
import { refusalOf } from "./support"

/** What the other specs stand on: the emulator does what Stripe's documentation says, as the SDK sees it. */
describe("the emulated Stripe", () => {
  let emulator: StripeEmulator
  let stripe: Stripe

  beforeEach(async () => {
    emulator = await startStripe()
    const given = { apiKey: emulator.apiKey, webhookSecret: "whsec_1", apiBase: emulator.url, maxNetworkRetries: 0 }
    stripe = stripeClient(readStripeOptions(given))
  })
  afterEach(() => emulator.stop())

  const intent = (more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    stripe.paymentIntents.create({ amount: 1999, currency: "eur", capture_method: "manual", ...more })
  const page = (path: string, init: RequestInit = {}) =>
    fetch(`${emulator.url}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${emulator.publishableKey}`,
        "content-type": "application/x-www-form-urlencoded",
      },
    })

  it("answers the same call of the same key with the first answer, and says so", async () => {
    const first = await stripe.paymentIntents.create({ amount: 1, currency: "eur" }, { idempotencyKey: "k" })
    const again = await stripe.paymentIntents.create({ amount: 1, currency: "eur" }, { idempotencyKey: "k" })
    expect(again.id).toBe(first.id)
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true")
    expect(first.lastResponse.headers["idempotent-replayed"]).toBeUndefined()
    expect(emulator.state.intents.size).toBe(1)
  })

  it("refuses another call of a used key", async () => {
    await stripe.paymentIntents.create({ amount: 1, currency: "eur" }, { idempotencyKey: "k" })
    const refusal = await refusalOf(
      stripe.paymentIntents.create({ amount: 2, currency: "eur" }, { idempotencyKey: "k" }),
    )
    expect(refusal).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 })
  })

  it("keeps refusals too, but not those of parameters", async () => {
    const asked = (amount: number) => stripe.paymentIntents.create({ amount, currency: "eur" }, { idempotencyKey: "k" })
    await refusalOf(asked(0))
    await expect(asked(5)).resolves.toMatchObject({ amount: 5 })
  })

  it("answers what it does not know in Stripe's envelope, with the id of the request", async () => {
    const answer = await fetch(`${emulator.url}/v1/unheard_of`, {
      headers: { authorization: `Bearer ${emulator.apiKey}` },
    })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ error: { type: "invalid_request_error" } })
    expect(answer.headers.get("request-id")).toMatch(/^req_/)
    expect(await refusalOf(stripe.balance.retrieve())).toMatchObject({
      type: "StripeInvalidRequestError",
      statusCode: 404,
    })
    expect(await refusalOf(intent({ moto: true } as never))).toMatchObject({ code: "parameter_unknown" })
  })

  it("refuses a wrong key", async () => {
    const answer = await fetch(`${emulator.url}/v1/refunds`, { headers: { authorization: "Bearer sk_test_x" } })
    expect(answer.status).toBe(401)
  })

  it("reads nested brackets, and expands", async () => {
    const { id } = await intent({ metadata: { a: "1", "b c": "2" }, payment_method_types: ["card"] })
    emulator.confirm(id)
    const read = await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge", "payment_method"] })
    expect(read).toMatchObject({ metadata: { a: "1", "b c": "2" }, latest_charge: { object: "charge" } })
    expect((read.payment_method as Stripe.PaymentMethod).card?.last4).toBe("4242")
  })

  it("a page confirms with its secret, and sees no more than its payment", async () => {
    const { id, client_secret } = await intent({ metadata: { session_id: "payses_1" } })
    const body = `payment_method=pm_card_visa&client_secret=${client_secret}`
    const confirmed = await page(`/v1/payment_intents/${id}/confirm`, { method: "POST", body })
    expect(confirmed.headers.get("access-control-allow-origin")).toBe("*")
    expect(await confirmed.json()).toMatchObject({ status: "requires_capture" })
    const seen = await (await page(`/v1/payment_intents/${id}?client_secret=${client_secret}`)).json()
    expect(seen).toMatchObject({ id, amount: 1999 })
    expect(seen).not.toHaveProperty("metadata")
    expect((await page(`/v1/payment_intents/${id}?client_secret=wrong`)).status).toBe(400)
    expect((await page("/v1/refunds", { method: "POST", body: `payment_intent=${id}` })).status).toBe(401)
    expect((await page(`/v1/payment_intents/${id}/confirm`, { method: "OPTIONS" })).status).toBe(204)
  })

  it.each([
    ["approve", "requires_capture"],
    ["refuse", "requires_payment_method"],
  ])("the bank's page works without script: %s, then back to the shop", async (answer, status) => {
    const { id, client_secret } = await intent()
    const { next_action } = emulator.confirm(id, "pm_card_threeDSecure2Required", "https://shop.example/back?cart=1")
    const url = String(next_action?.redirect_to_url?.url)
    const shown = await (await fetch(url)).text()
    expect(shown).toContain('value="approve"')
    expect(shown).not.toContain("<script")
    const sent = await fetch(url, { method: "POST", body: new URLSearchParams({ answer }), redirect: "manual" })
    expect(sent.status).toBe(303)
    const back = new URL(String(sent.headers.get("location")))
    expect(back.searchParams.get("cart")).toBe("1")
    expect(back.searchParams.get("payment_intent_client_secret")).toBe(client_secret)
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({ status })
  })

  it("a declined card leaves the intent open, with the reason", async () => {
    const { id } = await intent()
    const declined = stripe.paymentIntents.confirm(id, {
      payment_method: "pm_card_visa_chargeDeclinedInsufficientFunds",
    })
    expect(await refusalOf(declined)).toMatchObject({
      type: "StripeCardError",
      code: "card_declined",
      decline_code: "insufficient_funds",
      payment_intent: { id, status: "requires_payment_method" },
    })
    expect(emulator.ledger.movements).toEqual([])
  })

  it("an authorisation is captured once, and what is not taken is released", async () => {
    const { id } = await intent()
    emulator.confirm(id)
    const more = await refusalOf(stripe.paymentIntents.capture(id, { amount_to_capture: 2000 }))
    expect(more).toMatchObject({ code: "amount_too_large" })
    await stripe.paymentIntents.capture(id, { amount_to_capture: 1000 })
    expect(await refusalOf(stripe.paymentIntents.capture(id))).toMatchObject({
      code: "payment_intent_unexpected_state",
    })
    expect(emulator.ledger.movements.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["authorized", 1999],
      ["captured", 1000],
      ["voided", 999],
    ])
  })

  it("tells signed events, in order", async () => {
    const got: Stripe.Event[] = []
    const { createServer } = await import("node:http")
    const shop = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        const signature = String(request.headers["stripe-signature"])
        got.push(stripe.webhooks.constructEvent(Buffer.concat(chunks), signature, secret))
        response.end()
      })
    })
    await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve))
    const { port } = shop.address() as { port: number }
    const secret = emulator.endpoint(`http://127.0.0.1:${port}/hooks`)
    await intent()
    await emulator.webhooks.settled()
    await new Promise((resolve) => shop.close(resolve))
    expect(got.map(({ type }) => type)).toEqual(["payment_intent.created"])
  })

  it("knows customers, their cards, and saving one", async () => {
    const { id } = await stripe.customers.create({ email: "claire@client.example", name: "Claire" })
    const method = await stripe.paymentMethods.create({ type: "card", card: { number: "4242424242424242" } as never })
    await stripe.paymentMethods.attach(method.id, { customer: id })
    const setup = await stripe.setupIntents.create({ customer: id, usage: "on_session" })
    await stripe.setupIntents.confirm(setup.id, { payment_method: method.id })
    expect((await stripe.customers.listPaymentMethods(id)).data.map((one) => one.id)).toEqual([method.id])
    await stripe.paymentMethods.detach(method.id)
    expect((await stripe.customers.listPaymentMethods(id)).data).toEqual([])
    await stripe.customers.del(id)
    expect(await refusalOf(stripe.customers.retrieve(id))).toMatchObject({ code: "resource_missing" })
  })
})
