import { cancelReturnWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type Trouble, trouble } from "../../modules/hamon/troubles"
import type { WithdrawalRow } from "../../modules/hamon/types"
import { hasOpenChange } from "../order-facts/open-change"
import { readOrder } from "../order-facts/read-order"

/**
 * Cancels core's return of a declaration that ended without a refund, where nothing of it was received: what came back is
 * staff's to send again. Left open, core would call its price owed. Told twice, it cancels once.
 * @returns what it waits for, where it waits
 */
export async function cancelEndedReturn(
  container: MedusaContainer,
  withdrawal: WithdrawalRow,
): Promise<Trouble | null> {
  const order = await readOrder(container, withdrawal.order_id as string)
  const own = order?.facts.returns.find(({ id }) => id === withdrawal.return_id)
  if (!own || own.status !== "requested" || own.lines.some(({ received }) => received > 0)) return null
  if (await hasOpenChange(container, withdrawal.order_id as string)) return trouble("open_change", {})
  await cancelReturnWorkflow(container).run({ input: { return_id: own.id } })
  return null
}
