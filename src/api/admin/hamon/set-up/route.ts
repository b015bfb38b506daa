import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { now } from "../../../../kit/clock"
import { readSetUp } from "../../../../workflows/set-up"

/** The way from install to "legal to open": each step with its article, how it stands, and where it is done. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ set_up: await readSetUp(req.scope, now()) })
}
