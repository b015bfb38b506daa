import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"
import { paypalDigits, type PaypalMoney, toMoney } from "../../gateways/paypal/amounts"

/** bignumber.js: half away from zero. Totals of core carry the decimals of percentages, and core leaves rounding to providers. */
const HALF_UP = 4

/**
 * An amount of core, rounded half up to what PayPal takes in the currency. Decimal arithmetic: no float comes between.
 * @throws GatewayError refused, for a currency that PayPal does not take
 * @throws MedusaError invalid_data, for what is no amount above zero
 */
export function roundedMoney(amount: BigNumberInput, code: string): PaypalMoney {
  const exact = MathBN.convert(amount)
  const money = exact.isFinite() && exact.gt(0) ? exact.toFixed(paypalDigits(code), HALF_UP) : "0"
  if (/^[0.]*$/.test(money)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "PayPal takes no payment of nothing; give an amount above zero",
    )
  }
  return toMoney(money, code)
}
