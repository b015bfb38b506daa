import type { StoreProcess } from "../../integration-tests/support/store-process"
import type { Shop } from "../../scripts/shop/client"
import { atRest } from "../at-rest"
import { line } from "../figures"

const WARM_UPS = 8
const PAIRS = 40
const LIMIT = 20
/** Page 1,000. */
const DEEP = 999 * LIMIT

/** The list of staff against a route of the same server that runs the list's SQL alone, its counts included, in turns. */
export async function benchList(shop: Shop, { pid }: StoreProcess): Promise<void> {
  for (const [name, offset] of [
    ["withdrawals.list", 0],
    ["withdrawals.list-deep", DEEP],
  ] as const) {
    const ours: number[] = []
    const reference: number[] = []
    const timed = async (into: number[], path: string) => {
      await atRest([pid])
      const began = performance.now()
      const answer = await shop.admin(`${path}?limit=${LIMIT}&offset=${offset}`)
      into.push(performance.now() - began)
      if (answer.withdrawals.length !== LIMIT) throw new Error(`${path} answered ${answer.withdrawals.length} rows`)
    }
    for (let n = 0; n < WARM_UPS + PAIRS; n++) {
      const turn = [() => timed(ours, "/hamon/withdrawals"), () => timed(reference, "/bench/withdrawals")]
      for (const run of n % 2 === 0 ? turn : turn.reverse()) await run()
    }
    console.log(line(name, ours.slice(WARM_UPS), reference.slice(WARM_UPS)))
  }
}
