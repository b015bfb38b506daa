import { typedOrderNumber } from "../order-number"

describe("the order number in what somebody typed", () => {
  it.each([
    ["1042", 1042],
    [" n° 1042 ", 1042],
    ["N°1042", 1042],
    ["nº 1042", 1042],
    ["#1042", 1042],
    ["no. 1042", 1042],
    ["commande 1042", 1042],
    ["Order 1042", 1042],
    ["Commande n° 1042 du 12/11/2026", 1042],
    ["1042 du 12 novembre 2026", 1042],
    ["1042, November 12, 2026", 1042],
    ["2 articles de ma commande n° 1", 1],
    ["commande n° 1042 (2 articles)", 1042],
    ["1042 / 1042", 1042],
    ["000042", 42],
  ])("« %s » is %d", (typed, number) => {
    expect(typedOrderNumber(typed)).toBe(number)
  })

  it.each([
    "",
    "je ne sais plus",
    "2 théières, 1042",
    "n° 1042 et n° 1043",
    "du 12/11/2026",
    "12345678901234",
    "CMD-7-1042",
  ])("« %s » names no single order: a person reads it", (typed) => {
    expect(typedOrderNumber(typed)).toBeNull()
  })
})
