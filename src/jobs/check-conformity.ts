import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonRunConformityChecksWorkflow } from "../workflows/conformity/run-checks"

/** What the conformity report asks of the web. Staff see the date of the last check. */
export default async function checkConformity(container: MedusaContainer) {
  await hamonRunConformityChecksWorkflow(container).run()
}

export const config = { name: "hamon-check-conformity", schedule: "41 4 * * *" }
