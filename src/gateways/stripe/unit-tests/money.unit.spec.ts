import fc from "fast-check"
import { currency } from "../../../law"
import { GatewayError } from "../../gateway-error"
import { asking } from "../errors"
import { fromStripe, toStripe } from "../money"
import { refusalOf } from "./support"

const CODES = ["eur", "jpy", "krw", "kwd", "tnd", "isk", "ugx", "huf", "twd", "mga", "bif", "USD"]

describe("amounts in Stripe's minor units", () => {
  it.each([
    ["19.99", "eur", 1999],
    ["0.01", "EUR", 1],
    ["500", "jpy", 500],
    ["5.120", "kwd", 5120],
    // "To charge 5 ISK, provide an amount value of 500": https://docs.stripe.com/currencies#special-cases
    ["5", "isk", 500],
    ["5", "ugx", 500],
    // Without decimals in payouts only.
    ["10.45", "huf", 1045],
    ["800.50", "twd", 80050],
    // No decimals at Stripe, two in ISO 4217.
    ["12.00", "mga", 12],
  ])("%s %s is %i", (amount, code, units) => {
    expect(toStripe(amount, code)).toBe(units)
    expect(fromStripe(units, code)).toBe(currency(code).write(currency(code).read(amount, "amount")))
  })

  it.each([
    ["1.255", "kwd"],
    ["12.50", "mga"],
    ["999999999999999.99", "eur"],
    ["19.999", "eur"],
    ["-1", "eur"],
    ["1", "zzz"],
  ])("refuses %s %s, and rounds nothing", async (amount, code) => {
    const refusal = await refusalOf(asking(async () => toStripe(amount, code)))
    expect(refusal).toMatchObject({ outcome: "refused", code: "amount" })
  })

  it("refuses a fraction that the currency does not have", () => {
    expect(() => fromStripe(550, "isk")).toThrow("550, which is no amount of ISK")
  })

  it("there and back is the same, for every amount that Stripe can move", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CODES), fc.bigInt({ min: 0n, max: 99_999_999n }), (code, minor) => {
        const amount = currency(code).write(minor)
        let units: number
        try {
          units = toStripe(amount, code)
        } catch (error) {
          return error instanceof GatewayError && /kwd|tnd|mga/.test(code)
        }
        return Number.isSafeInteger(units) && fromStripe(units, code) === amount
      }),
      { numRuns: 5000 },
    )
  })

  it("a bigger amount is never fewer units", () => {
    fc.assert(
      fc.property(fc.constantFrom("eur", "jpy", "isk", "huf"), fc.nat(), fc.nat(), (code, a, b) => {
        const units = (minor: number) => toStripe(currency(code).write(BigInt(minor)), code)
        return Math.sign(units(a) - units(b)) === Math.sign(a - b)
      }),
    )
  })
})
