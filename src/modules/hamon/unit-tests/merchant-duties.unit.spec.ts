import { MERCHANT } from "../../../../scripts/shop/merchant"
import { TERMS } from "../../../../scripts/shop/terms"
import { readMerchant } from "../merchant"
import { type MerchantDraft, merchantDraft } from "../merchant-draft"
import { type Duty, merchantDuties, obstacles, type TermsInForce } from "../merchant-duties"

const WHOLE = merchantDraft.parse(MERCHANT)
const FR: TermsInForce = { locale: "fr", body: TERMS.fr, created_at: new Date("2026-11-01T09:00:00Z") }
const EN: TermsInForce = { locale: "en", body: TERMS.en, created_at: new Date("2026-11-01T09:00:00Z") }
const terms = [FR, EN]

/** The merchant with a member at a dotted path changed; undefined takes it away. */
function but(path: string, value: unknown): MerchantDraft {
  const changed = structuredClone(WHOLE) as Record<string, unknown>
  const names = path.split(".")
  const last = names.pop() as string
  const holder = names.reduce((at, name) => (at[name] ??= {}) as Record<string, unknown>, changed)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return merchantDraft.parse(changed)
}

function duty(id: string, merchant: MerchantDraft | null, inForce = terms): Duty {
  return merchantDuties(merchant, { terms: inForce }).find((one) => one.id === id) as Duty
}

const ODR = "https://ec.europa.eu/consumers/odr/main/?event=main.home"

