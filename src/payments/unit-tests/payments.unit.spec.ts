import { readOptions } from "../../modules/hamon/options"
import { PAYMENT_KINDS } from "../../modules/hamon/payment-options"
import type { MerchantContent } from "../../modules/hamon/merchant"
import { explainPayment } from "../explain"
import { kindOf, providerName } from "../kinds"
import { leavingSentence } from "../leaving"
import { paymentTexts } from "../texts"

const HOST = { secret: "x".repeat(32), publicUrl: "https://api.shop.example" }
const OPTIONS = readOptions(HOST)
const MERCHANT: MerchantContent = {
  name: "Maison Lin",
  address: { lines: ["12 rue de la République"], postalCode: "69002", city: "Lyon", country: "FR" },
  email: "bonjour@maison-lin.example",
  telephone: "04 72 00 00 12",
  sav: { telephone: "04 72 00 00 13", email: "sav@maison-lin.example", hours: { fr: "9 h à 18 h", en: "9 to 18" } },
}
/** Options as a host gives them: what the plugin keeps of them is its own affair. */
function capturing(capture: "automatic" | "manual" = "manual") {
  return readOptions({
    ...HOST,
    stripe: { apiKey: "sk_test_1", webhookSecret: "whsec_1", capture },
    paypal: {
      clientId: "id",
      clientSecret: "secret",
      webhookId: "WH-1",
      returnUrl: "https://shop.example/back",
      cancelUrl: "https://shop.example/cart",
      capture,
    },
  })
}

const SHOP = { merchant: MERCHANT, options: OPTIONS }
const PROVIDERS = {
  card: "pp_hamon-stripe_shop",
  paypal: "pp_hamon-paypal_shop",
  bank_transfer: "pp_bank_shop",
  manual: "pp_system_default",
  other: "pp_adyen-klarna_eu",
} as const
const KINDS = { pp_bank_shop: "bank_transfer" } as const

