import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonDeliverLettersWorkflow } from "../workflows/sweeps/deliver-letters"

/** Letters that are due, and those whose event was lost. */
export default async function deliverLetters(container: MedusaContainer) {
  await hamonDeliverLettersWorkflow(container).run()
}

export const config = { name: "hamon-deliver-letters", schedule: "20 * * * * *" }
