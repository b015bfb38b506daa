import type { CheckoutContent, CheckoutExtra } from "../../modules/hamon/operations/checkout"
import { summaryTexts } from "../summary/texts"
import { composeSummary, type Summary, type SummaryInput } from "../summary"

const TERMS = { id: "hamtx_1", version: 3, hash: "0".repeat(64) }

const CONTENT: CheckoutContent = {
  lines: [
    {
      id: "cali_1",
      product_id: "prod_1",
      title: "Théière en grès",
      variant: "60 cl",
      quantity: 2,
      total: "79.80",
      exception: null,
      characteristics: "Grès émaillé.",
      delivery: { source: "statutory", text: "Livraison sous trente jours" },
      extra: null,
    },
  ],
  delivery_offered: [],
  delivery_chosen: { name: "Standard", price: "5.90" },
  delivery_expressly_chosen: null,
  cheapest_standard_delivery: "5.90",
  extras: [],
  total: "85.70",
  currency: "eur",
  country: "fr",
  right: { exists: true, why: null },
  texts: { terms: TERMS, merchant_profile: 1 },
  button_label: null,
}

const STANDARD = { id: "casm_1", optionId: "so_1", name: "Standard", total: "5.90", listed: "5.90" }

const INPUT: SummaryInput = {
  locale: "fr",
  cart: { id: "cart_1", methods: [STANDARD], taxes: "14.28" },
  content: CONTENT,
  merchant: null,
  payment: null,
  terms: { ...TERMS, url: "https://api.shop.example/conditions-de-vente?lang=fr" },
  withdrawalUrl: "https://api.shop.example/retractation?lang=fr",
  withdrawalLabel: "Renoncer au contrat ici",
  notice: null,
}

const EXTRA: CheckoutExtra = {
  key: "prod_wrap",
  kind: "gift_wrap",
  source: "rule",
  name: "Emballage cadeau",
  quantity: 1,
  amount: "4.00",
  supplement: "4.00",
  text: { kind: "extra", body: "J'ajoute {name}", shown: "J'ajoute l'emballage cadeau" },
  standing: "chosen",
  choice: { id: "hamxc_1", text: "J'ajoute l'emballage cadeau", amount: "4.00", chosen_at: "2026-11-23T00:00:00.000Z" },
}

function composed(content: Partial<CheckoutContent> = {}, more: Partial<SummaryInput> = {}): Summary {
  return composeSummary({ ...INPUT, ...more, content: { ...CONTENT, ...content } })
}

const entries = (summary: Summary, id: string) => summary.sections.find((section) => section.id === id)?.entries ?? []
const ids = ({ sections }: Summary) => sections.map(({ id }) => id)
function leaves(texts: object): string[] {
  return Object.values(texts).flatMap((value: unknown) =>
    typeof value === "string" ? [value] : leaves(value as object),
  )
}
const line = (more: Partial<CheckoutContent["lines"][number]>) => ({ ...CONTENT.lines[0], ...more })

