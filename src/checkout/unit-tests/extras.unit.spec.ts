import fc from "fast-check"
import { WITHDRAWAL_EXCEPTIONS } from "../../law"
import type { CartRule, StandingChoice } from "../../modules/hamon/types"
import type { CartFacts, CartLine, CartMethod, OfferedDelivery } from "../cart"
import { contentOf, fingerprintOf } from "../content"
import { type ExtrasInput, extrasOf } from "../extras"
import { exceptionMentions } from "../texts/exceptions"

const NBSP = "\u00a0"

function line(id: string, more: Partial<CartLine> = {}): CartLine {
  return {
    id,
    productId: `prod_${id}`,
    categoryIds: [],
    title: id,
    variant: null,
    sku: null,
    quantity: 1,
    total: "10.00",
    mark: null,
    ...more,
  }
}

function cart(lines: readonly CartLine[], methods: readonly CartMethod[] = []): CartFacts {
  return {
    id: "cart_1",
    completed: false,
    currency: "eur",
    regionId: "reg_1",
    customerId: null,
    customerGroups: [],
    country: "fr",
    postalCode: "75011",
    total: "10.00",
    taxes: "1.67",
    lines,
    methods,
  } as CartFacts
}

function offer(id: string, price: string, more: Partial<OfferedDelivery> = {}): OfferedDelivery {
  return { id, name: id, profileId: "sp_1", price, bare: Number(price), pickup: false, ...more }
}

const STANDARD = offer("so_standard", "5.90")
const EXPRESS = offer("so_express", "11.90")
const method = ({ id, price }: OfferedDelivery, total = price as string, listed = total): CartMethod => ({
  id: `sm_${id}`,
  optionId: id,
  name: id,
  total,
  listed,
})
const wrap = (target_type: CartRule["target_type"], target_id: string): CartRule => ({
  kind: "extra",
  target_type,
  target_id,
  value: { kind: "gift_wrap", name: { fr: "Emballage", en: "Wrapping" } },
})
const choice = (extra: string, amount: string, more: Partial<StandingChoice> = {}): StandingChoice => ({
  id: `hamxc_${extra}`,
  extra,
  amount,
  currency: "eur",
  preselected: false,
  line_ids: null,
  text_shown: "oui",
  chosen_at: new Date("2026-11-22T10:00:00Z"),
  ...more,
})

function input(more: Partial<ExtrasInput>): ExtrasInput {
  const none = { rules: [], offered: [], choices: [], gifts: new Set<string>() }
  return { cart: cart([line("a")]), ...none, customLines: "extra", locale: "fr", ...more }
}

const kinds = (more: Partial<ExtrasInput>) => extrasOf(input(more)).map(({ key, source }) => [key, source])

