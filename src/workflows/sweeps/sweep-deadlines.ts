import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { hamonService } from "../service"
import { runSweep, sentenceOf, type SweepResult } from "./run-sweep"

/** As many as are computed well within a claim's lease. */
export const CLAIMED_AT_ONCE = 1000
/** A run ends before the next one begins. */
const MOST_MS = 50_000

/** Claims and computes as long as the minute allows; several processes share what is due. */
async function sweepDeadlines(container: MedusaContainer): Promise<SweepResult> {
  const service = hamonService(container)
  const began = performance.now()
  const failures: string[] = []
  let handled = 0
  while (performance.now() - began < MOST_MS) {
    const orders = await service.claimDeadlines(now(), CLAIMED_AT_ONCE)
    for (const order of orders) {
      // One order whose clocks cannot be computed keeps nobody else's waiting: it is tried again when its lease ends.
      await service
        .computeDeadlines(order, now())
        .then(() => handled++)
        .catch((error: unknown) => failures.push(`${order}: ${sentenceOf(error)}`))
    }
    if (orders.length === 0) break
  }
  return { handled, error: failures.length > 0 ? `${failures.length} orders: ${failures[0]}` : null }
}

const sweepDeadlinesStep = createStep("sweep-deadlines", async (_: void, { container }) => {
  const result = await runSweep(container, "deadlines", () => sweepDeadlines(container))
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
