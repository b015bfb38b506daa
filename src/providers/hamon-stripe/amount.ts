import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { type Amount, currency } from "../../law"

const HALF_UP = 4

/** An amount of core, which may carry more decimals than the currency (a third of a discount), rounded half up to its digits. */
export function amountOf(value: BigNumberInput, code: string): Amount {
  return MathBN.convert(value).toFixed(currency(code).digits, HALF_UP)
}
