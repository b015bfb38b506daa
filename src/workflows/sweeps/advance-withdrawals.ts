import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { trouble, type TroubleCode } from "../../modules/hamon/troubles"
import type { WithdrawalRow } from "../../modules/hamon/types"
import { isProven } from "../../modules/hamon/operations/proof"
import { wantsMore } from "../../modules/hamon/operations/take-again"
import { endBeforeShipment } from "../before-shipment/end-order"
import { tellStaffOfHold } from "../holds/tell-staff"
import { findOrderIds } from "../order-facts/find-orders"
import { readOrder } from "../order-facts/read-order"
import { cancelEndedReturn } from "../returns/cancel-return"
import { openReturn } from "../returns/open-return"
import { hamonService } from "../service"
import { drain, runSweep, sentenceOf } from "./run-sweep"

/**
 * One declaration, one step further: to its order; once the address is proven, what has not left leaves Medusa's order, and what
 * has left gets core's return. Neither waits for the other: a parcel on its way does not keep the rest
 * from ending.
 */
async function advance(container: MedusaContainer, claimed: WithdrawalRow): Promise<void> {
  const service = hamonService(container)
  let failing: TroubleCode = "not_matched"
  try {
    if (claimed.outcome === "kept" || claimed.outcome === "declined") {
      failing = "return_not_canceled"
      return await settleEnded(container, claimed)
    }
    const matched = claimed.order_id ? claimed : await match(container, claimed)
    const withdrawal = wantsMore(matched) ? await service.takeAgain(matched.id, now()) : matched
    await tellStaffOfHold(container, withdrawal)
    failing = "order_not_ended"
    const unended = withdrawal.order_id ? await endBeforeShipment(container, withdrawal) : null
    failing = "return_not_opened"
    const unopened = mayOpenReturn(withdrawal) ? await openReturn(container, withdrawal) : null
    const waiting = unended ?? unopened
    if (waiting) await service.stepFailed(claimed, waiting, now())
    else await service.stepDone(claimed, now())
  } catch (error) {
    await service.stepFailed(claimed, trouble(failing, {}, sentenceOf(error)), now())
  }
}

/** Declined, or the customer keeps the goods: nothing is left to do but to cancel the return that was opened for them. */
async function settleEnded(container: MedusaContainer, claimed: WithdrawalRow): Promise<void> {
  const service = hamonService(container)
  const waiting = claimed.return_id ? await cancelEndedReturn(container, claimed) : null
  if (waiting) await service.stepFailed(claimed, waiting, now())
  else await service.stepDone(claimed, now())
}

/** The cases of the order numbers that may be meant are read afresh first: an order placed before the plugin has none yet. */
async function match(container: MedusaContainer, claimed: WithdrawalRow): Promise<WithdrawalRow> {
  const service = hamonService(container)
  const { picked, orderNumber } = claimed.declared
  for (const orderId of picked ? [picked.orderId] : await findOrderIds(container, orderNumber)) {
    const order = await readOrder(container, orderId)
    if (order) await service.syncOrder(order, now())
  }
  return service.matchDeclaration(claimed.id, now())
}

/** What a person has to look at before goods are asked back. */
const KEEPS_FROM_RETURN = new Set([
  "late",
  "unclear_articles",
  "withdrawn_before",
  "objected",
  "return_canceled",
  "return_waived",
])

/** A return is opened only for who proved to be the customer, and for units that are clear; what has not left is left out, and so is what staff have cancelled. */
function mayOpenReturn({ order_id, return_id, assurance, flags, status }: WithdrawalRow): boolean {
  const clear = !flags.some((flag) => KEEPS_FROM_RETURN.has(flag))
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
