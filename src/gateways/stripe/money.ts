import { type Amount, currency } from "../../law"
import { GatewayError } from "../gateway-error"

/**
 * Digits of Stripe's own minor units. They are not always those of ISO 4217: MGA has none, and ISK and UGX keep the two
 * that they had before they lost them ("to charge 5 ISK, provide 500"). HUF and TWD are without decimals in payouts only.
 * @see https://docs.stripe.com/currencies#zero-decimal and #special-cases
 */
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries([
  ..."BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0]),
  ..."BHD JOD KWD OMR TND".split(" ").map((code) => [code, 3]),
])

/** The cards' networks know two decimals: "the least-significant digit must be 0" (three-decimal currencies, same page). */
const LAST_DIGIT_ZERO = 3

/**
 * An amount in Stripe's minor units, exactly: nothing is rounded.
 * @param code ISO 4217, any case
 * @throws LawError when it is no amount of the currency
 * @throws GatewayError `refused` when Stripe has no such amount: 1.255 KWD, 12.50 MGA
 */
export function toStripe(amount: Amount, code: string): number {
  const money = currency(code)
  const minor = money.read(amount, "amount")
  const stripes = stripeDigits(code)
  const scaled = minor * 10n ** BigInt(Math.max(0, stripes - money.digits))
  const step = 10n ** BigInt(Math.max(0, money.digits - stripes))
  const exact = scaled % step === 0n && (stripes !== LAST_DIGIT_ZERO || scaled % 10n === 0n)
  if (!exact)
    throw refused(`Stripe cannot move ${amount} ${code.toUpperCase()}: it takes fewer decimals of this currency`)
  const units = scaled / step
  if (units > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw refused(`${amount} ${code.toUpperCase()} is more than Stripe can move at once`)
  }
  return Number(units)
}

/**
 * What Stripe's minor units are as an amount, with all the currency's digits.
 * @throws GatewayError `refused` for a fraction that the currency does not have: 550 for ISK, which Stripe never answers
 */
export function fromStripe(units: number, code: string): Amount {
  const money = currency(code)
  const shift = money.digits - stripeDigits(code)
  const minor = BigInt(units) * 10n ** BigInt(Math.max(0, shift))
  const step = 10n ** BigInt(Math.max(0, -shift))
  if (minor % step !== 0n) throw refused(`Stripe says ${units}, which is no amount of ${money.code}`)
  return money.write(minor / step)
}

function stripeDigits(code: string): number {
  return DIGITS[code.toUpperCase()] ?? 2
}

function refused(sentence: string): GatewayError {
  return new GatewayError("refused", sentence, "amount")
}
