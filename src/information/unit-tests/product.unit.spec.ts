import { WITHDRAWAL_EXCEPTIONS } from "../../law"
import type { CartRule } from "../../modules/hamon/types"
import { productInformation } from "../product"
import { productDuties } from "../product-duties"
import type { ProductFacts } from "../product-facts"

const TEAPOT: ProductFacts = {
  id: "prod_1",
  title: "Théière",
  description: "Théière en grès, 60 cl.",
  material: "grès",
  weight: 900,
  length: 200,
  width: 120,
  height: 150,
  originCountry: "fr",
  categoryIds: ["pcat_a", "pcat_b"],
  rules: [],
}
const rule = (target_id: string, kind: CartRule["kind"], value: unknown): CartRule => ({
  kind,
  target_type: target_id.startsWith("prod") ? "product" : "category",
  target_id,
  value,
})
const information = (value: object, target = "prod_1") => rule(target, "information", value)
const exception = (number: number, target = "prod_1") => rule(target, "exception", { number })
const BOTH = { fr: "en français", en: "in English" }

function ask(product: Partial<ProductFacts>, more: Partial<Parameters<typeof productInformation>[0]> = {}) {
  return productInformation({
    product: { ...TEAPOT, ...product },
    locale: "fr",
    merchant: null,
    right: { exists: true, why: null },
    options: { publicUrl: "https://api.shop.example" },
    ...more,
  })
}

describe("what is missing before a product may be sold to consumers", () => {
  const missing = (product: Partial<ProductFacts>) =>
    productDuties({ ...TEAPOT, ...product })
      .filter(({ state }) => state === "missing")
      .map(({ id }) => id)

  it.each([null, "", "  \n"])("L111-1, 1°: characteristics, where the description is %j", (description) => {
    expect(missing({ description })).toEqual(["characteristics"])
    expect(missing({ description, rules: [information({ nature: "goods", characteristics: BOTH })] })).toEqual([])
  })

  it.each(["digital_content", "goods_with_digital_elements"])("L221-5, 5°: functionality of %s", (nature) => {
    expect(missing({ rules: [information({ nature })] })).toEqual(["functionality"])
    expect(missing({ rules: [information({ nature, functionality: BOTH })] })).toEqual([])
  })

  it("L221-28: an exception that fits the nature of what is sold", () => {
    const announced = (number: number, nature: string) =>
      missing({ rules: [exception(number), information({ nature, functionality: BOTH })] }).length === 0
    const numbers = WITHDRAWAL_EXCEPTIONS.map(({ number }) => number)
    expect(numbers.filter((number) => announced(number, "goods"))).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 11])
    expect(numbers.filter((number) => announced(number, "service"))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(numbers.filter((number) => announced(number, "digital_content"))).toEqual([2, 11, 13])
  })

  it("L111-4: spare parts that nobody knows of are no missing duty, but not available", () => {
    expect(missing({})).toEqual([])
    expect(ask({}).spare_parts).toMatchObject({ available: false, years: 0 })
    // The law deems them so of electrical equipment and furniture alone: of a teapot nothing more is claimed.
    expect(ask({}).spare_parts?.text).toMatch(
      /pas indiquée.+équipement électrique.+ameublement.+réputées non disponibles/,
    )
    const known = (years: number | null) => ask({ rules: [information({ nature: "goods", spareParts: { years } })] })
    expect(known(null).spare_parts?.available).toBe(false)
    expect(known(5).spare_parts).toMatchObject({ available: true, years: 5 })
    expect(known(5).spare_parts?.text).toContain("5 ans")
    expect(known(1).spare_parts?.text).toContain("pendant un an")
  })
})

describe("what is said of a product", () => {
  it("L111-1, 1°: its description and what Medusa's attributes say; the merchant's own words win", () => {
    const said = ask({}).essential_characteristics
    expect(said.text).toBe(TEAPOT.description)
    expect(said.details).toEqual([
      { name: "Matière", value: "grès" },
      { name: "Origine", value: "France" },
      { name: "Poids", value: "900 g" },
      { name: "Dimensions (longueur × largeur × hauteur)", value: "200 × 120 × 150 mm" },
    ])
    const own = ask({ rules: [information({ nature: "goods", characteristics: BOTH })] }, { locale: "en" })
    expect(own.essential_characteristics.text).toBe("in English")
  })

  it("the rules of a product win over those of its categories", () => {
    const rules = [exception(4, "pcat_a"), exception(5, "pcat_b"), exception(3)]
    expect(ask({ rules }).withdrawal.exception?.number).toBe(3)
    expect(ask({ rules: rules.slice(0, 2) }).withdrawal.exception?.number).toBe(4)
  })

  it("L221-5, 10°: an exception is told in words, with those of the law", () => {
    const { exception: told } = ask({ rules: [exception(3)] }).withdrawal
    expect(told).toMatchObject({ effect: "excludes", words: WITHDRAWAL_EXCEPTIONS[2].words })
    expect(told?.mention).toContain("L221-28, 3°")
  })

  it("L221-28, 13°: two consents, neither ticked, where digital content has the exception, and nowhere else", () => {
    const nature = information({ nature: "digital_content", functionality: BOTH })
    const { digital_waiver } = ask({ rules: [nature, exception(13)] })
    expect(digital_waiver?.consents.map(({ checked }) => checked)).toEqual([false, false])
    expect(digital_waiver?.consents[1].text).toContain("perdrai mon droit de rétractation")
    expect(ask({ rules: [nature] }).digital_waiver).toBeNull()
    expect(ask({ rules: [exception(13)] }).digital_waiver).toBeNull()
  })

  it.each([
    ["goods", 24, "guaranteeBoxGoods"],
    ["second_hand_goods", 12, "guaranteeBoxGoods"],
    ["goods_with_digital_elements", 24, "guaranteeBoxGoods"],
    ["digital_content", 12, "guaranteeBoxDigital"],
  ])("L217-7: the guarantee of %s has a presumption of %i months", (nature, presumption_months, box) => {
    const { legal_guarantee } = ask({ rules: [information({ nature })] })
    expect(legal_guarantee).toMatchObject({ months: 24, presumption_months, box })
    expect(legal_guarantee?.text).toContain(`${presumption_months} mois`)
  })

  it("a service has no guarantee of conformity, no spare parts, and nothing to send back", () => {
    const said = ask({ rules: [information({ nature: "service" })] })
    expect(said).toMatchObject({ legal_guarantee: null, spare_parts: null })
    expect(said.withdrawal.return_cost).toMatchObject({ paid_by: null, text: "Il n'y a rien à renvoyer." })
  })

  it("L221-3: who buys for a trade is told that the right is not his, and of no exception to it", () => {
    const { withdrawal } = ask({ rules: [exception(3)] }, { right: { exists: false, why: "professional" } })
    expect(withdrawal).toMatchObject({ exists: false, exception: null, online_function: null, return_cost: null })
    expect(withdrawal.text).toContain("L221-3")
  })

  it("L111-1, 5°: the commercial guarantee says who gives it, besides the legal one", () => {
    const commercialGuarantee = { months: 36, guarantor: "Grès & Cie", terms: BOTH }
    const { commercial_guarantee } = ask({ rules: [information({ nature: "goods", commercialGuarantee })] })
    expect(commercial_guarantee).toMatchObject({ months: 36, guarantor: "Grès & Cie", terms: "en français" })
    expect(commercial_guarantee?.text).toContain("en plus de la garantie légale")
  })
})
