import { stripeClient } from "../client"
import { readStripeOptions } from "../options"

const good = { apiKey: "sk_test_123", webhookSecret: "whsec_1" }

describe("options of Stripe", () => {
  it("needs a key and a webhook secret, and fills in the rest", () => {
    expect(readStripeOptions(good)).toEqual({
      apiKey: "sk_test_123",
      webhookSecret: ["whsec_1"],
      sealSecret: "sk_test_123",
      capture: "manual",
      threeDSecure: "any",
      apiBase: "https://api.stripe.com",
      apiVersion: "2024-04-10",
      timeoutMs: 20_000,
      maxNetworkRetries: 2,
      paymentMethodTypes: ["card"],
      webhookToleranceSeconds: 300,
    })
  })

  it("takes every option", () => {
    const all = {
      apiKey: "rk_live_1",
      webhookSecret: ["whsec_1", "whsec_2"],
      sealSecret: "sk_live_0",
      capture: "automatic",
      threeDSecure: "automatic",
      apiBase: "https://stripe.proxy.example:8443",
      apiVersion: "2024-06-20",
      timeoutMs: 5000,
      maxNetworkRetries: 0,
      paymentMethodTypes: ["card", "link"],
      paymentDescription: "Order",
      statementDescriptorSuffix: "ORDER",
      webhookToleranceSeconds: 60,
    }
    expect(readStripeOptions(all)).toEqual(all)
  })

  it.each([
    ["apiKey", { apiKey: undefined }],
    ["apiKey", { apiKey: "pk_test_123" }],
    ["webhookSecret", { webhookSecret: "secret" }],
    ["webhookSecret", { webhookSecret: [] }],
    ["capture", { capture: true }],
    ["threeDSecure", { threeDSecure: "off" }],
    ["apiBase", { apiBase: "localhost:1" }],
    ["apiBase", { apiBase: "https://api.stripe.com/v1" }],
    ["timeoutMs", { timeoutMs: 0 }],
    ["maxNetworkRetries", { maxNetworkRetries: 1.5 }],
    ["paymentMethodTypes", { paymentMethodTypes: [] }],
    ["statementDescriptorSuffix", { statementDescriptorSuffix: "*" }],
    ["webhookToleranceSeconds", { webhookToleranceSeconds: -1 }],
    ["webhookSecrets", { webhookSecrets: "whsec_1" }],
  ])("names the wrong option: %s", (option, changes) => {
    expect(() => readStripeOptions({ ...good, ...changes })).toThrow(`option "${option}`)
  })

  it("never repeats a value: it may be a secret", () => {
    expect(() => readStripeOptions({ ...good, apiKey: "my-password" })).toThrow(/^(?!.*my-password)/)
  })

  it("sends a live key over https only", () => {
    expect(() => readStripeOptions({ ...good, apiKey: "sk_live_1", apiBase: "http://127.0.0.1:1" })).toThrow(
      "https only",
    )
    expect(() => readStripeOptions({ ...good, apiBase: "http://127.0.0.1:1" })).not.toThrow()
  })

  it("cannot be changed once read", () => {
    const options = readStripeOptions(good) as { threeDSecure: string }
    expect(() => (options.threeDSecure = "automatic")).toThrow(TypeError)
  })

  it("points the client where they say, with time-outs and retries", () => {
    const client = stripeClient(readStripeOptions({ ...good, timeoutMs: 1234, maxNetworkRetries: 1 }))
    const field = (name: string) => (client as unknown as { getApiField(name: string): unknown }).getApiField(name)
    expect([field("host"), field("port"), field("protocol")]).toEqual(["api.stripe.com", 443, "https"])
    expect([field("timeout"), field("maxNetworkRetries"), field("version")]).toEqual([1234, 1, "2024-04-10"])
  })

  it("let no call last as long as a line of the ledger is held", () => {
    expect(() => readStripeOptions({ ...good, timeoutMs: 30_000, maxNetworkRetries: 2 })).toThrow(/timeoutMs.*together/)
    expect(readStripeOptions({ ...good, timeoutMs: 15_000, maxNetworkRetries: 2 })).toBeTruthy()
  })
})
