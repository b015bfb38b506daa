import { conformityReport } from "../report"
import { both, placeOf, regions, rowOf } from "./breaking"
import { CARE_CASES } from "./cases-care"
import { MERCHANT_CASES } from "./cases-merchant"
import { OFFER_CASES } from "./cases-offer"
import { WEBSITE_CASES } from "./cases-website"
import { goodShop } from "./good-shop"

/** Of each row: what breaks the shop, what the report then says, and where it sends staff. */
const CASES = [...MERCHANT_CASES, ...OFFER_CASES, ...WEBSITE_CASES, ...CARE_CASES]

describe("each row of the report: broken it says so and where, mended it is met", () => {
  it.each(CASES)("%s", (_, id, change, state, place, words) => {
    const facts = goodShop()
    const broken = rowOf({ ...facts, ...change(facts) }, id)
    expect({ state: broken.state, place: placeOf(broken.place) }).toEqual({ state, place })
    expect(broken.sentence.en).toContain(words)
    expect(broken.sentence.fr).not.toBe(broken.sentence.en)
    expect(rowOf(facts, id)).toMatchObject({ state: "met", fine: null })
  })

  it("no row is left without such a case", () => {
    const rows = conformityReport(goodShop()).subjects.flatMap((subject) => subject.rows.map(({ id }) => id))
    expect([...new Set(CASES.map(([, row]) => row))].sort()).toEqual([...rows].sort())
    expect(new Set(rows).size).toBe(rows.length)
  })

  it("in a shop that keeps everything, everything is met, each row with its article and its proof", () => {
    const { counts, subjects } = conformityReport(goodShop())
    const rows = subjects.flatMap((subject) => subject.rows)
    expect(counts).toEqual({ missing: 0, at_risk: 0, not_verified: 0, met: rows.length })
    for (const { articles, place, sentence } of rows) {
      expect(articles.length).toBeGreaterThan(0)
      expect(place).not.toBeNull()
      expect(sentence.fr && sentence.en).toBeTruthy()
    }
  })
})

describe("what a row says besides", () => {
  it("L242-10: what the law threatens stands beside what is missing, where the texts read give it", () => {
    const facts = { ...goodShop(), terms: [] }
    expect(rowOf(facts, "merchant.terms").fine?.en).toContain("15,000 euros")
    expect(rowOf({ ...facts, checks: {} }, "https_api").fine).toBeNull()
  })

  it("ten products are named, all are counted, each with the way to it", () => {
    const facts = goodShop()
    const first = Array.from({ length: 10 }, (_, n) => ({
      id: `prod_${n}`,
      title: `Bol ${n}`,
      sentences: [{ fr: "Manque.", en: "It lacks." }],
    }))
    const row = rowOf(
      { ...facts, products: { ...facts.products, uninformed: { count: 37, first } } },
      "products_informed",
    )
    expect(row.details).toHaveLength(10)
    expect(row.detail_count).toBe(37)
    expect(row.details[3]).toEqual({
      text: { fr: "Bol 3 — Manque.", en: "Bol 3 — It lacks." },
      place: { kind: "admin", path: "/products/prod_3" },
    })
  })

  it("without providers of ours nobody waits for the sweepers that ask them", () => {
    const facts = goodShop()
    const sweeps = facts.sweeps.filter(({ id }) => !/provider/.test(id))
    const options = { ...facts.options, gateways: [] }
    expect(rowOf({ ...facts, sweeps, options }, "sweepers").state).toBe("met")
  })

  it("Dir. 2024/825: where no country shows the notice, none is missed", () => {
    const facts = goodShop()
    const shop = { ...facts.shop, on: "2026-09-26", notices: { fr: null, en: null } }
    expect(rowOf({ ...facts, shop }, "harmonised_notice").state).toBe("met")
  })

  it("a shop where no card is typed needs no setting of 3-D Secure", () => {
    const facts = goodShop()
    const changed = {
      ...facts,
      ...both(regions("pp_system_default"), ({ options }) => ({ options: { ...options, gateways: [] } }))(facts),
    }
    expect(rowOf(changed, "three_d_secure").state).toBe("met")
  })
})
