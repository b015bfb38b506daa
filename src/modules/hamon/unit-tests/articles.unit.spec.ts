import { readArticles } from "../operations/articles"
import type { Declaration, OrderLine } from "../types"

const line = (
  number: number,
  id: string,
  title: string,
  quantity: number,
  more: Partial<OrderLine> = {},
): OrderLine => ({
  id,
  number,
  title,
  quantity,
  variant: null,
  sku: null,
  productId: null,
  paid: "10.00",
  unitPrice: "10.00",
  shipped: true,
  ...more,
})
const LINES = [
  line(1, "pot", "Théière en grès", 2, { sku: "THE-60", variant: "60 cl" }),
  line(2, "bowl", "Bol en grès", 1, { sku: "BOL-35" }),
  line(3, "emoji", "🍵", 1),
]
const part = (...articles: [string, number][]): Declaration => ({
  name: "",
  email: "",
  orderNumber: "",
  comment: "",
  scope: "part",
  articles: articles.map(([article, quantity]) => ({ article, quantity })),
})

describe("which units a declaration means", () => {
  it("the whole order is every unit", () => {
    const whole: Declaration = { ...part(), scope: "whole" }
    expect(readArticles(whole, LINES)).toEqual({
      units: [
        { line: "pot", quantity: 2 },
        { line: "bowl", quantity: 1 },
        { line: "emoji", quantity: 1 },
      ],
      unclear: false,
    })
  })

  it.each([
    ["A1", "pot"],
    ["a2", "bowl"],
    ["the-60", "pot"],
    ["THE 60", "pot"],
    ["theiere en gres", "pot"],
    ["  THÉIÈRE  ", "pot"],
    ["Théière en grès 60 cl", "pot"],
    ["le bol en grès bleu", "bowl"],
  ])("%s is one line for certain", (typed, id) => {
    expect(readArticles(part([typed, 1]), LINES)).toEqual({ units: [{ line: id, quantity: 1 }], unclear: false })
  })

  it.each([["grès"], ["un dragon"], ["A9"], ["🍵"], ["!!!"], [""]])("%j is for a person", (typed) => {
    expect(readArticles(part([typed, 1]), LINES)).toEqual({ units: [], unclear: true })
  })

  it("adds what is told twice, and keeps the clear part of an unclear declaration", () => {
    expect(readArticles(part(["A1", 1], ["THE-60", 1], ["un dragon", 1]), LINES)).toEqual({
      units: [{ line: "pot", quantity: 2 }],
      unclear: true,
    })
    expect(readArticles(part(), LINES)).toEqual({ units: [], unclear: true })
  })
})
