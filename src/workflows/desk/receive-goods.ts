import {
  beginReceiveReturnWorkflow,
  confirmReturnReceiveWorkflow,
  dismissItemReturnRequestWorkflow,
  receiveItemReturnRequestWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import type { GoodsCondition, OrderReturn, WithdrawalRow } from "../../modules/hamon/types"
import { hasOpenChange } from "../order-facts/open-change"
import { readOrder } from "../order-facts/read-order"
import { openReturn } from "../returns/open-return"
import { hamonService } from "../service"
import { staffAct } from "./staff-act"

export type ReceiveGoodsInput = {
  withdrawal_id: string
  on: string
  lines: GoodsCondition["lines"][number][]
  actor: string
}

/** Seconds for which a second member of staff waits for the first, and for which a process that died blocks him. */
const LOCK = { timeout: 10, expire: 60 }

/**
 * Staff record which units came back and in which condition. Core's return is received through core's own flows, so that
 * stock is right: what is damaged is dismissed there and goes on no shelf. The refund is never lowered by it.
 *
 * @summary Record the reception and condition of returned goods.
 */
export const hamonReceiveGoodsWorkflow = staffAct<ReceiveGoodsInput>(
  "hamon-receive-goods",
  async (container, input) => {
    const { withdrawal_id: id, on, lines, actor } = input
    const condition: GoodsCondition = { on, lines, by: actor }
    const service = hamonService(container)
    const withdrawal = (await service.checkCondition(id, condition)) as WithdrawalRow
    if (!withdrawal.order_id) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "match the declaration to its order first")
    }
    const locking = container.resolve(Modules.LOCKING)
    await locking.execute(`hamon-receive:${withdrawal.order_id}`, () => receive(container, id, condition), LOCK)
    const order = await readOrder(container, withdrawal.order_id)
    if (order) await service.syncOrder(order, now())
    // Last: said again after a crash, what core has received is not received twice, and this is written then.
    await service.recordCondition(id, condition, now())
  },
)

async function receive(container: MedusaContainer, id: string, condition: GoodsCondition): Promise<void> {
  const service = hamonService(container)
  const [withdrawal] = (await service.listWithdrawals({ id }, { take: 1 })) as unknown as WithdrawalRow[]
  const goods = condition.lines.filter(({ state }) => state !== "missing")
  const found = await returnOf(container, withdrawal, goods.length > 0)
  if (!found) return
  const items = itemsOf(found, goods)
  if (items.received.length === 0 && items.dismissed.length === 0) return
  if (await hasOpenChange(container, withdrawal.order_id as string)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "another change of this order is open in Medusa (an edit, a return being received): finish or cancel it first",
    )
  }
  const input = { return_id: found.id }
  await beginReceiveReturnWorkflow(container).run({ input })
  if (items.received.length > 0) {
    await receiveItemReturnRequestWorkflow(container).run({ input: { ...input, items: items.received } })
  }
  if (items.dismissed.length > 0) {
    await dismissItemReturnRequestWorkflow(container).run({ input: { ...input, items: items.dismissed } })
  }
  await confirmReturnReceiveWorkflow(container).run({ input: { ...input, confirmed_by: condition.by } })
}

/** Core's return of the declaration; opened now where goods came back before anybody proved who sent them. */
async function returnOf(
  container: MedusaContainer,
  withdrawal: WithdrawalRow,
  needed: boolean,
): Promise<OrderReturn | null> {
  if (!withdrawal.return_id && needed) {
    const waiting = await openReturn(container, withdrawal)
    if (waiting) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, waiting.sentence)
  }
  const order = await readOrder(container, withdrawal.order_id as string)
  const ours = order?.facts.returns.filter(({ status }) => status !== "canceled") ?? []
  const found = ours.find((one) => one.id === withdrawal.return_id || one.withdrawal === withdrawal.id) ?? null
  if (found || !needed) return found
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "Medusa knows no parcel that left with these units: record the shipment of the order there first",
  )
}

/** What core has yet to receive of the units that were told: the rest of a first try is not received again. */
function itemsOf(found: OrderReturn, goods: GoodsCondition["lines"]) {
  const left = new Map(found.lines.map(({ line, quantity, received }) => [line, quantity - received]))
  const told = new Map<string, number>()
  for (const { line, quantity } of goods) told.set(line, (told.get(line) ?? 0) + quantity)
  const received: { id: string; quantity: number }[] = []
  const dismissed: { id: string; quantity: number }[] = []
  for (const { line, quantity, state } of [...goods].sort(damagedFirst)) {
    // What core received before counts for the units that are told now: each time all of them are told.
    const before = found.lines.find((one) => one.line === line)?.received ?? 0
    const most = Math.min(quantity, left.get(line) ?? 0, Math.max(0, (told.get(line) ?? 0) - before))
    if (most <= 0) continue
    left.set(line, (left.get(line) ?? 0) - most)
    told.set(line, (told.get(line) ?? 0) - most)
    const into = state === "damaged" ? dismissed : received
    const same = into.find(({ id }) => id === line)
    if (same) same.quantity += most
    else into.push({ id: line, quantity: most })
  }
  return { received, dismissed }
}

function damagedFirst(one: GoodsCondition["lines"][number], other: GoodsCondition["lines"][number]): number {
  return Number(other.state === "damaged") - Number(one.state === "damaged")
}