describe("the summary above the order button (L221-14)", () => {
  it("has no empty section, and every section an article", () => {
    const bare = composed(
      { lines: [], total: "0.00" },
      { cart: { id: "cart_1", methods: [], taxes: "0.00" }, terms: null },
    )
    expect(ids(bare)).toEqual(["total", "withdrawal", "guarantee", "order"])
    expect(composed().sections.every(({ articles, title }) => articles.length > 0 && title)).toBe(true)
  })

  it("has the same members in both languages, with nothing left to fill in", () => {
    const all = { extras: [EXTRA, { ...EXTRA, key: "so_1", kind: "dearer_delivery", standing: "unchosen" }] } as const
    const shape = (summary: Summary) =>
      summary.sections.map(({ id, articles, entries: list }) => [
        id,
        articles,
        list.map((one) => [one.id, one.details.length]),
      ])
    const [fr, en] = [composed(all), composed(all, { locale: "en" })]
    expect(shape(en)).toEqual(shape(fr))
    expect(JSON.stringify([fr, en])).not.toMatch(/\{(?!")/)
  })

  it("writes French as it is set: a no-break space before a sign of two parts", () => {
    const words = leaves(summaryTexts("fr"))
    expect(words.length).toBeGreaterThan(30)
    expect(words.filter((text) => /(^|[^\u00a0]) [:;?!»]|«[^\u00a0]|[^\s\u00a0][;?!»]/.test(text))).toEqual([])
    expect(leaves(summaryTexts("en")).length).toBe(words.length)
  })

  it("hashes what is shown: each change of it is another hash, its own members alone", () => {
    const hash = composed().summary_hash
    expect(composed().summary_hash).toBe(hash)
    const changes: Summary[] = [
      composed({ total: "85.71" }),
      composed({ lines: [line({ quantity: 3 })] }),
      composed({ lines: [line({ characteristics: "Grès brut." })] }),
      composed({ lines: [line({ delivery: { source: "announced", text: "Le 3 décembre" } })] }),
      composed({ extras: [EXTRA] }),
      composed({ extras: [{ ...EXTRA, standing: "unchosen", choice: null }] }),
      composed({}, { terms: { ...TERMS, version: 4, url: "x" } }),
      composed({}, { locale: "en" }),
      composed({}, { cart: { ...INPUT.cart, methods: [{ ...STANDARD, name: "Point relais" }] } }),
      composed({}, { withdrawalUrl: "https://elsewhere.example" }),
      composed({}, { withdrawalLabel: "Se rétracter ici" }),
      composed({ right: { exists: false, why: "professional" } }),
    ]
    const hashes = changes.map(({ summary_hash }) => summary_hash)
    expect(new Set([hash, ...hashes]).size).toBe(changes.length + 1)
    // What the record keeps for itself is not shown, and moves nothing.
    expect(composed({ button_label: "Payer", delivery_offered: [] }).summary_hash).toBe(hash)
  })

  it("L221-5: the sum of what is shown is the total, whatever else is counted; rounding is no amount", () => {
    expect(entries(composed({ total: "75.70" }), "total")).toMatchObject([
      { id: "other", amount: { value: "-10.00" } },
      { id: "total" },
    ])
    expect(entries(composed({ total: "90.70" }), "total")).toMatchObject([
      { id: "other", amount: { value: "5.00" } },
      { id: "total" },
    ])
    expect(entries(composed({ total: "85.71" }), "total")).toMatchObject([{ id: "total" }])
    expect(entries(composed({ lines: [line({ total: "0.00" })], total: "5.90" }), "articles")[0].amount).toEqual({
      value: "0.00",
      formatted: "gratuit",
    })
  })

  it.each([
    ["Default variant", "Théière en grès"],
    ["Default", "Théière en grès"],
    [null, "Théière en grès"],
    ["90 cl", "Théière en grès — 90 cl"],
  ])("a variant called %j is named %s", (variant, label) => {
    expect(entries(composed({ lines: [line({ variant })] }), "articles")[0].label).toBe(label)
  })

  it("L121-17: names each extra once, apart from the articles, with the customer's words or what he has to do", () => {
    const wrap = line({ id: "cali_2", title: "Emballage", total: "4.00", extra: "prod_wrap" })
    const standings = ["chosen", "unchosen", "by_default", "amount_changed", "forbidden"] as const
    for (const standing of standings) {
      const summary = composed({ lines: [...CONTENT.lines, wrap], extras: [{ ...EXTRA, standing }], total: "89.70" })
      expect(entries(summary, "articles")).toHaveLength(1)
      const [extra] = entries(summary, "extras")
      expect(extra).toMatchObject({ id: "prod_wrap", label: "Emballage cadeau", standing, amount: { value: "4.00" } })
      if (standing === "chosen")
        expect(extra).toMatchObject({ details: ["J'ajoute l'emballage cadeau"], mention: null })
      else expect(extra.mention).toBeTruthy()
      expect(summary.to_choose).toEqual(standing === "chosen" ? [] : ["prod_wrap"])
    }
  })

  it("L121-17: dearer delivery stands at the delivery; a charge called an extra stands among the extras", () => {
    const express = { id: "casm_2", optionId: "so_2", name: "Express", total: "11.90", listed: "11.90" }
    const cart = { ...INPUT.cart, methods: [express] }
    const dearer = {
      ...EXTRA,
      key: "so_2",
      kind: "dearer_delivery" as const,
      standing: "unchosen" as const,
      choice: null,
    }
    const atDelivery = composed({ extras: [dearer], total: "91.70" }, { cart })
    expect(entries(atDelivery, "delivery")).toMatchObject([
      { standing: "unchosen", mention: expect.stringMatching(/5,90/) },
    ])
    expect(ids(atDelivery)).not.toContain("extras")
    const insured = composed({ extras: [{ ...EXTRA, key: "so_2", amount: "11.90" }], total: "91.70" }, { cart })
    expect(ids(insured)).not.toContain("delivery")
    expect(entries(insured, "extras")).toMatchObject([{ id: "so_2", amount: { value: "11.90" } }])
  })

  it("L221-5, 8°: who pays the return is said as the merchant has said it; who said nothing pays it", () => {
    const cost = (returnCost?: { paidBy: "customer"; atMost?: string }) =>
      entries(composed({}, { merchant: { returnCost } as never }), "withdrawal")[0].details.at(-1)
    expect(cost()).toMatch(/vendeur prend à sa charge/)
    expect(cost({ paidBy: "customer" })).toMatch(/à la charge de l'acheteur/)
    expect(cost({ paidBy: "customer", atMost: "45.00" })).toMatch(/45,00\s€ au maximum/)
  })

  it("L221-28: says where the right does not exist, and to whom", () => {
    const one = (number: number) => [line({ exception: number, exception_mention: `(L221-28, ${number}°)` })]
    expect(entries(composed({ lines: one(3) }), "withdrawal")).toMatchObject([{ id: "none", link: null }])
    // A seal that is not broken leaves the right.
    expect(entries(composed({ lines: one(5) }), "withdrawal")).toMatchObject([{ id: "right" }])
    expect(entries(composed({ lines: one(5) }), "articles")[0].mention).toBe("(L221-28, 5°)")
    const foreign = composed({ lines: one(3), right: { exists: false, why: "other_law" } })
    expect(entries(foreign, "articles")[0].mention).toBeNull()
    expect(entries(foreign, "withdrawal")[0].label).toMatch(/loi française ne s'applique pas/)
    expect(ids(foreign)).toContain("guarantee")
    expect(ids(composed({ right: { exists: false, why: "professional" } }))).not.toContain("guarantee")
  })

  it("counts in the currency's own digits", () => {
    const yen = { currency: "jpy", lines: [line({ total: "8000" })], total: "8600", cheapest_standard_delivery: "600" }
    const cart = { id: "cart_1", methods: [{ ...STANDARD, total: "600" }], taxes: "0" }
    const summary = composed(yen, { cart })
    expect(entries(summary, "total")).toMatchObject([{ id: "total", amount: { value: "8600" } }])
  })
})
