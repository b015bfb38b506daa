import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { now } from "../../../kit/clock"
import { hamonService } from "../../../workflows/service"
import { LETTER_FIELDS } from "./order-picture"
import { staffNames } from "./staff-names"

/** What is shown of a private file; its bytes have a route of their own. */
const UPLOAD_FIELDS = ["id", "purpose", "uploaded_by", "name", "content_type", "size", "created_at"]

/**
 * What staff see of one declaration: its units, money, clocks and letters, what it costs today where its refund is late, and
 * everything that happened to it.
 * @throws MedusaError not_found
 */
export async function withdrawalPicture(container: MedusaContainer, id: string) {
  const service = hamonService(container)
  const filter = { withdrawal_id: id }
  const [withdrawal] = await service.listWithdrawals({ id }, { take: 1 })
  if (!withdrawal) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no withdrawal ${id}`)
  const [lines, refunds, deadlines, deductions, uploads, letters, history, money] = await Promise.all([
    service.listWithdrawalLines(filter),
    service.listRefunds(filter),
    service.listDeadlines({ subject_type: "withdrawal", subject_id: id }),
    service.listDeductions(filter, { order: { proposed_at: "ASC" } }),
    service.listUploads(filter, { select: UPLOAD_FIELDS as never, order: { created_at: "ASC" } }),
    service.listLetters(filter, { select: LETTER_FIELDS, order: { created_at: "ASC" } }),
    service.withdrawalHistory(id),
    service.moneyOf(id, now()),
  ])
  const { declaration_key: _, ...shown } = withdrawal
  const names = await staffNames(
    container,
    history.map(({ by }) => by),
  )
  const timeline = history.map((entry) => ({ ...entry, by_name: names.get(entry.by ?? "") ?? null }))
  return { ...shown, lines, refunds, deadlines, deductions, uploads, letters, timeline, money }
}
