import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { sendRefund } from "../refunds/send-refund"
import { hamonService } from "../service"
import { drain, runSweep } from "./run-sweep"

const sendRefundsStep = createStep("send-refunds", async (_: void, { container }) => {
  const service = hamonService(container)
  const result = await runSweep(container, "refunds", () =>
    drain(
      (limit) => service.claimRefunds(now(), limit),
      (line) => sendRefund(container, line),
    ),
  )
  return new StepResponse(result.handled)
})

/**
 * Sends the approved lines of the ledger that are due.
 *
 * @summary Send refunds.
 */
export const hamonSendRefundsWorkflow = createWorkflow("hamon-send-refunds", () => {
  return new WorkflowResponse(sendRefundsStep())
})
