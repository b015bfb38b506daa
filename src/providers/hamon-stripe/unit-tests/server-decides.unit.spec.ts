import { MedusaError } from "@medusajs/framework/utils"
import stripeModule from ".."
import { HamonStripeService } from "../service"
import { closeAll, desk, refusalOf } from "./support"

afterEach(closeAll)

/** Everything that the store route lets a customer send. */
const HOSTILE = {
  id: "pi_of_somebody_else",
  amount: 1,
  currency: "jpy",
  capture_method: "automatic_async",
  confirm: true,
  customer: "cus_of_somebody_else",
  hamon_refunds: { hamref_1: { id: "re_1", status: "succeeded", amount: "44.88" } },
  hamon_seal: "forged",
  metadata: { session_id: "payses_of_somebody_else", order_id: "order_1" },
  moto: true,
  off_session: true,
  payment_description: "free",
  payment_method: "pm_card_visa",
  payment_method_configuration: "pmc_1",
  payment_method_data: { type: "card" },
  payment_method_options: { card: { request_three_d_secure: "automatic", moto: true } },
  payment_method_types: ["customer_balance"],
  return_url: "https://elsewhere.example",
  setup_future_usage: "off_session",
  shared_payment_token: "spt_1",
  status: "succeeded",
}

describe("the server alone decides the terms of a payment", () => {
  it("is a payment provider that Medusa knows as hamon-stripe", () => {
    expect(stripeModule.module).toBe("payment")
    expect(stripeModule.services).toEqual([HamonStripeService])
    expect(HamonStripeService.identifier).toBe("hamon-stripe")
  })

  it.each(Object.entries(HOSTILE))("a customer's %s changes nothing", async (name, value) => {
    const { stripe, open } = await desk()
    const data = await open({ [name]: value })
    const [call] = stripe.server.calls
    expect(Object.fromEntries(new URLSearchParams(call.body))).toEqual({
      amount: "4488",
      currency: "eur",
      capture_method: "manual",
      "payment_method_types[0]": "card",
      "payment_method_options[card][request_three_d_secure]": "any",
      "metadata[session_id]": "payses_1",
    })
    // What core keeps is the provider's word wherever both speak.
    const [intent] = stripe.state.intents.values()
    expect(data).toMatchObject({
      id: intent.id,
      amount: 4488,
      currency: "eur",
      capture_method: "manual",
      hamon_refunds: {},
    })
    expect(data.hamon_seal).not.toBe("forged")
  })

  it("all of them together change nothing either", async () => {
    const { stripe, open, provider } = await desk()
    const data = await open(HOSTILE)
    const [intent] = stripe.state.intents.values()
    expect(intent).toMatchObject({
      status: "requires_payment_method",
      payment_method: null,
      metadata: { session_id: "payses_1" },
    })
    expect(await provider.getPaymentStatus({ data })).toMatchObject({ status: "pending", data: { id: intent.id } })
  })

  it("the options decide: capture, 3-D Secure, methods, description, statement", async () => {
    const { stripe, open } = await desk({
      capture: "automatic",
      threeDSecure: "automatic",
      paymentMethodTypes: ["card", "link"],
      paymentDescription: "Maison Lin",
      statementDescriptorSuffix: "LIN",
    })
    await open()
    expect(Object.fromEntries(new URLSearchParams(stripe.server.calls[0].body))).toMatchObject({
      capture_method: "automatic",
      "payment_method_types[1]": "link",
      "payment_method_options[card][request_three_d_secure]": "automatic",
      description: "Maison Lin",
      statement_descriptor_suffix: "LIN",
    })
  })

  it("3-D Secure is a card's: other methods are not asked for it", async () => {
    const { stripe, provider } = await desk({ paymentMethodTypes: ["sepa_debit"] })
    await provider.initiatePayment({ amount: 1, currency_code: "eur", data: { session_id: "payses_1" } })
    expect(stripe.server.calls[0].body).not.toContain("request_three_d_secure")
  })

  it("pays for the customer whom Medusa knows, not one that was sent", async () => {
    const { stripe, provider } = await desk()
    const customer = { id: "cus_1", email: "claire@client.example" }
    const account_holder = await provider.createAccountHolder({ context: { customer, idempotency_key: "cus_1" } })
    const data = { session_id: "payses_1", customer: "cus_of_somebody_else" }
    const context = { account_holder: { data: account_holder.data as Record<string, unknown> } }
    await provider.initiatePayment({ amount: 1, currency_code: "eur", data, context })
    expect([...stripe.state.intents.values()][0].customer).toBe(account_holder.id)
  })

  it("a session opened twice with its key is one intent", async () => {
    const { stripe, provider } = await desk()
    const context = { idempotency_key: "payses_1" }
    const asked = { amount: 1, currency_code: "eur", data: { session_id: "payses_1" }, context }
    const [first, second] = [await provider.initiatePayment(asked), await provider.initiatePayment(asked)]
    expect(second.id).toBe(first.id)
    expect(stripe.state.intents.size).toBe(1)
  })

  it("saves a card on the server's terms", async () => {
    const { stripe, provider } = await desk()
    const customer = { id: "cus_1", email: "claire@client.example" }
    const { data } = await provider.createAccountHolder({ context: { customer } })
    const context = { account_holder: { data: data as Record<string, unknown> } }
    await provider.savePaymentMethod({ context, data: { usage: "off_session", confirm: true, customer: "cus_other" } })
    expect([...stripe.state.setups.values()]).toMatchObject([{ usage: "on_session", customer: data?.id }])
  })

  it("charges the very amount, in the currency's own units", async () => {
    const { stripe, open } = await desk()
    await open({}, "0.1", "eur")
    await open({}, 500, "jpy")
    await open({}, 19.99, "EUR")
    await open({}, "33.335", "eur")
    expect([...stripe.state.intents.values()].map(({ amount, currency }) => [amount, currency])).toEqual([
      [10, "eur"],
      [500, "jpy"],
      [1999, "eur"],
      [3334, "eur"],
    ])
  })

  it("follows a cart whose amount changed, whatever the old data says", async () => {
    const { stripe, provider, open } = await desk()
    const data = await open()
    const updated = await provider.updatePayment({ amount: 10, currency_code: "eur", data: { ...data, amount: 1000 } })
    expect(stripe.state.intent(String(data.id)).amount).toBe(1000)
    expect(updated).toMatchObject({ status: "pending", data: { amount: 1000, id: data.id } })
  })

  it("a wrong option keeps the store from booting, in a sentence", () => {
    expect(() => HamonStripeService.validateOptions({ apiKey: "pk_1" })).toThrow(MedusaError)
    expect(() => HamonStripeService.validateOptions({ apiKey: "pk_1" })).toThrow('option "apiKey"')
  })

  it("what Stripe refuses reaches Medusa as a sentence without secrets", async () => {
    const { with: withOptions } = await desk()
    const wrong = withOptions({ apiKey: "sk_test_wrong_0123456789" })
    const asked = wrong.initiatePayment({ amount: 1, currency_code: "eur", data: { session_id: "payses_1" } })
    const refusal = await refusalOf(asked)
    expect(refusal).toMatchObject({ type: MedusaError.Types.NOT_ALLOWED, outcome: "refused" })
    expect(refusal.message).toContain("check the option apiKey")
    expect(refusal.message).not.toContain("sk_test")
  })
})
