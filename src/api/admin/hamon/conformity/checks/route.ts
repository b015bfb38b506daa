import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { currentReport } from "../../../../../workflows/conformity/report"
import { hamonRunConformityChecksWorkflow } from "../../../../../workflows/conformity/run-checks"

/** Asks the web now, and answers the report that follows. It takes some seconds, most of a minute with a browser. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await hamonRunConformityChecksWorkflow(req.scope).run()
  res.json({ report: await currentReport(req.scope) })
}
