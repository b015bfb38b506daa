import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { trouble } from "../../modules/hamon/troubles"
import type { WithdrawalRow } from "../../modules/hamon/types"
import { isProven } from "../../modules/hamon/operations/proof"
import { findOrderIds } from "../order-facts/find-orders"
import { readOrder } from "../order-facts/read-order"
import { openReturn } from "../returns/open-return"
import { hamonService } from "../service"
import { drain, runSweep, sentenceOf } from "./run-sweep"

/** One declaration, one step further: to its order, then to core's return once the address is proven. */
async function advance(container: MedusaContainer, claimed: WithdrawalRow): Promise<void> {
  const service = hamonService(container)
  let failing: "not_matched" | "return_not_opened" = "not_matched"
  try {
    const withdrawal = claimed.order_id ? claimed : await match(container, claimed)
    failing = "return_not_opened"
    const waiting = mayOpenReturn(withdrawal) ? await openReturn(container, withdrawal) : null
    if (waiting) await service.stepFailed(claimed, waiting, now())
    else await service.stepDone(claimed, now())
  } catch (error) {
    await service.stepFailed(claimed, trouble(failing, {}, sentenceOf(error)), now())
  }
}

/** The cases of the order numbers that may be meant are read afresh first: an order placed before the plugin has none yet. */
async function match(container: MedusaContainer, claimed: WithdrawalRow): Promise<WithdrawalRow> {
  const service = hamonService(container)
  for (const orderId of await findOrderIds(container, claimed.declared.orderNumber)) {
    const order = await readOrder(container, orderId)
    if (order) await service.syncOrder(order, now())
  }
  return service.matchDeclaration(claimed.id, now())
}

/** A return is opened only for who proved to be the customer, and for units that are clear; what has not left is left out. */
function mayOpenReturn({ order_id, return_id, assurance, flags, status }: WithdrawalRow): boolean {
  const clear = !flags.some((flag) => flag === "unclear_articles" || flag === "withdrawn_before")
  return order_id !== null && return_id === null && status === "matched" && isProven(assurance) && clear
}

const advanceWithdrawalsStep = createStep("advance-withdrawals", async (_: void, { container }) => {
  const service = hamonService(container)
  const result = await runSweep(container, "withdrawals", () =>
    drain(
      (limit) => service.claimSteps(now(), limit),
      (withdrawal) => advance(container, withdrawal),
    ),
  )
  return new StepResponse(result.handled)
})

/**
 * Does what the machine owes each declaration: matching, and opening the return.
 *
 * @summary Advance withdrawals that wait for the machine.
 */
export const hamonAdvanceWithdrawalsWorkflow = createWorkflow("hamon-advance-withdrawals", () => {
  return new WorkflowResponse(advanceWithdrawalsStep())
})
