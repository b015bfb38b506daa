import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonApplyProviderEventsWorkflow } from "../workflows/sweeps/apply-provider-events"

/** What payment providers told. */
export default async function applyProviderEvents(container: MedusaContainer) {
  await hamonApplyProviderEventsWorkflow(container).run()
}

export const config = { name: "hamon-apply-provider-events", schedule: "12 * * * * *" }
