import { Refusal } from "./refusal"

export type Money = { readonly currency_code: string; readonly value: string }

/** https://developer.paypal.com/api/rest/reference/currency-codes/ */
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD ILS MXN MYR NOK NZD PHP PLN SEK SGD THB USD".split(" ").map((c) => [c, 2]),
  ),
  HUF: 0,
  JPY: 0,
  TWD: 0,
}

/**
 * Minor units of an amount that a caller sent; refused as PayPal refuses.
 * https://developer.paypal.com/docs/api/orders/v2/ and …/payments/v2/, errors
 */
export function minorOf(money: unknown): number {
  const { currency_code, value } = (money ?? {}) as Partial<Money>
  const digits = DIGITS[currency_code ?? ""]
  if (digits === undefined) throw new Refusal(422, "INVALID_CURRENCY_CODE")
  const match = typeof value === "string" ? /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(value) : null
  if (!match) throw new Refusal(400, "INVALID_PARAMETER_SYNTAX")
  const [, sign, whole, fraction] = match
  if (fraction !== undefined && digits === 0) throw new Refusal(422, "DECIMALS_NOT_SUPPORTED")
  if ((fraction ?? "").length > digits) throw new Refusal(422, "DECIMAL_PRECISION")
  const minor = Number(whole + (fraction ?? "").padEnd(digits, "0"))
  if (sign !== "" || minor === 0) throw new Refusal(422, "CANNOT_BE_ZERO_OR_NEGATIVE")
  return minor
}

export function moneyOf(minor: number, currency_code: string): Money {
  const digits = DIGITS[currency_code]
  const text = String(minor).padStart(digits + 1, "0")
  return { currency_code, value: digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}` }
}
