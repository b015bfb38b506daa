import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { PaypalClient } from "../../../src/gateways/paypal/client"
import { readPaypalOptions } from "../../../src/gateways/paypal/options"
import { stripeClient } from "../../../src/gateways/stripe/client"
import { readStripeOptions } from "../../../src/gateways/stripe/options"
import { type Edges, startEdges } from "../../support/edges"

/** What the demo leans on: an order of an earlier start still has its payment at the provider. */
describe("emulated providers that keep their books", () => {
  const running: Edges[] = []
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), "hamon-providers-"))
  })
  afterEach(async () => {
    await Promise.all(running.splice(0).map((edges) => edges.stop()))
    rmSync(directory, { recursive: true })
  })

  /** The earlier ones still run, and write nothing more: as after kill -9. */
  async function start(): Promise<Edges> {
    const edges = await startEdges({ directory })
    running.push(edges)
    return edges
  }

  it("Stripe: what was answered is there at the next start, and its keys still pay once", async () => {
    const before = await start()
    const stripe = stripeClient(optionsOf(before))
    const asked = { amount: 5000, currency: "eur", payment_method: "pm_card_visa", confirm: true }
    const { id } = await stripe.paymentIntents.create(asked)
    const refund = { payment_intent: id, amount: 1000 }
    const paid = await stripe.refunds.create(refund, { idempotencyKey: "once" })

    const after = await start()
    expect(after.stripe.publishableKey).toBe(before.stripe.publishableKey)
    expect(after.stripe.ledger.movements).toEqual(before.stripe.ledger.movements)
    const again = stripeClient(optionsOf(after))
    expect(await again.refunds.create(refund, { idempotencyKey: "once" })).toMatchObject({ id: paid.id })
    await again.refunds.create({ payment_intent: id })
    expect(after.stripe.ledger.refunded(id)).toBe(5000)
    expect((await again.events.list()).data.length).toBeGreaterThan((await stripe.events.list()).data.length)
  })

  it("PayPal: captures still know their orders and refunds, and request ids what was answered", async () => {
    const before = await start()
    const { id, capture } = await paidOrder(before)
    const path = `/v2/payments/captures/${capture}/refund`
    const refund = (value: string) => JSON.stringify({ amount: { currency_code: "EUR", value } })
    const once = { method: "POST", path, requestId: "once", body: refund("10.00") } as const
    const paid = await client(before).call<{ id: string }>(once)

    const after = await start()
    expect(await client(after).call(once)).toMatchObject({ id: paid.id })
    const tooMuch = { ...once, requestId: "more", body: refund("40.01") }
    await expect(client(after).call(tooMuch)).rejects.toMatchObject({ code: "REFUND_AMOUNT_EXCEEDED" })
    await client(after).call({ ...once, requestId: "rest", body: refund("40.00") })
    expect(after.paypal.ledger.refunded(id)).toBe(5000)
    expect(await client(after).call({ method: "GET", path: `/v2/payments/captures/${capture}` })).toMatchObject({
      status: "REFUNDED",
    })
  })

  it("a file that is no book stops the start, and names the file", async () => {
    writeFileSync(path.join(directory, "stripe"), "half a bo")
    await expect(start()).rejects.toThrow(/stripe cannot be read .*: remove it/)
  })
})

function optionsOf({ env }: Edges) {
  return readStripeOptions({
    apiKey: env.STRIPE_API_KEY,
    apiBase: env.STRIPE_API_BASE,
    webhookSecret: env.STRIPE_WEBHOOK_SECRET?.split(","),
  })
}

function client({ env }: Edges): PaypalClient {
  return new PaypalClient(
    readPaypalOptions({
      clientId: env.PAYPAL_CLIENT_ID,
      clientSecret: env.PAYPAL_CLIENT_SECRET,
      apiBase: env.PAYPAL_API_BASE,
      webhookId: env.PAYPAL_WEBHOOK_ID?.split(","),
      returnUrl: env.PAYPAL_RETURN_URL,
      cancelUrl: env.PAYPAL_CANCEL_URL,
    }),
  )
}

/** 50.00 €, approved on PayPal's page and captured. */
async function paidOrder(edges: Edges): Promise<{ id: string; capture: string }> {
  const { PAYPAL_RETURN_URL: return_url, PAYPAL_CANCEL_URL: cancel_url } = edges.env
  const body = JSON.stringify({
    intent: "CAPTURE",
    purchase_units: [{ amount: { currency_code: "EUR", value: "50.00" } }],
    payment_source: { paypal: { experience_context: { return_url, cancel_url } } },
  })
  const paypal = client(edges)
  const { id } = await paypal.call<{ id: string }>({
    method: "POST",
    path: "/v2/checkout/orders",
    requestId: "order",
    body,
  })
  await fetch(`${edges.paypal.url}/checkoutnow?token=${id}`, {
    method: "POST",
    body: new URLSearchParams({ how: "approve" }),
    redirect: "manual",
  })
  const taken = await paypal.call<{ purchase_units: { payments: { captures: { id: string }[] } }[] }>({
    method: "POST",
    path: `/v2/checkout/orders/${id}/capture`,
    requestId: "capture",
    body: "{}",
  })
  return { id, capture: taken.purchase_units[0].payments.captures[0].id }
}
