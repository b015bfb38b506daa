import { divideHalfUp, least, type Minor, most, sum } from "../foundations/money"

/**
 * What each line really cost once the order's discount is spread by value: half up to the minor unit, the remainder on
 * the last line. A line never costs less than nothing: where rounding alone would take more than a line cost, the rest
 * goes to the lines before it.
 */
export function allocateDiscount(gross: readonly Minor[], discount: Minor): Minor[] {
  const all = sum(gross)
  let left = discount
  const shares = gross.map((price, index) => {
    const last = index === gross.length - 1
    const share = last ? left : all === 0n ? 0n : least(divideHalfUp(discount * price, all), left)
    const possible = least(share, price)
    left -= possible
    return possible
  })
  for (let index = shares.length - 1; left > 0n && index >= 0; index--) {
    const more = least(left, gross[index] - shares[index])
    shares[index] += more
    left -= more
  }
  return gross.map((price, index) => price - shares[index])
}

/**
 * What `units` of a line of `quantity` cost together: each unit costs net / quantity half up, the last one takes the
 * remainder, and never more than the line.
 */
export function paidForUnits(net: Minor, quantity: number, units: number): Minor {
  if (units === quantity) return net
  return least(divideHalfUp(net, BigInt(quantity)) * BigInt(units), most(net, 0n))
}
