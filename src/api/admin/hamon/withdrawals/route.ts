import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonService } from "../../../../workflows/service"

/** Declarations, the newest first, each with its refund clock. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const service = hamonService(req.scope)
  const { q, ...filters } = req.filterableFields as { q?: string }
  const { skip, take, order } = req.queryConfig.pagination
  const found = q ? { $or: [{ reference: like(q) }, { email_key: like(q) }, ...displayId(q)] } : {}
  const [withdrawals, count] = await service.listAndCountWithdrawals(
    { ...filters, ...found },
    { skip, take, order: order ?? { sent_at: "DESC" }, select: req.queryConfig.fields as never },
  )
  const clocks = await service.listDeadlines({
    subject_type: "withdrawal",
    subject_id: withdrawals.map(({ id }) => id),
    kind: "refund",
  })
  res.json({
    withdrawals: withdrawals.map((withdrawal) => ({
      ...withdrawal,
      refund_deadline: clocks.find(({ subject_id }) => subject_id === withdrawal.id) ?? null,
    })),
    count,
    offset: skip,
    limit: take,
  })
}

function like(q: string) {
  return { $ilike: `%${q.replace(/[\\%_]/g, "\\$&")}%` }
}

function displayId(q: string) {
  return /^#?\d{1,9}$/.test(q.trim()) ? [{ display_id: Number(q.trim().replace("#", "")) }] : []
}
