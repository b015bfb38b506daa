import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { now } from "../../../kit/clock"
import { insideOf } from "../../../modules/hamon/operations/place-hold"
import type { OtherMeans } from "../../../modules/hamon/types"
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
  const [lines, refunds, deadlines, deductions, uploads, letters, history, money, proofs, seen] = await Promise.all([
    service.listWithdrawalLines(filter),
    service.listRefunds(filter),
    service.listDeadlines({ subject_type: "withdrawal", subject_id: id }),
    service.listDeductions(filter, { order: { proposed_at: "ASC" } }),
    service.listUploads(filter, { select: UPLOAD_FIELDS as never, order: { created_at: "ASC" } }),
    service.listLetters(filter, { select: LETTER_FIELDS, order: { created_at: "ASC" } }),
    service.withdrawalHistory(id),
    service.moneyOf(id, now()),
    service.dispatchProofs(id),
    withdrawal.order_id ? service.whereUnitsAre(withdrawal.order_id) : null,
  ])
  const { declaration_key: _, ...shown } = withdrawal
  const { noted } = (withdrawal.other_means ?? {}) as Partial<OtherMeans>
  const names = await staffNames(container, [
    ...history.map(({ by }) => by),
    ...proofs.map(({ by }) => by),
    ...uploads.map(({ uploaded_by }) => uploaded_by),
    noted?.by ?? null,
  ])
  const nameOf = (who: string | null | undefined) => names.get(who ?? "") ?? null
  const timeline = history.map((entry) => ({ ...entry, by_name: nameOf(entry.by) }))
  return {
    ...shown,
    ...{ lines, refunds, deadlines, deductions, letters, timeline, money },
    other_means: shown.other_means && { ...shown.other_means, noted_by_name: nameOf(noted?.by) },
    uploads: uploads.map((file) => ({ ...file, by_name: nameOf(file.uploaded_by) })),
    proofs: proofs.map((proof) => ({ ...proof, by_name: nameOf(proof.by) })),
    /** Units that are still with the merchant, and may be held. */
    inside: insideOf(seen?.units ?? [], id).reduce((sum, { inside }) => sum + inside, 0),
  }
}
