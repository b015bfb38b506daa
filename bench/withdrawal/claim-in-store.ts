import type { ExecArgs } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CLAIMED_AT_ONCE } from "../../src/workflows/sweeps/sweep-deadlines"
import { hamonService } from "../../src/workflows/service"
import { line } from "../figures"
import { DUE } from "./rows"

const WARM_UPS = 5
const PAIRS = 30
const DUE_IDS = Array.from({ length: DUE }, (_, index) => `hamdl_due_${index + 1}`)

/** The sweeper's claim of all that is due against one bare statement on the same rows, in turns; then what a row costs. */
export default async function claimInStore({ container, args: [name] }: ExecArgs) {
  const sql: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const service = hamonService(container)
  const makeDue = () =>
    sql("hamon_deadline")
      .whereIn("id", DUE_IDS)
      .update({ next_alert_at: new Date(Date.now() - 60_000) })

  const claim = async () => {
    const orders: string[] = []
    for (;;) {
      const claimed = await service.claimDeadlines(new Date(), CLAIMED_AT_ONCE)
      if (claimed.length === 0) return orders
      orders.push(...claimed)
    }
  }
  const bare = async () => {
    const { rows } = await sql.raw<{ rows: { order_id: string }[] }>(
      `UPDATE hamon_deadline SET next_alert_at = now() + interval '5 minutes' WHERE id IN (
         SELECT id FROM hamon_deadline WHERE next_alert_at <= now() AND deleted_at IS NULL
         ORDER BY next_alert_at LIMIT ${DUE} FOR UPDATE SKIP LOCKED
       ) RETURNING order_id`,
    )
    return rows.map(({ order_id }) => order_id)
  }
  const timed = async (into: number[], act: () => Promise<string[]>) => {
    await makeDue()
    const began = performance.now()
    const orders = await act()
    into.push(performance.now() - began)
    if (orders.length !== DUE) throw new Error(`${orders.length} of ${DUE} clocks were claimed`)
  }

  const ours: number[] = []
  const reference: number[] = []
  for (let n = 0; n < WARM_UPS + PAIRS; n++) {
    const turn = [() => timed(ours, claim), () => timed(reference, bare)]
    for (const run of n % 2 === 0 ? turn : turn.reverse()) await run()
  }
  console.log(line(name, ours.slice(WARM_UPS), reference.slice(WARM_UPS)))

  const handled: number[] = []
  for (let n = 1; n <= DUE; n++) {
    const began = performance.now()
    await service.computeDeadlines(`order_due_${n}`, new Date())
    handled.push(performance.now() - began)
  }
  console.log(line(`${name}.handled`, handled))
}
