import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { currentReport } from "../../../../workflows/conformity/report"

/** Every duty with its article, its state, and the proof or the fix. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ report: await currentReport(req.scope) })
}
