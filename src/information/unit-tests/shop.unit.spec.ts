import { DEFAULT_OPTIONS, statutoryText } from "../../law"
import type { MerchantContent } from "../../modules/hamon/merchant"
import { readOptions } from "../../modules/hamon/options"
import { legalNoticePage } from "../../pages/legal-notice"
import { legalNoticeTexts } from "../../pages/texts/legal-notice"
import type { ShopFacts } from "../facts"
import { shopInformation } from "../shop"
import { informationTexts } from "../texts"

const MERCHANT: MerchantContent = {
  name: "Maison Lin",
  legalForm: "SARL",
  address: { lines: ["12 rue de la République"], postalCode: "69002", city: "Lyon", country: "FR" },
  email: "bonjour@maison-lin.example",
  telephone: "04 72 00 00 12",
  sav: {
    telephone: "04 72 00 00 13",
    email: "sav@maison-lin.example",
    hours: { fr: "de 9 h à 18 h", en: "9:00 to 18:00" },
  },
  security: { telephone: "04 72 00 00 14", email: "securite@maison-lin.example" },
}
const FILE = {
  id: "hamof_1",
  kind: "harmonised_notice",
  locale: "fr",
  content_type: "image/png",
  hash: "abc",
  uploaded_by: "user_1",
  uploaded_at: new Date(0),
} as const

function facts(changes: Partial<ShopFacts> = {}): ShopFacts {
  return {
    on: "2026-11-16",
    merchant: { version: 3, publishedAt: new Date(0), content: MERCHANT },
    regions: [
      { id: "reg_1", name: "France", countries: ["fr", "mc"], providers: ["pp_stripe_stripe", "pp_system_default"] },
      { id: "reg_2", name: "Belgique", countries: ["be"], providers: ["pp_system_default", "pp_paypal_paypal"] },
    ],
    notices: { fr: null, en: null },
    terms: { fr: { id: "hamtx_1", version: 2, hash: "h" }, en: null },
    options: readOptions({ secret: "x".repeat(40), publicUrl: "https://api.shop.example", law: DEFAULT_OPTIONS }),
    ...changes,
  }
}

const withMerchant = (changes: Partial<MerchantContent>) =>
  facts({ merchant: { version: 3, publishedAt: new Date(0), content: { ...MERCHANT, ...changes } } })

