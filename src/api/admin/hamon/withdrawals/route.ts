import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hamonRecordReceivedWorkflow } from "../../../../workflows/desk/record-received"
import { now } from "../../../../kit/clock"
import { hamonService } from "../../../../workflows/service"
import type { RecordReceived } from "../desk-validators"
import type { ListWithdrawals } from "../validators"
import { withdrawalFilter } from "../withdrawal-filter"
import { withdrawalPicture } from "../withdrawal-picture"

/** A view of the declarations, each with its refund clock; `counts` says how many stand in every view. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { order, limit, offset, ...filter } = req.validatedQuery as ListWithdrawals
  const page = { order, limit, offset }
  const found = await hamonService(req.scope).withdrawalList(withdrawalFilter(filter), page, now())
  res.json({ ...found, offset, limit })
}

/** Staff record a declaration that came by post, telephone or e-mail. */
export async function POST(req: AuthenticatedMedusaRequest<RecordReceived>, res: MedusaResponse) {
  const { name, email, order_number: orderNumber, scope, articles, comment, locale, ...rest } = req.validatedBody
  const service = hamonService(req.scope)
  const { result } = await hamonRecordReceivedWorkflow(req.scope).run({
    input: {
      ...rest,
      declared: { name, email, orderNumber, scope, articles: scope === "part" ? articles : [], comment },
      locale: locale ?? service.getOptions().defaultLocale,
      actor: req.auth_context.actor_id,
    },
  })
  res.status(201).json({ withdrawal: await withdrawalPicture(req.scope, result.id) })
}
