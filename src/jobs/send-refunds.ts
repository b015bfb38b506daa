import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonSendRefundsWorkflow } from "../workflows/sweeps/send-refunds"

/** Approved lines of the ledger that are due. */
export default async function sendRefunds(container: MedusaContainer) {
  await hamonSendRefundsWorkflow(container).run()
}

export const config = { name: "hamon-send-refunds", schedule: "36 * * * * *" }
