import type { Answer } from "../../../scripts/shop/client"
import { type Paypal, startPaypal } from "."

/** What the emulated PayPal must do as PayPal does: the specs of client and provider lean on it. */
describe("the emulated PayPal", () => {
  let paypal: Paypal
  let token: string

  beforeAll(async () => {
    paypal = await startPaypal()
    const answer = await fetch(`${paypal.url}/v1/oauth2/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`${paypal.clientId}:${paypal.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
    })
    token = ((await answer.json()) as { access_token: string }).access_token
  })
  afterAll(() => paypal.stop())

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(`${paypal.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await answer.text()
    return { status: answer.status, json: (text === "" ? null : JSON.parse(text)) as Answer }
  }

  const order = (value: string, currency_code = "EUR", intent = "AUTHORIZE") =>
    call("POST", "/v2/checkout/orders", {
      intent,
      purchase_units: [{ reference_id: "default", custom_id: "payses_1", amount: { currency_code, value } }],
      payment_source: {
        paypal: {
          experience_context: { return_url: "https://shop.example/paid?x=1", cancel_url: "https://shop.example/cart" },
        },
      },
    })

  it("answers in PayPal's envelope, on routes that PayPal has not as well, and 401 to strangers", async () => {
    expect(await call("GET", "/v9/nothing")).toMatchObject({
      status: 404,
      json: { name: "RESOURCE_NOT_FOUND", debug_id: expect.any(String), details: [{ issue: "INVALID_RESOURCE_ID" }] },
    })
    expect(await call("GET", "/v2/checkout/orders/X", undefined, { authorization: "Bearer forged" })).toMatchObject({
      status: 401,
      json: { name: "AUTHENTICATION_FAILURE" },
    })
  })

  it.each([
    ["1.001", "EUR", "DECIMAL_PRECISION"],
    ["100.5", "JPY", "DECIMALS_NOT_SUPPORTED"],
    ["100.00", "HUF", "DECIMALS_NOT_SUPPORTED"],
    ["0.00", "EUR", "CANNOT_BE_ZERO_OR_NEGATIVE"],
    ["1.000", "KWD", "INVALID_CURRENCY_CODE"],
  ])("refuses %s %s with %s", async (value, currency, issue) => {
    expect(await order(value, currency)).toMatchObject({ status: 422, json: { details: [{ issue }] } })
  })

  it("shows a page without script on which the customer approves, gives up, or has his card declined", async () => {
    const { json } = await order("12.50")
    const link = json.links.find(({ rel }: { rel: string }) => rel === "payer-action").href as string
    const read = async (language: string) => (await fetch(link, { headers: { "accept-language": language } })).text()
    const page = await read("en-GB")
    expect(page).toContain("€12.50")
    expect(await read("fr-FR")).toMatch(/demande 12,50\s€/)
    expect(page).not.toContain("<script")
    const press = async (how: string) => {
      const answer = await fetch(link, { method: "POST", body: new URLSearchParams({ how }), redirect: "manual" })
      return { status: answer.status, location: answer.headers.get("location") }
    }
    expect(await press("cancel")).toMatchObject({ status: 303, location: expect.stringContaining("/cart?token=") })
    expect(await call("POST", `/v2/checkout/orders/${json.id}/authorize`, {})).toMatchObject({
      json: { details: [{ issue: "ORDER_NOT_APPROVED" }] },
    })
    expect(await press("decline-once")).toMatchObject({ location: expect.stringContaining(`x=1&token=${json.id}`) })
    expect(await call("POST", `/v2/checkout/orders/${json.id}/authorize`, {})).toMatchObject({
      json: { details: [{ issue: "INSTRUMENT_DECLINED" }], links: [{ rel: "redirect", href: link }] },
    })
    await press("approve")
    expect(await call("POST", `/v2/checkout/orders/${json.id}/authorize`, {})).toMatchObject({
      status: 201,
      json: { status: "COMPLETED" },
    })
    expect(await call("POST", `/v2/checkout/orders/${json.id}/authorize`, {})).toMatchObject({
      json: { details: [{ issue: "ORDER_ALREADY_AUTHORIZED" }] },
    })
  })

  it("captures an order once, and says so the second time", async () => {
    const { json } = await order("12.50", "EUR", "CAPTURE")
    paypal.approve(json.id)
    expect((await call("POST", `/v2/checkout/orders/${json.id}/capture`, {})).status).toBe(201)
    expect(await call("POST", `/v2/checkout/orders/${json.id}/capture`, {})).toMatchObject({
      json: { details: [{ issue: "ORDER_ALREADY_CAPTURED" }] },
    })
    expect(paypal.ledger.kept(json.id)).toBe(1250)
  })

  it("authorises anew, and knows authorisations and refunds by their ids", async () => {
    const { json } = await order("12.50")
    paypal.approve(json.id)
    const { json: done } = await call("POST", `/v2/checkout/orders/${json.id}/authorize`, {})
    const [{ id }] = done.purchase_units[0].payments.authorizations
    const { json: again } = await call("POST", `/v2/payments/authorizations/${id}/reauthorize`, {})
    expect(await call("GET", `/v2/payments/authorizations/${id}`)).toMatchObject({ json: { status: "VOIDED" } })
    const { json: capture } = await call("POST", `/v2/payments/authorizations/${again.id}/capture`, {})
    const { json: refund } = await call("POST", `/v2/payments/captures/${capture.id}/refund`, {})
    expect(await call("GET", `/v2/payments/refunds/${refund.id}`)).toMatchObject({
      json: { status: "COMPLETED", amount: { value: "12.50" } },
    })
    expect(await call("GET", `/v2/payments/captures/${capture.id}`)).toMatchObject({ json: { status: "REFUNDED" } })
  })

  it("answers the same to the same request id", async () => {
    const { json } = await order("12.50", "EUR", "CAPTURE")
    paypal.approve(json.id)
    const take = () => call("POST", `/v2/checkout/orders/${json.id}/capture`, {}, { "paypal-request-id": "take" })
    expect(await take()).toEqual(await take())
    expect(paypal.ledger.sum("captured", json.id)).toBe(1250)
  })
})
