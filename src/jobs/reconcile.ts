import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonReconcileWorkflow } from "../workflows/sweeps/reconcile"

/** What lost events would have told, and orders older than the plugin. */
export default async function reconcile(container: MedusaContainer) {
  await hamonReconcileWorkflow(container).run()
}

export const config = { name: "hamon-reconcile", schedule: "28 * * * * *" }