/** Every text of an object with the path to it. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]]
  return Object.entries(value as object).flatMap(([key, one]) => texts(one, `${path}.${key}`))
}

describe("what a provider is", () => {
  it.each([
    ["pp_hamon-stripe_stripe", "card", "Stripe"],
    ["pp_stripe_stripe", "card", "Stripe"],
    ["pp_stripe-ideal_stripe", "other", "Stripe Ideal"],
    ["pp_hamon-paypal_paypal", "paypal", "PayPal"],
    ["pp_paypal_eu", "paypal", "PayPal"],
    ["pp_system_default", "manual", "System"],
    ["pp_adyen-klarna_eu", "other", "Adyen Klarna"],
  ])("%s is %s, named %s", (id, kind, name) => {
    expect(kindOf(id)).toBe(kind)
    expect(providerName(id)).toBe(name)
  })

  it("the merchant's word wins over the id, for that id alone", () => {
    const { payments } = readOptions({ ...HOST, payments: { kinds: { pp_system_default: "bank_transfer" } } })
    expect(kindOf("pp_system_default", payments.kinds)).toBe("bank_transfer")
    expect(kindOf("pp_system_other", payments.kinds)).toBe("manual")
    expect(kindOf("pp_toString", payments.kinds)).toBe("other")
  })
})

describe("the texts", () => {
  it("have the same keys and the same slots in both languages, and none is empty", () => {
    const [fr, en] = [texts(paymentTexts("fr")), texts(paymentTexts("en"))]
    const slots = ([path, text]: [string, string]) => [path, (text.match(/\{\w+\}/g) ?? []).sort()]
    expect(en.map(slots)).toEqual(fr.map(slots))
    expect([...fr, ...en].filter(([, text]) => text.trim() === "")).toEqual([])
  })

  it("cite the same articles in both languages", () => {
    const articles = ([path, text]: [string, string]) => [path, text.match(/L\d{3}-\d+(-\d+)?/g)]
    expect(texts(paymentTexts("en")).map(articles)).toEqual(texts(paymentTexts("fr")).map(articles))
  })

  it.each(PAYMENT_KINDS)("L133-44 CMF: of %s, the bank's confirmation is among the steps", (kind) => {
    expect(paymentTexts("fr").kinds[kind].steps.join(" ")).toMatch(
      /confirmer,? dans (son|une) application ou par un code/,
    )
    expect(paymentTexts("en").kinds[kind].steps.join(" ")).toMatch(/confirm,? in (its|an) app or by a code/)
  })

  it.each(PAYMENT_KINDS)("L133-18, L133-24 CMF: of %s, what to do about a payment that was not authorised", (kind) => {
    for (const locale of ["fr", "en"] as const) {
      expect(paymentTexts(locale).kinds[kind].ifWrong).toMatch(/L133-18.*(treize mois|thirteen months).*L133-24/)
    }
  })

  it("L214-2: interest on a sum paid in advance is said wherever the money is taken before the dispatch", () => {
    const reserved = ["pp_hamon-stripe_shop", "pp_hamon-paypal_shop"]
    const before = capturing("automatic")
    const paid = (id: string, locale: "fr" | "en", options = capturing("manual")) =>
      explainPayment(id, locale, { merchant: MERCHANT, options }).money_taken
    for (const locale of ["fr", "en"] as const) {
      for (const id of [...Object.values(PROVIDERS), "pp_stripe_stripe", "pp_paypal_eu"]) {
        expect(paid(id, locale, before)).toMatch(
          /(de la fin de ces trois mois|from the end of these three months).*L214-2/,
        )
      }
      for (const id of reserved) expect(paid(id, locale)).not.toContain("L214")
    }
  })
})

describe("an explanation", () => {
  it.each(Object.entries(PROVIDERS).flatMap(([kind, id]) => [["fr", kind, id] as const, ["en", kind, id] as const]))(
    "in %s of %s leaves no slot open, and says how to leave after the order too",
    (locale, kind, id) => {
      const options = { ...OPTIONS, payments: { kinds: KINDS, texts: {} } }
      for (const merchant of [MERCHANT, null]) {
        const explained = explainPayment(id, locale, { merchant, options })
        expect(explained.kind).toBe(kind)
        expect(
          texts(JSON.parse(JSON.stringify(explained, (_, value) => value ?? "-"))).filter(([, text]) =>
            /[{}]|undefined|null/.test(text),
          ),
        ).toEqual([])
        expect(explained.how_to_leave).toContain(`https://api.shop.example/retractation?lang=${locale}`)
      }
    },
  )

  it("says when the money is taken as the capture is configured: reserved, then charged at dispatch, or at the order", () => {
    const taken = (id: string, capture?: "automatic" | "manual") =>
      explainPayment(id, "fr", { ...SHOP, options: capturing(capture) }).money_taken
    expect(taken("pp_hamon-stripe_x")).toMatch(/réserve le montant.*débite ensuite, en principe quand le colis part/)
    expect(taken("pp_hamon-stripe_x", "automatic")).toMatch(/^Votre carte est débitée à la commande/)
    expect(taken("pp_stripe_stripe", "automatic")).toMatch(/à ce moment ou plus tard/)
    expect(taken("pp_hamon-paypal_x", "automatic")).toMatch(/^PayPal débite votre moyen de paiement à la commande/)
    // A provider of ours that the plugin was given no options of says nothing that it does not know.
    expect(explainPayment("pp_hamon-stripe_x", "fr", SHOP).money_taken).toMatch(/à ce moment ou plus tard/)
  })

  it("gives the merchant's own words, slots filled in, and the plugin's for what he left out", () => {
    const options = readOptions({
      ...HOST,
      payments: { texts: { pp_system_default: { fr: { name: "Chèque", steps: ["Un chèque à l'ordre de {shop}."] } } } },
    })
    const own = explainPayment("pp_system_default", "fr", { merchant: MERCHANT, options })
    const plugins = explainPayment("pp_system_default", "fr", SHOP)
    expect(own).toEqual({ ...plugins, name: "Chèque", steps: ["Un chèque à l'ordre de Maison Lin."] })
    expect(explainPayment("pp_system_default", "en", { merchant: MERCHANT, options }).name).toBe("Payment to the shop")
  })
})

describe("the options", () => {
  it.each([
    ["payments.kinds.pp_system_default", { kinds: { pp_system_default: "cheque" } }],
    ["payments.kinds.stripe", { kinds: { stripe: "card" } }],
    ["payments.texts.pp_a.fr.title", { texts: { pp_a: { fr: { title: "x" } } } }],
    ["payments.texts.pp_a.fr.steps", { texts: { pp_a: { fr: { steps: [] } } } }],
    ["payments.texts.pp_a.fr.what", { texts: { pp_a: { fr: { what: " " } } } }],
  ])("name %s when it is wrong", (name, payments) => {
    expect(() => readOptions({ ...HOST, payments })).toThrow(`medusa-plugin-hamon: option "${name}"`)
  })
})

describe("the answer to a customer who leaves", () => {
  it("names the withdrawal function when it is too late, and somebody to call when something failed", () => {
    expect(leavingSentence("ordered", "fr", SHOP)).toContain("https://api.shop.example/retractation?lang=fr")
    expect(leavingSentence("unavailable", "en", SHOP)).toContain("04 72 00 00 12, bonjour@maison-lin.example")
    expect(leavingSentence("unavailable", "en", { ...SHOP, merchant: null })).toContain("are in its legal notice.")
  })
})
