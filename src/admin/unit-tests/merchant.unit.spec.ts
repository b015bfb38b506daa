import { MERCHANT } from "../../../scripts/shop/merchant"
import { merchantDraft } from "../../modules/hamon/merchant-draft"
import { merchantDuties } from "../../modules/hamon/merchant-duties"
import { MERCHANT_PLACES } from "../lib/merchant/fields"
import { placeHere } from "../lib/merchant/jump"
import { changedPlaces, sameValues, textAt, withValue } from "../lib/merchant/values"

const PLACES = Object.values(MERCHANT_PLACES).flat()

describe("the form of the merchant's profile", () => {
  it("has a place for every duty, so that each link of the set-up arrives somewhere", () => {
    const anchors = [...PLACES.map(({ place }) => place), "terms"]
    expect(merchantDuties(null, { terms: [] }).filter(({ place }) => !anchors.includes(place))).toEqual([])
  })

  it("has a field for every member that the server keeps, and none that it refuses", () => {
    const typed = PLACES.flatMap(({ fields }) => fields).reduce((values, { path, kind }) => {
      if (kind === "pair" || kind === "longPair")
        return withValue(withValue(values, `${path}.fr`, "a"), `${path}.en`, "b")
      if (kind === "lines") return withValue(values, path, ["a"])
      return withValue(values, path, kind === "yes" ? true : kind === "payer" ? "customer" : "a")
    }, {})
    expect(merchantDraft.parse(typed)).toEqual(typed)
    const kept = Object.keys(merchantDraft.def.in.def.shape as object)
    expect([...new Set(PLACES.flatMap(({ fields }) => fields.map(({ path }) => path.split(".")[0])))].sort()).toEqual(
      kept.sort(),
    )
  })

  it("what is emptied is not there, as on the server", () => {
    const one = withValue({}, "address.city", "Lyon")
    expect(one).toEqual({ address: { city: "Lyon" } })
    expect(withValue(one, "address.city", "")).toEqual({})
    expect(withValue({ vatExempt: true }, "vatExempt", false)).toEqual({})
    expect(textAt(one, "address.city")).toBe("Lyon")
    expect(textAt(one, "host.name")).toBe("")
  })

  it("tells which places differ from the published version, whatever the order and the spaces", () => {
    const reordered = { ...Object.fromEntries(Object.entries(MERCHANT).reverse()), name: " Maison Lin " }
    expect(sameValues(reordered, MERCHANT)).toBe(true)
    const changed = withValue(withValue(MERCHANT, "sav.hours.en", "9 to 5"), "vatExempt", true)
    expect(changedPlaces(changed, MERCHANT).sort()).toEqual(["sav", "vatNumber"])
    expect(sameValues(withValue(MERCHANT, "address.lines", ["12 rue de la République", ""]), MERCHANT)).toBe(true)
  })

  it("a step of this page is jumped to, one of another page is a link", () => {
    expect(placeHere("/settings/hamon#siren")).toBe("siren")
    expect(placeHere("/settings/regions")).toBeNull()
    expect(placeHere(null)).toBeNull()
  })
})
