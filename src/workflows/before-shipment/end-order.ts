import { cancelBeginOrderEditWorkflow, cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { now } from "../../kit/clock"
import { type Trouble, trouble } from "../../modules/hamon/troubles"
import type { WithdrawalRow } from "../../modules/hamon/types"
import { openChanges } from "../order-facts/open-change"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"
import { endingOf } from "./ending"
import { releaseReservations } from "./release-reservations"
import { editNote, hamonReduceOrderWorkflow } from "./reduce-order"

/**
 * Cancels or reduces Medusa's order for a declaration whose units have not left, once. Everything is read from core first, so
 * that a process that died after core's act finds nothing left to do.
 * @returns what it waits for, where staff can do something about it
 * @throws when core refuses: the sweeper tries again
 */
export async function endBeforeShipment(
  container: MedusaContainer,
  withdrawal: WithdrawalRow,
): Promise<Trouble | null> {
  const orderId = withdrawal.order_id as string
  const ending = await endingOf(container, withdrawal)
  if (ending.act === "nothing") {
    // A process may have died between the edit and this.
    await releaseStock(container, orderId)
    return null
  }
  if (ending.act === "wait") return ending.trouble
  for (const { internal_note: note } of await openChanges(container, orderId)) {
    if (note !== editNote(withdrawal.id)) return trouble("open_change", {})
    // Begun by a process that died: nothing of it was confirmed.
    await cancelBeginOrderEditWorkflow(container).run({ input: { order_id: orderId } })
  }
  if (ending.act === "cancel") {
    await cancelOrderWorkflow(container).run({ input: { order_id: orderId, canceled_by: "hamon" } })
  } else {
    await hamonReduceOrderWorkflow(container).run({
      input: { order_id: orderId, withdrawal_id: withdrawal.id, items: [...ending.lines] },
    })
  }
  const after = await readOrder(container, orderId)
  if (after) await hamonService(container).syncOrder(after, now())
  await releaseStock(container, orderId)
  return null
}

async function releaseStock(container: MedusaContainer, orderId: string): Promise<void> {
  const seen = await hamonService(container).whereUnitsAre(orderId)
  if (seen) await releaseReservations(container, orderId, seen.facts)
}
