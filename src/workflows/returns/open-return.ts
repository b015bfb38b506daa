import { cancelReturnRequestWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { now } from "../../kit/clock"
import { type Trouble, trouble } from "../../modules/hamon/troubles"
import type { OrderFacts, OrderReturn, Units, WithdrawalRow } from "../../modules/hamon/types"
import { hasOpenChange } from "../order-facts/open-change"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"
import { hamonReturnGoodsWorkflow } from "./return-goods"

/**
 * Opens core's return for a declaration, once. A crash may have left one behind: one that core confirmed is bound, one that
 * was only begun is cancelled and begun again.
 * @returns what it waits for, where it waits: core allows one change of an order at a time
 * @throws when core refuses: the sweeper tries again
 */
export async function openReturn(container: MedusaContainer, withdrawal: WithdrawalRow): Promise<Trouble | null> {
  const service = hamonService(container)
  const order = await readOrder(container, withdrawal.order_id as string)
  if (!order) return null
  const left = order.facts.returns.filter((one) => one.withdrawal === withdrawal.id && one.status !== "canceled")
  const confirmed = left.find((one) => isConfirmed(one))
  if (confirmed) {
    await service.bindReturn(withdrawal.id, confirmed.id, now())
    return null
  }
  for (const begun of left) await cancelReturnRequestWorkflow(container).run({ input: { return_id: begun.id } })

  const lines = await service.listWithdrawalLines({
    withdrawal_id: withdrawal.id,
    decision: ["none_needed", "withdrawn"],
  })
  const items = out(
    order.facts,
    lines.map(({ order_line_id: line, quantity }) => ({ line, quantity })),
  )
  if (items.length === 0) return null
  if (await hasOpenChange(container, withdrawal.order_id as string)) return trouble("open_change", {})
  const { result } = await hamonReturnGoodsWorkflow(container).run({
    input: {
      order_id: withdrawal.order_id as string,
      withdrawal_id: withdrawal.id,
      location_id: service.getOptions().returnLocationId ?? shippedFrom(order.facts),
      items: items.map(({ line, quantity }) => ({ id: line, quantity })),
    },
  })
  await service.bindReturn(withdrawal.id, result.return_id, now())
  return null
}

function isConfirmed({ status }: OrderReturn): boolean {
  return status === "requested" || status === "received" || status === "partially_received"
}

/** The withdrawn units that have left: core returns only what was fulfilled. */
function out({ parcels }: OrderFacts, units: readonly Units[]): Units[] {
  const gone = parcels.filter(
    ({ canceled, shippedAt, deliveredAt }) => !canceled && (shippedAt ?? deliveredAt) !== null,
  )
  const sent = gone.flatMap(({ lines }) => lines)
  return units
    .map(({ line, quantity }) => {
      const shipped = sent.filter((one) => one.line === line).reduce((sum, one) => sum + one.quantity, 0)
      return { line, quantity: Math.min(quantity, shipped) }
    })
    .filter(({ quantity }) => quantity > 0)
}

function shippedFrom({ parcels }: OrderFacts): string | undefined {
  return parcels.find(({ canceled, locationId }) => !canceled && locationId !== null)?.locationId ?? undefined
}
