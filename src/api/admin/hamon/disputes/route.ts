import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonService } from "../../../../workflows/service"

/** Disputes of payments, those first that must be answered soonest. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { skip, take } = req.queryConfig.pagination
  const [disputes, count] = await hamonService(req.scope).listAndCountDisputes(req.filterableFields, {
    skip,
    take,
    // PostgreSQL puts what is not closed first here, and what has no last moment last.
    order: { closed_at: "DESC", respond_by: "ASC", opened_at: "DESC" },
  })
  res.json({ disputes, count, offset: skip, limit: take })
}
