import type { Amount, Minor } from "../../law"
import { GatewayError } from "../gateway-error"

/** An amount as PayPal writes it: decimal string in major units, code in capitals. */
export type PaypalMoney = { readonly currency_code: string; readonly value: string }

/** Source: https://developer.paypal.com/api/rest/reference/currency-codes/ */
const WITH_CENTS = new Set(
  "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS MXN MYR NOK NZD PHP PLN SEK SGD THB USD".split(" "),
)

/** PayPal takes these in whole units, though ISO 4217 gives HUF and TWD two digits. Same source. */
const WITHOUT_CENTS = new Set(["HUF", "JPY", "TWD"])

/**
 * How many decimals PayPal takes in a currency.
 * @param code ISO 4217, capitals or small letters
 * @throws GatewayError refused, for a currency that PayPal does not take
 */
export function paypalDigits(code: string): 0 | 2 {
  const upper = code.toUpperCase()
  if (WITH_CENTS.has(upper)) return 2
  if (WITHOUT_CENTS.has(upper)) return 0
  throw new GatewayError(
    "refused",
    `PayPal takes no payment in ${upper}. Offer another way to pay in this currency.`,
    "CURRENCY_NOT_SUPPORTED",
  )
}

/**
 * The amount as PayPal takes it, exactly: nothing is rounded here.
 * @param amount decimal string in major units; zeros beyond the currency's digits are no decimals
 * @throws GatewayError refused, for another currency, a sign, or decimals that PayPal does not take
 */
export function toMoney(amount: Amount, code: string): PaypalMoney {
  const digits = paypalDigits(code)
  return { currency_code: code.toUpperCase(), value: write(read(amount, digits, code), digits) }
}

/** Minor units of what PayPal wrote. @throws GatewayError refused */
export function minorOf({ currency_code, value }: PaypalMoney): Minor {
  return read(value, paypalDigits(currency_code), currency_code)
}

export function moneyOf(minor: Minor, code: string): PaypalMoney {
  return { currency_code: code.toUpperCase(), value: write(minor, paypalDigits(code)) }
}

export function sameMoney(a: PaypalMoney, b: PaypalMoney): boolean {
  return a.currency_code.toUpperCase() === b.currency_code.toUpperCase() && minorOf(a) === minorOf(b)
}

function read(amount: Amount, digits: number, code: string): Minor {
  const match = typeof amount === "string" ? /^(\d{1,15})(?:\.(\d{1,40}))?$/.exec(amount) : null
  const fraction = (match?.[2] ?? "").replace(/0+$/, "")
  if (!match || fraction.length > digits) {
    throw new GatewayError(
      "refused",
      `PayPal takes amounts in ${code.toUpperCase()} with ${digits === 0 ? "no" : `at most ${digits}`} decimals, not negative; round the amount first.`,
      "DECIMAL_PRECISION",
    )
  }
  return BigInt(match[1] + fraction.padEnd(digits, "0"))
}

function write(minor: Minor, digits: number): Amount {
  const text = minor.toString().padStart(digits + 1, "0")
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
