import { readPaypalOptions } from "../options"

const good = {
  clientId: "id",
  clientSecret: "hush",
  webhookId: "1JE4291016473214C",
  returnUrl: "https://shop.example/paid",
  cancelUrl: "https://shop.example/cart",
}

describe("options of PayPal", () => {
  it("are filled in: live, money held until the goods leave, 20 seconds, two more attempts", () => {
    expect(readPaypalOptions(good)).toEqual({
      clientId: "id",
      clientSecret: "hush",
      formerSecrets: [],
      environment: "live",
      apiBase: "https://api-m.paypal.com",
      webhookIds: ["1JE4291016473214C"],
      capture: "manual",
      timeoutMs: 20_000,
      maxRetries: 2,
      returnUrl: good.returnUrl,
      cancelUrl: good.cancelUrl,
      shippingPreference: "NO_SHIPPING",
    })
  })

  it("know PayPal's sandbox, and an address that wins", () => {
    expect(readPaypalOptions({ ...good, environment: "sandbox" }).apiBase).toBe("https://api-m.sandbox.paypal.com")
    expect(readPaypalOptions({ ...good, apiBase: "https://edge.example/" }).apiBase).toBe("https://edge.example")
    expect(readPaypalOptions({ ...good, apiBase: "http://127.0.0.1:1" }).apiBase).toBe("http://127.0.0.1:1")
    expect(readPaypalOptions({ ...good, environment: "sandbox", apiBase: "http://edge.example" }).apiBase).toBe(
      "http://edge.example",
    )
  })

  const wrong: [option: string, given: unknown][] = [
    ["clientId", { ...good, clientId: "" }],
    ["clientSecret", { ...good, clientSecret: undefined }],
    ["formerSecrets", { ...good, formerSecrets: "hush" }],
    ["environment", { ...good, environment: "prod" }],
    ["apiBase", { ...good, apiBase: "http://edge.example" }],
    ["apiBase", { ...good, apiBase: "http://127.0.0.1.edge.example" }],
    ["apiBase", { ...good, apiBase: "ftp://127.0.0.1" }],
    ["webhookId", { ...good, webhookId: undefined }],
    ["webhookId", { ...good, webhookId: [] }],
    ["capture", { ...good, capture: "AUTHORIZE" }],
    ["timeoutMs", { ...good, timeoutMs: 0 }],
    ["maxRetries", { ...good, maxRetries: 99 }],
    ["brandName", { ...good, brandName: "b".repeat(128) }],
    ["returnUrl", { ...good, returnUrl: "http://shop.example/paid" }],
    ["cancelUrl", { ...good, cancelUrl: "/cart" }],
    ["shippingPreference", { ...good, shippingPreference: "SET_PROVIDED_ADDRESS" }],
    ["intent", { ...good, intent: "CAPTURE" }],
  ]

  it.each(wrong)("name %s when it is wrong, and never a secret", (option, given) => {
    const refused = expect(() => readPaypalOptions(given))
    refused.toThrow(`option "${option}" is wrong or missing: `)
    refused.toThrow(expect.objectContaining({ message: expect.not.stringContaining("hush") as string }))
  })

  it("let no call last as long as a line of the ledger is held", () => {
    expect(() => readPaypalOptions({ ...good, timeoutMs: 30_000, maxRetries: 2 })).toThrow(/timeoutMs.*together/)
    expect(readPaypalOptions({ ...good, timeoutMs: 15_000, maxRetries: 2 })).toBeTruthy()
  })
})