describe("duties of a merchant", () => {
  it("a whole profile with terms of sale has nothing against it, and is what is published", () => {
    expect(merchantDuties(WHOLE, { terms }).filter(({ state }) => state !== "met")).toEqual([])
    expect(readMerchant(WHOLE)).toEqual(WHOLE)
  })

  it("of nobody, the first missing duty is his name, and every required one keeps him from publishing", () => {
    const duties = merchantDuties(null, { terms: [] })
    const stops = obstacles(duties)
    expect(stops[0]).toMatchObject({ id: "name", state: "missing", articles: ["LCEN art. 19, 1°", "L221-5, 4°"] })
    expect(stops.map(({ place }) => place)).toEqual([
      "name",
      "legalForm",
      "address",
      "email",
      "telephone",
      "activity",
      "siren",
      "register",
      "vatNumber",
      "publicationDirector",
      "host",
      "sav",
      "delivery",
      "mediator",
      "terms",
    ])
  })

  it.each([
    ["LCEN art. 19: a name", "name", "name", undefined, "missing", "LCEN art. 19"],
    ["LCEN art. 19: a legal form", "legal_form", "legalForm", undefined, "missing", "LCEN art. 19"],
    ["LCEN art. 19: an address", "address", "address", undefined, "missing", "LCEN art. 19"],
    ["LCEN art. 19: a whole address", "address", "address.city", undefined, "wrong", "LCEN art. 19"],
    ["LCEN art. 19: an e-mail address", "email", "email", undefined, "missing", "LCEN art. 19"],
    ["LCEN art. 19: an e-mail address that is one", "email", "email", "bonjour(at)lin", "wrong", "LCEN art. 19"],
    ["LCEN art. 19: a telephone", "telephone", "telephone", undefined, "missing", "LCEN art. 19"],
    ["LCEN art. 19: a telephone that connects", "telephone", "telephone", "demander Claire", "wrong", "LCEN art. 19"],
    ["L121-16: no premium telephone", "telephone", "telephone", "0 899 12 34 56", "wrong", "L121-16"],
    ["LCEN art. 19, 3°: a SIREN", "siren", "siren", undefined, "missing", "R123-237 C. com."],
    ["LCEN art. 19, 3°: the key of the SIREN", "siren", "siren", "732829321", "wrong", "R123-221 C. com."],
    ["R123-237: an entry in a register", "register", "register", undefined, "missing", "R123-237 C. com."],
    ["R123-237: which register", "register", "register", "732 829 320", "wrong", "R123-237 C. com."],
    ["R123-237: the city of the registry", "register", "register", "RCS 732 829 320", "wrong", "R123-237 C. com."],
    ["R123-237: the number of the SIREN", "register", "register", "RCS Lyon 552 100 554", "wrong", "R123-237 C. com."],
    ["LCEN art. 19, 3°: the capital of a SARL", "capital", "capital", undefined, "missing", "L223-1 C. com."],
    ["LCEN art. 19, 4°: a VAT number", "vat", "vatNumber", undefined, "missing", "LCEN art. 19"],
    ["LCEN art. 19, 4°: the key of the VAT number", "vat", "vatNumber", "FR45732829320", "wrong", "286 ter CGI"],
    ["LCEN art. 19, 4°: the VAT number of the SIREN", "vat", "vatNumber", "FR39552100554", "wrong", "286 ter CGI"],
    ["LCEN art. 19, 3°: a whole registered office", "head_office", "headOffice.city", "Lyon", "wrong", "LCEN art. 19"],
    ["L111-1, 4°: what he does", "activity", "activity", undefined, "missing", "L111-1, 4°"],
    ["L111-1, 4°: what he does, in both languages", "activity", "activity.en", undefined, "wrong", "L111-1, 4°"],
    [
      "LCEN art. 1-1: who answers",
      "publication_director",
      "publicationDirector",
      undefined,
      "missing",
      "LCEN art. 1-1",
    ],
    ["LCEN art. 1-1: the host", "host", "host", undefined, "missing", "LCEN art. 1-1"],
    ["LCEN art. 1-1: the host's telephone", "host", "host.telephone", undefined, "missing", "LCEN art. 1-1"],
    ["L121-16: a telephone of the after-sales service", "sav", "sav", undefined, "missing", "L121-16"],
    ["L121-16: that is not premium", "sav", "sav.telephone", "3240", "wrong", "L121-16"],
    ["R221-2: an address for complaints", "sav", "sav.email", undefined, "missing", "R221-2"],
    ["R221-2: one that is well formed", "sav", "sav.email", "sav", "wrong", "R221-2"],
    ["L221-5: the hours of the after-sales service", "sav", "sav.hours", undefined, "missing", "L221-5"],
    ["a security contact that is whole", "security", "security.telephone", "04 72 00 00 14", "wrong", "CMF"],
    ["L221-23: a whole return address", "return_address", "returnAddress.postalCode", undefined, "wrong", "L221-23"],
    [
      "L221-5, 8°: an amount of the return that is one",
      "return_cost",
      "returnCost.atMost",
      "45",
      "wrong",
      "L221-5, 8°",
    ],
    ["L221-5, 8°: who pays for the return", "return_cost", "returnCost", { atMost: "45.00" }, "wrong", "L221-23"],
    ["L221-14: where he delivers", "delivery", "delivery", undefined, "missing", "L221-14"],
    ["L221-14: restrictions in both languages", "delivery", "delivery.restrictions.en", undefined, "wrong", "L221-14"],
    ["L616-1: a mediator", "mediator", "mediator", undefined, "missing", "L616-1"],
    ["L616-1: the mediator's site", "mediator", "mediator.website", undefined, "missing", "L616-1"],
    ["L616-1: a site that can be opened", "mediator", "mediator.website", "mediateur", "wrong", "L616-1"],
    [
      "Reg. 2024/3228: a mediator that is not the closed platform",
      "mediator",
      "mediator.website",
      ODR,
      "wrong",
      "L616-1",
    ],
    [
      "Reg. 2024/3228: no closed platform",
      "closed_platform",
      "delivery.areas.fr",
      `France. ${ODR}`,
      "wrong",
      "2024/3228",
    ],
    ["a number of the INPI that is one", "trademark", "trademark.inpiNumber", "12", "wrong", "CPI"],
    ["a permit in both languages", "authority", "authority.fr", "Préfecture du Rhône", "wrong", "LCEN art. 19"],
    ["a site that can be opened", "website", "website", "maison-lin", "wrong", "LCEN art. 19"],
  ])("%s", (_, id, path, value, state, article) => {
    const broken = duty(id, but(path, value))
    expect({ state: broken.state, fr: broken.sentence?.fr, en: broken.sentence?.en }).toEqual({
      state,
      fr: expect.stringMatching(/[.…]$/),
      en: expect.stringMatching(/[.…]$/),
    })
    expect(broken.articles.join(" ; ")).toContain(article)
    expect(obstacles(merchantDuties(but(path, value), { terms })).map((one) => one.id)).toContain(id)
    expect(duty(id, WHOLE).state).toBe("met")
  })

  it.each([
    ["C. civ. 1127-1, L111-1: there are terms in French", "terms", [EN], "missing"],
    [
      "L221-5, 7°: terms older than the online function",
      "terms_withdrawal",
      [{ ...FR, created_at: new Date("2026-06-18T21:59:59Z") }],
      "at_risk",
    ],
    ["L221-5, 7°: terms that say nothing of it", "terms_withdrawal", [{ ...FR, body: "Prix nets." }], "at_risk"],
    ["D211-2: the box is in the terms", "terms_guarantees", [{ ...FR, body: "Garanties selon la loi." }], "at_risk"],
    [
      "D211-2: the box is whole, word for word",
      "terms_guarantees",
      [
        {
          ...FR,
          body: FR.body.replace("dans un délai de trente jours suivant sa demande", "dans un délai raisonnable"),
        },
      ],
      "at_risk",
    ],
    ["R616-1: the mediator is in the terms", "terms_mediator", [{ ...FR, body: "Médiation possible." }], "at_risk"],
    ["Reg. 2024/3228: the terms", "closed_platform", [{ ...FR, body: `${FR.body} ${ODR}` }], "wrong"],
    ["terms in English are wished for", "terms_english", [FR], "missing"],
  ] as const)("%s", (_, id, inForce, state) => {
    const broken = duty(id, WHOLE, [...inForce])
    expect(broken).toMatchObject({ id, state, sentence: { fr: expect.any(String), en: expect.any(String) } })
    const stops = obstacles(merchantDuties(WHOLE, { terms: [...inForce] })).map((one) => one.id)
    expect(stops.includes(id)).toBe(state === "wrong" || id === "terms")
    expect(duty(id, WHOLE).state).toBe("met")
  })

  it("19 June 2026 begins in Paris: terms of its first second are not older than the online function", () => {
    const midnight = { ...FR, created_at: new Date("2026-06-18T22:00:00Z") }
    expect(duty("terms_withdrawal", WHOLE, [midnight]).state).toBe("met")
  })

  it("what customers are told where nothing was typed is said: security contact, return address, return cost, head office", () => {
    const bare = merchantDraft.parse({ ...WHOLE, security: undefined, returnAddress: undefined, returnCost: undefined })
    expect(duty("security", bare).sentence?.en).toContain("04 72 00 00 12, bonjour@maison-lin.example")
    expect(duty("return_address", bare).sentence?.en).toMatch(/address of the establishment/)
    expect(duty("return_cost", bare).sentence?.en).toMatch(/it is you who pay/)
    expect(duty("head_office", bare).sentence?.en).toMatch(/at the establishment/)
    expect(obstacles(merchantDuties(bare, { terms }))).toEqual([])
  })

  it("asks what the law asks of this merchant: sole trader, small business, association, trader of another member state", () => {
    const without = (...members: (keyof MerchantDraft)[]) =>
      Object.fromEntries(Object.entries(WHOLE).filter(([name]) => !members.includes(name as keyof MerchantDraft)))
    const sole = { ...without("capital"), legalForm: "EI", register: "RNE 732 829 320" }
    const small = { ...without("vatNumber"), vatExempt: true }
    const association = { ...without("capital", "register"), legalForm: "Association loi 1901" }
    const german = {
      ...without("siren", "register", "capital"),
      legalForm: "GmbH",
      address: { ...WHOLE.address, country: "DE" },
      vatNumber: "DE 123456789",
      register: "HRB 12345 Berlin",
    }
    for (const merchant of [sole, small, association, german]) {
      expect(obstacles(merchantDuties(merchant, { terms }))).toEqual([])
      expect(readMerchant(merchant)).toMatchObject({ name: "Maison Lin" })
    }
  })

  it("French sentences keep their punctuation on its line", () => {
    const told = [...merchantDuties(null, { terms: [] }), ...merchantDuties(WHOLE, { terms: [FR] })]
    const loose = told
      .flatMap(({ title, sentence }) => [title.fr, sentence?.fr ?? ""])
      .filter((text) => /[^\u00a0] [:;?!»]|[^\s\u00a0][;?!»]/.test(text))
    expect(loose).toEqual([])
  })

  it("a draft keeps what was typed and drops what was left empty; types and lengths alone are refused", () => {
    expect(merchantDraft.parse({ name: " Lin ", siren: "12", address: { lines: ["", " "], city: "" } })).toEqual({
      name: "Lin",
      siren: "12",
    })
    for (const wrong of [
      { name: 12 },
      { name: "x".repeat(201) },
      { name: "a\u0000b" },
      { name: "a\ud800" },
      { address: { lines: ["1", "2", "3", "4", "5"] } },
      { returnCost: { paidBy: "nobody" } },
      { colour: "blue" },
      null,
      [],
      "Lin",
    ]) {
      expect(merchantDraft.safeParse(wrong).success).toBe(false)
    }
  })
})
