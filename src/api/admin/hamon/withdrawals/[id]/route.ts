import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { withdrawalPicture } from "../../withdrawal-picture"

/** One declaration with its units, clocks, refunds and letters. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ withdrawal: await withdrawalPicture(req.scope, req.params.id) })
}
