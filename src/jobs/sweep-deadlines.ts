import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonSweepDeadlinesWorkflow } from "../workflows/sweeps/sweep-deadlines"

/** Clocks whose alert is due. */
export default async function sweepDeadlines(container: MedusaContainer) {
  await hamonSweepDeadlinesWorkflow(container).run()
}

export const config = { name: "hamon-sweep-deadlines", schedule: "44 * * * * *" }
