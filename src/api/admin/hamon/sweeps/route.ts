import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonService } from "../../../../workflows/service"

/** Days that are kept beside the sweepers, and are none. */
const MARKS = ["installed", "staff-digest"]

/** When each sweeper last ran: one that stopped must be seen. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const sweeps = await hamonService(req.scope).listSweepHeartbeats({}, { order: { id: "ASC" } })
  res.json({ sweeps: sweeps.filter(({ id }) => !MARKS.includes(id)) })
}