describe("L121-17: what of a cart is a paid extra", () => {
  it("nothing of what the customer came to buy, delivered in the cheapest standard way", () => {
    expect(kinds({ cart: cart([line("a"), line("b")], [method(STANDARD)]), offered: [STANDARD, EXPRESS] })).toEqual([])
  })

  it.each<[string, Partial<ExtrasInput>, [string, string][]]>([
    ["a product with a rule", { rules: [wrap("product", "prod_a")] }, [["prod_a", "rule"]]],
    [
      "a product of a category with a rule",
      { cart: cart([line("a", { categoryIds: ["pcat_1"] })]), rules: [wrap("category", "pcat_1")] },
      [["prod_a", "rule"]],
    ],
    ["a line with the shop's mark", { cart: cart([line("a", { mark: "insurance" })]) }, [["prod_a", "metadata"]]],
    ["a line without product", { cart: cart([line("a", { productId: null })]) }, [["a", "custom_line"]]],
    ["a gift that turned paid", { gifts: new Set(["prod_a"]) }, [["prod_a", "turned_paid"]]],
    [
      "a shipping option with a rule",
      {
        cart: cart([line("a")], [method(STANDARD)]),
        offered: [STANDARD],
        rules: [wrap("shipping_option", "so_standard")],
      },
      [["so_standard", "rule"]],
    ],
    [
      "a charge for delivery without option",
      { cart: cart([line("a")], [{ id: "sm_1", optionId: null, name: "port", total: "3.00", listed: "3.00" }]) },
      [["sm_1", "custom_line"]],
    ],
    [
      "dearer delivery",
      { cart: cart([line("a")], [method(EXPRESS)]), offered: [STANDARD, EXPRESS] },
      [["so_express", "delivery"]],
    ],
    [
      "a second mode of delivery for the same goods",
      { cart: cart([line("a")], [method(STANDARD), method(EXPRESS)]), offered: [STANDARD, EXPRESS] },
      [["so_express", "delivery"]],
    ],
  ])("%s", (_, more, expected) => {
    expect(kinds(more)).toEqual(expected)
  })

  it.each<[string, Partial<ExtrasInput>]>([
    ["what is free", { cart: cart([line("a", { total: "0.00" })]), rules: [wrap("product", "prod_a")] }],
    [
      "a line without product, where the shop says that they are articles",
      { cart: cart([line("a", { productId: null })]), customLines: "article" },
    ],
    [
      "dearer delivery than collecting",
      {
        cart: cart([line("a")], [method(STANDARD)]),
        offered: [STANDARD, offer("so_pickup", "0.00", { pickup: true })],
      },
    ],
    [
      "dearer delivery that a promotion makes free",
      { cart: cart([line("a")], [method(EXPRESS, "0.00")]), offered: [STANDARD, EXPRESS] },
    ],
    [
      "the delivery of other goods of the cart",
      {
        cart: cart([line("a")], [method(STANDARD), method(offer("so_heavy", "40.00"))]),
        offered: [STANDARD, offer("so_heavy", "40.00", { profileId: "sp_heavy" })],
      },
    ],
    ["the only delivery there is", { cart: cart([line("a")], [method(EXPRESS)]), offered: [EXPRESS] }],
  ])("not %s", (_, more) => {
    expect(kinds(more)).toEqual([])
  })

  it("several lines of one product are one extra, asked for once", () => {
    const [extra, ...others] = extrasOf(
      input({
        cart: cart([line("a"), line("b", { productId: "prod_a", quantity: 2, total: "20.00" })]),
        rules: [wrap("product", "prod_a")],
      }),
    )
    expect(others).toEqual([])
    expect(extra).toMatchObject({ quantity: 3, amount: "30.00" })
  })

  it("L112-12 CMF: a charge for the means of payment stays forbidden, whatever stands beside it and whoever chose it", () => {
    const lines = [line("a", { productId: "prod_x" }), line("b", { productId: "prod_x", mark: "payment_surcharge" })]
    const rules = [wrap("product", "prod_x")]
    for (const order of [lines, [...lines].reverse()]) {
      expect(extrasOf(input({ cart: cart(order), rules, choices: [choice("prod_x", "20.00")] }))).toMatchObject([
        { kind: "payment_surcharge", standing: "forbidden" },
      ])
    }
  })

  it("of dearer delivery the supplement is what it costs above the cheapest standard one, and the words say both", () => {
    const [extra] = extrasOf(input({ cart: cart([line("a")], [method(EXPRESS)]), offered: [STANDARD, EXPRESS] }))
    expect(extra).toMatchObject({ amount: "11.90", supplement: "6.00" })
    expect(extra.text.shown).toBe(
      `Je choisis la livraison «${NBSP}so_express${NBSP}» à 11,90${NBSP}€, et non la livraison standard à 5,90${NBSP}€.`,
    )
  })

  it.each([
    ["of prices without tax, the tax on both counts", "14.28", "7.20"],
    ["a rebate on the dearer one makes the standard one no cheaper", "7.14", "0.06"],
    ["a rebate that makes it cheaper than the standard one leaves no supplement", "7.00", "0.00"],
  ])("L221-24, al. 4: %s", (_, paid, supplement) => {
    const [standard, express] = [STANDARD, EXPRESS].map((one) => ({ ...one, price: null }))
    const chosen = method(express, paid, "14.28")
    const [extra] = extrasOf(input({ cart: cart([line("a")], [chosen]), offered: [standard, express] }))
    expect(extra).toMatchObject({ amount: paid, supplement })
  })

  it.each<[string, StandingChoice[], string]>([
    ["no word", [], "unchosen"],
    ["a word on something else", [choice("prod_b", "10.00")], "unchosen"],
    ["his word, for this amount", [choice("prod_a", "10.00")], "chosen"],
    ["his word for less", [choice("prod_a", "9.99")], "amount_changed"],
    ["his word for more", [choice("prod_a", "10.01")], "amount_changed"],
    ["his word in another currency", [choice("prod_a", "10.00", { currency: "chf" })], "amount_changed"],
    ["a box that was ticked beforehand", [choice("prod_a", "10.00", { preselected: true })], "by_default"],
  ])("%s: %s", (_, choices, standing) => {
    const [extra] = extrasOf(input({ rules: [wrap("product", "prod_a")], choices }))
    expect(extra.standing).toBe(standing)
  })

  it("a choice is of the lines that it was made for: one that was taken out and put in again was not chosen", () => {
    const ruled = { customLines: "extra" as const, cart: cart([line("a", { mark: "insurance" })]) }
    const standings = ["a", "of_before"].map((id) => {
      const choices = [choice("prod_a", "10.00", { line_ids: [id] })]
      return extrasOf(input({ ...ruled, choices }))[0].standing
    })
    expect(standings).toEqual(["chosen", "unchosen"])
  })

  it("property: no order of lines, rules and choices changes what is asked; only a choice for today's amount is « chosen »", () => {
    const lines = fc.uniqueArray(
      fc.record({ id: fc.constantFrom("a", "b", "c", "d"), cents: fc.integer({ min: 0, max: 2000 }) }),
      { selector: ({ id }) => id, minLength: 1 },
    )
    const cents = (value: number) => (value / 100).toFixed(2)
    fc.assert(
      fc.property(lines, fc.subarray(["a", "b", "c", "d"]), fc.integer({ min: 0, max: 2000 }), (made, ruled, said) => {
        const facts = made.map(({ id, cents: total }) => line(id, { total: cents(total) }))
        const rules = ruled.map((id) => wrap("product", `prod_${id}`))
        const choices = ruled.map((id) => choice(`prod_${id}`, cents(said)))
        const there = extrasOf(input({ cart: cart(facts), rules, choices }))
        const back = extrasOf(
          input({ cart: cart([...facts].reverse()), rules: [...rules].reverse(), choices: [...choices].reverse() }),
        )
        const sorted = (list: typeof there) => [...list].sort((x, y) => (x.key < y.key ? -1 : 1))
        expect(sorted(back)).toEqual(sorted(there))
        for (const { standing, amount } of there) expect(standing === "chosen").toBe(amount === cents(said))
        expect(there).toHaveLength(made.filter(({ id, cents: total }) => ruled.includes(id) && total > 0).length)
      }),
    )
  })
})

