import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonService } from "../../../../workflows/service"
import { DISPUTES_TO_ANSWER_FIRST } from "../order-picture"

/** Disputes of payments, those first that must be answered soonest. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { skip, take } = req.queryConfig.pagination
  const [disputes, count] = await hamonService(req.scope).listAndCountDisputes(req.filterableFields, {
    skip,
    take,
    order: DISPUTES_TO_ANSWER_FIRST,
  })
  res.json({ disputes, count, offset: skip, limit: take })
}
