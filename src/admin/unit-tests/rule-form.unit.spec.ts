import { changesOf, formOf, wrongFields } from "../lib/rule-form"
import type { Rule } from "../lib/rule-types"

const rule = (kind: Rule["kind"], value: unknown): Rule => ({
  id: `hamcr_${kind}`,
  kind,
  target_type: "product",
  target_id: "prod_1",
  value,
})
const BOTH = { fr: "oui", en: "yes" }
const FULL = [
  rule("exception", { number: 5 }),
  rule("information", {
    nature: "second_hand_goods",
    // As the database gives it back: its members in another order.
    characteristics: { en: "yes", fr: "oui" },
    spareParts: { years: 5 },
    commercialGuarantee: { terms: BOTH, months: 36, guarantor: "Lin" },
  }),
  rule("extra", { kind: "gift_wrap", name: BOTH }),
]

describe("the form of what is said of a product", () => {
  it("saves nothing where nothing was changed", () => {
    expect(changesOf(formOf([]), [])).toEqual([])
    expect(changesOf(formOf(FULL), FULL)).toEqual([])
    expect(wrongFields(formOf(FULL)).size).toBe(0)
  })

  it("removes the rules of what was emptied, and sets those of what was said", () => {
    const removed = FULL.map(({ id }) => ({ remove: id }))
    expect(changesOf(formOf([]), FULL)).toEqual(removed)
    expect(changesOf({ ...formOf([]), nature: "digital_content", exception: 13 }, [])).toEqual([
      { kind: "exception", value: { number: 13 } },
      { kind: "information", value: { nature: "digital_content" } },
    ])
    expect(changesOf({ ...formOf(FULL), spareYears: "0" }, FULL)).toEqual([
      { kind: "information", value: expect.objectContaining({ spareParts: { years: 0 } }) },
    ])
  })

  it.each([
    ["characteristics", { characteristics: { fr: "oui", en: " " } }],
    ["functionality", { functionality: { fr: "", en: "yes" } }],
    ["guarantee", { months: "36" }],
    ["guarantee", { months: "0", guarantor: "Lin", terms: BOTH }],
    ["guarantee", { guarantor: "Lin" }],
    ["spareParts", { spareYears: "1.5" }],
    ["spareParts", { spareYears: "100" }],
    ["extra", { extra: "insurance" as const }],
    ["extra", { extra: "insurance" as const, extraName: BOTH, extraText: { fr: "oui", en: "" } }],
  ])("is not saved while %s is half said: %j", (field, change) => {
    expect([...wrongFields({ ...formOf([]), ...change })]).toEqual([field])
  })
})