describe("what a shop says before the order", () => {
  it("L221-14: means of payment of all regions, each once, each with its steps and the security contact", () => {
    const { payment_methods } = shopInformation(facts(), "fr")
    expect(payment_methods.map(({ provider_id }) => provider_id)).toEqual([
      "pp_paypal_paypal",
      "pp_stripe_stripe",
      "pp_system_default",
    ])
    for (const { steps, security_contact } of payment_methods) {
      expect(steps.length).toBeGreaterThan(0)
      expect(security_contact).toMatchObject({ telephone: "04 72 00 00 14", email: "securite@maison-lin.example" })
    }
  })

  it("L221-14: the security contact of the page is that beside each means, the merchant's own by default", () => {
    expect(shopInformation(facts(), "fr").security_contact).toMatchObject({ telephone: "04 72 00 00 14" })
    expect(shopInformation(withMerchant({ security: undefined }), "fr").security_contact).toEqual({
      telephone: MERCHANT.telephone,
      email: MERCHANT.email,
      hours: null,
    })
  })

  it.each([
    [undefined, "Nous prendrons en charge les frais de renvoi du bien."],
    [{ paidBy: "merchant" } as const, "Nous prendrons en charge les frais de renvoi du bien."],
    [{ paidBy: "customer" } as const, "Vous devrez prendre en charge les frais directs de renvoi du bien."],
    [{ paidBy: "customer", atMost: "45.00" } as const, "Ces frais sont estimés à un maximum d'environ 45,00 EUR."],
  ])("L221-5, 8°: with the return cost %j the notice says « %s »", (returnCost, words) => {
    const { withdrawal } = shopInformation(withMerchant({ returnCost }), "fr")
    expect(withdrawal.notice?.join("\n")).toContain(words)
    expect(withdrawal.missing).toEqual([])
  })

  it("R221-3, D221-5: the notice names the seller and the address of the online function, in the language asked for", () => {
    const { withdrawal } = shopInformation(facts(), "en")
    const notice = withdrawal.notice?.join("\n") ?? ""
    expect(notice).toContain(
      "(Maison Lin, 12 rue de la République, 69002 Lyon, 04 72 00 00 12, bonjour@maison-lin.example)",
    )
    expect(notice).toContain("https://api.shop.example/retractation?lang=en")
    // The English passage is not kept word for word: it is said to be missing, never invented.
    expect(withdrawal.missing).toEqual(["traderBearsCost"])
  })

  it("R221-1: the model form is completed with name, address and e-mail", () => {
    for (const locale of ["fr", "en"] as const) {
      const text = shopInformation(facts(), locale).model_form?.paragraphs.join("\n")
      expect(text).toContain("Maison Lin, 12 rue de la République, 69002 Lyon, bonjour@maison-lin.example")
      expect(text).not.toMatch(/\[/)
    }
  })

  it("D211-2: the box stands word for word, in French where the law gives no other", () => {
    const box = statutoryText("guaranteeBoxGoods", "fr", "2026-11-16").paragraphs
    expect(shopInformation(facts(), "fr").legal_guarantee.goods).toMatchObject({ paragraphs: box, translated: true })
    expect(shopInformation(facts(), "en").legal_guarantee.goods).toMatchObject({
      paragraphs: box,
      locale: "fr",
      translated: false,
    })
  })

  describe("Reg. 2025/1960: the harmonised notice", () => {
    it("is missing where it is due and no file is there; the French file stands in for the English", () => {
      expect(shopInformation(facts(), "fr").harmonised_notice).toMatchObject({ shown: true, missing: true, file: null })
      const { file, missing } = shopInformation(facts({ notices: { fr: FILE, en: null } }), "en").harmonised_notice
      expect(missing).toBe(false)
      expect(file).toEqual({
        locale: "fr",
        url: "https://api.shop.example/mentions-legales/avis-harmonise?lang=fr",
        content_type: "image/png",
        hash: "abc",
      })
    })

    it("is not shown before 27 September 2026, nor where the option says never", () => {
      const before = shopInformation(facts({ on: "2026-09-26", notices: { fr: FILE, en: null } }), "fr")
      expect(before.harmonised_notice).toMatchObject({ shown: false, missing: false, file: null, alternative: null })
      const { options } = facts()
      const never = { ...options, law: { ...options.law, u1HarmonisedNotice: { FR: null, MC: null } } }
      const [france, belgium] = facts().regions
      const shownIn = (region: typeof france) =>
        shopInformation(facts({ options: never, regions: [region] }), "fr").harmonised_notice.shown
      expect([shownIn(france), shownIn(belgium)]).toEqual([false, true])
    })
  })

  it("L616-1, L121-16, L221-14: mediator, after-sales and delivery say what the profile says, or null", () => {
    const bare = shopInformation(facts(), "fr")
    expect(bare.mediator).toBeNull()
    expect(bare.after_sales).toMatchObject({ telephone: "04 72 00 00 13", hours: "de 9 h à 18 h" })
    expect(bare.after_sales?.return_address).toMatchObject({ city: "Lyon" })
    expect(bare.delivery).toMatchObject({ areas: null, countries: ["be", "fr", "mc"] })
    const both = { fr: "France", en: "France only" }
    expect(shopInformation(withMerchant({ delivery: { areas: both } }), "en").delivery.areas).toBe("France only")
  })

  it("names the terms in force; in French where they are kept in no other language", () => {
    expect(shopInformation(facts(), "en").terms).toMatchObject({ version: 2, locale: "fr" })
    expect(shopInformation(facts({ terms: { fr: null, en: null } }), "fr").terms).toBeNull()
  })

  it("says that nothing is known while no profile is published, and the page says it to people", () => {
    const information = shopInformation(facts({ merchant: null }), "fr")
    expect(information).toMatchObject({ merchant: null, model_form: null, after_sales: null, security_contact: null })
    expect(information.withdrawal.notice).toBeNull()
    expect(legalNoticePage(information)).toContain("n&#39;a pas encore publié")
  })

  it("never leads to the closed platform of the Union for disputes", () => {
    for (const locale of ["fr", "en"] as const) {
      const information = shopInformation(facts({ notices: { fr: FILE, en: null } }), locale)
      expect(JSON.stringify(information) + legalNoticePage(information)).not.toMatch(/consumers\/odr|RLL|ODR/)
    }
  })
})

describe("texts of the information", () => {
  it.each([
    ["information", informationTexts],
    ["legal notice", legalNoticeTexts],
  ])("%s: the same keys and places in both languages, none empty, French punctuation on its line", (_, texts) => {
    const shape = (value: object) => leaves(value).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).sort()])
    expect(shape(texts("fr"))).toEqual(shape(texts("en")))
    expect([...leaves(texts("fr")), ...leaves(texts("en"))].filter(([, text]) => text.trim() === "")).toEqual([])
    const loose = leaves(texts("fr")).filter(([, text]) => /(^|[^\u00a0]) [:;?!»]|«[^\u00a0]/.test(text))
    expect(loose).toEqual([])
  })
})

function leaves(texts: object, at = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === "object" ? leaves(value, `${at}.${key}`) : [[`${at}.${key}`, String(value)]],
  )
}
