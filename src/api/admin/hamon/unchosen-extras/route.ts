import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonService } from "../../../../workflows/service"

/** Paid extras that orders hold without the customer's choice (L121-17), the latest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { skip: offset, take: limit } = req.queryConfig.pagination
  const [unchosen_extras, count] = await hamonService(req.scope).listAndCountUnchosenExtras(req.filterableFields, {
    skip: offset,
    take: limit,
    order: { found_at: "DESC" },
  })
  res.json({ unchosen_extras, count, offset, limit })
}
