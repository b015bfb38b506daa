import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonAdvanceWithdrawalsWorkflow } from "../workflows/sweeps/advance-withdrawals"

/** Declarations that wait for the machine. */
export default async function advanceWithdrawals(container: MedusaContainer) {
  await hamonAdvanceWithdrawalsWorkflow(container).run()
}

export const config = { name: "hamon-advance-withdrawals", schedule: "4 * * * * *" }
