import { checkoutPicture } from "./checkout-picture"
import { paymentsHold } from "../../../modules/hamon/operations/spread"
import type HamonModuleService from "../../../modules/hamon/service"
import type { OrderFacts } from "../../../modules/hamon/types"

/** What staff see of a letter. Its body stays out: it may hold a code that only the customer should read. */
export const LETTER_FIELDS = [
  "id",
  "kind",
  "recipient",
  "locale",
  "state",
  "sent_at",
  "attempts",
  "last_error",
  "created_at",
]

/** PostgreSQL puts what is not closed first here, and what has no last moment last. */
export const DISPUTES_TO_ANSWER_FIRST = { closed_at: "DESC", respond_by: "ASC", opened_at: "DESC" } as const

/** What the order page shows: the case with its clocks, parcels, declarations, refunds, extras without choice, disputes and letters. Bodies of letters stay out. */
export async function orderPicture(service: HamonModuleService, orderId: string) {
  const filter = { order_id: orderId }
  const [checkout, [row], receptions, deadlines, withdrawals, lines, refunds, disputes, extras] = await Promise.all([
    checkoutPicture(service, orderId),
    service.listOrderCases(filter, { take: 1 }),
    service.listReceptions({ ...filter, superseded_by_id: null }, { order: { received_on: "ASC" } }),
    service.listDeadlines(filter),
    service.listWithdrawals(filter, { order: { sent_at: "ASC" } }),
    service.listWithdrawalLines(filter),
    service.listRefunds(filter),
    service.listDisputes(filter, { order: DISPUTES_TO_ANSWER_FIRST }),
    service.listUnchosenExtras(filter, { order: { found_at: "ASC" } }),
  ])
  if (!row) return null
  const causes = [filter, ...withdrawals.map(({ id }) => ({ withdrawal_id: id }))]
  const letters = await service.listLetters({ $or: causes }, { select: LETTER_FIELDS, order: { created_at: "ASC" } })
  const facts = row.facts as unknown as OrderFacts
  return {
    id: row.id,
    order_id: row.order_id,
    display_id: row.display_id,
    locale: row.locale,
    currency: row.currency,
    concluded_on: row.concluded_on,
    status: row.status,
    lines: facts.lines,
    parcels: facts.parcels
      .filter(({ canceled }) => !canceled)
      .map((parcel) => ({
        ...parcel,
        received_on: receptions.find(({ fulfillment_id }) => fulfillment_id === parcel.id)?.received_on ?? null,
      })),
    receptions,
    deadlines,
    withdrawals: withdrawals.map((withdrawal) => ({
      ...withdrawal,
      lines: lines.filter(({ withdrawal_id }) => withdrawal_id === withdrawal.id),
      refunds: refunds.filter(({ withdrawal_id }) => withdrawal_id === withdrawal.id),
    })),
    unchosen_extras: extras
      .filter(({ state }) => state !== "gone")
      .map((extra) => ({
        ...extra,
        refundable: paymentsHold(facts, row.currency, extra.amount),
        refunds: refunds.filter(({ key }) => key.startsWith(`unchosen_extra:${extra.id}:`)),
      })),
    disputes,
    letters,
    checkout,
  }
}
