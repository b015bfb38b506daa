import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { hamonService } from "../service"
import { runSweep } from "./run-sweep"

const BATCH = 200

const sweepDeadlinesStep = createStep("sweep-deadlines", async (_: void, { container }) => {
  const service = hamonService(container)
  const result = await runSweep(container, "deadlines", async () => ({
    handled: await service.sweepDeadlines(now(), BATCH),
  }))
  return new StepResponse(result.handled)
})

/**
 * Computes the clocks again whose alert is due.
 *
 * @summary Sweep deadlines.
 */
export const hamonSweepDeadlinesWorkflow = createWorkflow("hamon-sweep-deadlines", () => {
  return new WorkflowResponse(sweepDeadlinesStep())
})
