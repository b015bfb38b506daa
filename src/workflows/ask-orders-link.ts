import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import type { OrdersLinkRequest } from "../modules/hamon/operations/orders-link"
import { hamonService } from "./service"
import { WORK_DUE } from "./work-due"

const askOrdersLinkStep = createStep("ask-orders-link", async (input: OrdersLinkRequest, { container }) => {
  const { dueAt } = input
  await hamonService(container).openOrdersLink({ ...input, ...(dueAt && { dueAt: new Date(dueAt) }) }, now())
  return new StepResponse(undefined)
})

/**
 * Sends a link to the orders of an address, if there are any. The answer, its time and its queries say nothing about it.
 *
 * @summary Ask for the link to one's own orders.
 */
export const hamonAskOrdersLinkWorkflow = createWorkflow(
  "hamon-ask-orders-link",
  (input: WorkflowData<OrdersLinkRequest>) => {
    askOrdersLinkStep(input)
    emitEventStep({ eventName: WORK_DUE, data: {} })
    return new WorkflowResponse({ asked: true })
  },
)
