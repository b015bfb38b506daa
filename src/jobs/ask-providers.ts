import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonAskProvidersWorkflow } from "../workflows/sweeps/ask-providers"

/** What payment providers could not tell. */
export default async function askProviders(container: MedusaContainer) {
  await hamonAskProvidersWorkflow(container).run()
}

export const config = { name: "hamon-ask-providers", schedule: "*/10 * * * *" }
