import fc from "fast-check"
import { GatewayError } from "../../gateway-error"
import { minorOf, moneyOf, paypalDigits, toMoney } from "../amounts"

const DIGITS = { EUR: 2, USD: 2, JPY: 0, HUF: 0, TWD: 0 } as const

describe("amounts at PayPal", () => {
  it.each(Object.entries(DIGITS))("in %s have %d decimals", (code, digits) => {
    expect(paypalDigits(code)).toBe(digits)
    expect(paypalDigits(code.toLowerCase())).toBe(digits)
  })

  it.each(["EUR", "JPY", "HUF"] as const)("in %s come back exactly, whatever their size", (code) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (minor) => {
        const money = moneyOf(minor, code)
        expect(money.value).toMatch(DIGITS[code] === 2 ? /^\d+\.\d{2}$/ : /^\d+$/)
        expect(minorOf(money)).toBe(minor)
        expect(toMoney(money.value, code.toLowerCase())).toEqual(money)
      }),
    )
  })

  it("are written from text as it stands: no hundredth is made of a unit, none is lost", () => {
    expect(toMoney("19.99", "eur")).toEqual({ currency_code: "EUR", value: "19.99" })
    expect(toMoney("1999", "eur")).toEqual({ currency_code: "EUR", value: "1999.00" })
    expect(toMoney("0.1", "eur")).toEqual({ currency_code: "EUR", value: "0.10" })
    expect(toMoney("1200.00", "huf")).toEqual({ currency_code: "HUF", value: "1200" })
    // Beyond what a float tells apart.
    expect(toMoney("900719925474099.93", "eur").value).toBe("900719925474099.93")
  })

  it.each([
    ["19.999", "EUR"],
    ["1200.50", "HUF"],
    ["1.5", "JPY"],
    ["-1", "EUR"],
    ["1e3", "EUR"],
    ["", "EUR"],
    [19.99 as unknown as string, "EUR"],
  ])("refuse %p %s instead of rounding it", (amount, code) => {
    expect(() => toMoney(amount, code)).toThrow(GatewayError)
    expect(() => toMoney(amount, code)).toThrow("decimals, not negative; round the amount first")
  })

  it.each(["KWD", "XOF", "XXX", "euro"])("refuse %s, which PayPal does not take, and say so", (code) => {
    expect(() => toMoney("1", code)).toThrow(`PayPal takes no payment in ${code.toUpperCase()}`)
  })
})