describe("the record of a cart", () => {
  const facts = {
    locale: "fr",
    rules: [],
    choices: [],
    last: null,
    gifts: [],
    terms: null,
    profileVersion: 1,
  } as const
  const content = (more: object, rules: readonly CartRule[] = []) =>
    contentOf({
      cart: { ...cart([line("a")]), ...more },
      facts: { ...facts, rules },
      offered: [STANDARD, EXPRESS],
      descriptions: new Map([["prod_a", "Grès émaillé, 60 cl."]]),
      buttonLabel: "Payer",
      customLines: "extra",
    })

  it("L221-5, 10°: mentions the exception of a product before that of its category, in the customer's language", () => {
    const exception = (target_type: "product" | "category", target_id: string, number: number): CartRule => ({
      kind: "exception",
      target_type,
      target_id,
      value: { number },
    })
    const rules = [exception("category", "pcat_1", 4), exception("product", "prod_a", 3)]
    const [told] = content({ lines: [line("a", { categoryIds: ["pcat_1"] })] }, rules).lines
    expect(told).toMatchObject({ exception: 3 })
    expect(told.exception_mention).toContain("L221-28, 3°")
    for (const { number, effect } of WITHDRAWAL_EXCEPTIONS) {
      // « Plus de droit » reads as "more right": of a right that exists until something happens it is said that it is lost.
      expect(exceptionMentions("fr")[number]).toContain(effect === "excludes" ? "pas de droit" : "est perdu une fois")
      expect(exceptionMentions("en")[number]).toContain(effect === "excludes" ? "no right" : "is lost once")
    }
  })

  it("L221-5, 1°: the characteristics are what the merchant states of the product, else how the shop describes it", () => {
    const stated: CartRule = {
      kind: "information",
      target_type: "product",
      target_id: "prod_a",
      value: { characteristics: { fr: "Théière de 60 cl.", en: "Teapot, 60 cl." } },
    }
    expect(content({}).lines[0]).toMatchObject({ characteristics: "Grès émaillé, 60 cl." })
    expect(content({}, [stated]).lines[0]).toMatchObject({ characteristics: "Théière de 60 cl." })
  })

  it("says who has no right of withdrawal: a group of professionals, a country of another law (L221-3)", () => {
    const outside = (target_type: "customer_group" | "country", target_id: string, reason: string): CartRule => ({
      kind: "outside_right",
      target_type,
      target_id,
      value: { reason },
    })
    const rules = [outside("customer_group", "cusgroup_pro", "professional"), outside("country", "us", "other_law")]
    expect(content({}, rules).right).toEqual({ exists: true, why: null })
    expect(content({ customerGroups: ["cusgroup_pro"] }, rules).right).toEqual({ exists: false, why: "professional" })
    expect(content({ country: "us" }, rules).right).toEqual({ exists: false, why: "other_law" })
  })

  it("L221-24, al. 4: dearer delivery counts as expressly chosen with the customer's choice alone", () => {
    const express = { methods: [method(EXPRESS)] }
    const chosen = (choices: StandingChoice[]) =>
      contentOf({
        cart: { ...cart([line("a")]), ...express },
        facts: { ...facts, choices },
        offered: [STANDARD, EXPRESS],
        descriptions: new Map(),
        buttonLabel: null,
        customLines: "extra",
      }).delivery_expressly_chosen
    expect(chosen([])).toBe(false)
    expect(chosen([choice("so_express", "11.90")])).toBe(true)
    expect(content({ methods: [method(STANDARD)] })).toMatchObject({
      delivery_expressly_chosen: null,
      cheapest_standard_delivery: "5.90",
    })
  })

  it("stands while nothing that it rests on changes, and no longer when anything does", () => {
    const print = (more: object = {}, known: object = {}) =>
      fingerprintOf({ ...cart([line("a")]), ...more }, { ...facts, ...known })
    expect(print()).toBe(print())
    const changes: [object, object][] = [
      [{ lines: [line("a", { total: "11.00" })] }, {}],
      [{ methods: [method(EXPRESS)] }, {}],
      [{ country: "be" }, {}],
      [{ postalCode: "97400" }, {}],
      [{ regionId: "reg_2" }, {}],
      [{}, { rules: [wrap("product", "prod_a")] }],
      [{}, { choices: [choice("prod_a", "10.00")] }],
      [{}, { gifts: ["a"] }],
      [{}, { terms: { id: "t", version: 2, hash: "h" } }],
      [{}, { profileVersion: 2 }],
      [{}, { locale: "en" }],
    ]
    const prints = changes.map(([more, known]) => print(more, known))
    expect(new Set([print(), ...prints]).size).toBe(changes.length + 1)
  })
})
