import type { MedusaContainer } from "@medusajs/framework/types"
import { hamonTellStaffDailyWorkflow } from "../workflows/staff-digest"

/** The digest of the day: asked for every ten minutes, since a process may be down at the hour, and written once. */
export default async function tellStaffDaily(container: MedusaContainer) {
  await hamonTellStaffDailyWorkflow(container).run()
}

export const config = { name: "hamon-tell-staff-daily", schedule: "*/10 * * * *" }
