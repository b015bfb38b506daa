import { MedusaError } from "@medusajs/framework/utils"
import type HamonModuleService from "../../../modules/hamon/service"
import { LETTER_FIELDS } from "./order-picture"

/** What staff see of one declaration. @throws MedusaError not_found */
export async function withdrawalPicture(service: HamonModuleService, id: string) {
  const filter = { withdrawal_id: id }
  const [[withdrawal], lines, refunds, deadlines, letters] = await Promise.all([
    service.listWithdrawals({ id }, { take: 1 }),
    service.listWithdrawalLines(filter),
    service.listRefunds(filter),
    service.listDeadlines({ subject_type: "withdrawal", subject_id: id }),
    service.listLetters(filter, { select: LETTER_FIELDS, order: { created_at: "ASC" } }),
  ])
  if (!withdrawal) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no withdrawal ${id}`)
  const { declaration_key: _, ...shown } = withdrawal
  return { ...shown, lines, refunds, deadlines, letters }
}
