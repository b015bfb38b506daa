import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonService } from "../../../../../workflows/service"
import { withdrawalPicture } from "../../withdrawal-picture"

/** One declaration with its units, clocks, refunds and letters. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ withdrawal: await withdrawalPicture(hamonService(req.scope), req.params.id) })
}
