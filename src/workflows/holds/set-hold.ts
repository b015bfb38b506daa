import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"
import { WORK_DUE } from "../work-due"

export type SetHoldInput = { withdrawal_id: string; act: "lift" | "hold"; ground: string; actor: string }

const setHoldStep = createStep("set-hold", async (input: SetHoldInput, { container }) => {
  const { withdrawal_id: id, ...act } = input
  const service = hamonService(container)
  const [withdrawal] = await service.listWithdrawals({ id }, { select: ["order_id"], take: 1 })
  // What left a second ago cannot be held.
  const order = withdrawal?.order_id ? await readOrder(container, withdrawal.order_id) : null
  if (order) await service.syncOrder(order, now())
  await service.setHold(id, act, now())
  return new StepResponse(undefined)
})

/**
 * Staff lift the hold on the goods of a declaration, so that they may be sent after all, or place it.
 *
 * @summary Lift or place the hold of a withdrawal.
 */
export const hamonSetHoldWorkflow = createWorkflow("hamon-set-hold", (input: WorkflowData<SetHoldInput>) => {
  setHoldStep(input)
  emitEventStep({ eventName: WORK_DUE, data: { withdrawal_id: input.withdrawal_id } })
  return new WorkflowResponse({ withdrawal_id: input.withdrawal_id })
})
