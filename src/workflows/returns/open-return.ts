import { cancelReturnRequestWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { now } from "../../kit/clock"
import type { UnitsWhere } from "../../modules/hamon/operations/units"
import { type Trouble, trouble } from "../../modules/hamon/troubles"
import type { OrderFacts, OrderReturn, Units, WithdrawalRow } from "../../modules/hamon/types"
import { hasOpenChange } from "../order-facts/open-change"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"
import { hamonReturnGoodsWorkflow } from "./return-goods"

/**
 * Opens core's return for what has left of a declaration, once. A crash may have left one behind: one that core confirmed is
 * bound, one that was only begun is cancelled and begun again.
 * @returns what it waits for, where it waits: core allows one change of an order at a time
 * @throws when core refuses: the sweeper tries again
 */
export async function openReturn(container: MedusaContainer, withdrawal: WithdrawalRow): Promise<Trouble | null> {
  const service = hamonService(container)
  const orderId = withdrawal.order_id as string
  const order = await readOrder(container, orderId)
  if (!order) return null
  const left = order.facts.returns.filter((one) => one.withdrawal === withdrawal.id && one.status !== "canceled")
  const confirmed = left.find((one) => isConfirmed(one))
  if (confirmed) {
    await service.bindReturn(withdrawal.id, confirmed.id, now())
    return null
  }
  for (const begun of left) await cancelReturnRequestWorkflow(container).run({ input: { return_id: begun.id } })

  await service.syncOrder(begun(order, left), now())
  const lines = await service.listWithdrawalLines({
    withdrawal_id: withdrawal.id,
    decision: ["none_needed", "withdrawn"],
  })
  const decided = lines.map(({ order_line_id }) => order_line_id)
  const seen = await service.whereUnitsAre(orderId)
  const mine = (seen?.units ?? []).filter((one) => one.withdrawal === withdrawal.id && decided.includes(one.line))
  const items = toReturn(order.facts, mine)
  if (items.length === 0) return null
  if (await hasOpenChange(container, orderId)) return trouble("open_change", {})
  if (onlyAuthorised(order.facts)) return trouble("capture_first", {})
  const { result } = await hamonReturnGoodsWorkflow(container).run({
    input: {
      order_id: orderId,
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

/** The order without the returns that were just taken back. */
function begun<Order extends { readonly facts: OrderFacts }>(order: Order, gone: readonly OrderReturn[]): Order {
  return { ...order, facts: { ...order.facts, returns: order.facts.returns.filter((one) => !gone.includes(one)) } }
}

/** The withdrawn units that have left, as far as core has them to return: no unit comes back twice. */
function toReturn({ lines }: OrderFacts, mine: readonly UnitsWhere[]): Units[] {
  return mine
    .map(({ line, out }) => {
      const returnable = lines.find(({ id }) => id === line)?.returnable ?? out
      return { line, quantity: Math.min(out, returnable) }
    })
    .filter(({ quantity }) => quantity > 0)
}

/** Confirming a return would have core give up an authorisation that nothing was captured of, and ask for a new payment. */
function onlyAuthorised({ payments }: OrderFacts): boolean {
  const alive = payments.filter(({ canceled }) => !canceled)
  return alive.length > 0 && alive.every(({ captured }) => Number(captured) === 0)
}

function shippedFrom({ parcels }: OrderFacts): string | undefined {
  return parcels.find(({ canceled, locationId }) => !canceled && locationId !== null)?.locationId ?? undefined
}
