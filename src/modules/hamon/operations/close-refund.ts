import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CaseRow, RefundRow, WithdrawalRow } from "../types"
import { writeLetter } from "./letters"
import { lockWithdrawal } from "./matching"
import { meansOf } from "./refund-ways"
import { advanceStatus } from "./returns"
import { stepDue } from "./steps"

/** Once every line of a withdrawal is booked, the customer is told; told again where money came back and was paid otherwise. */
export async function closeWithdrawal(sql: Knex, row: CaseRow, withdrawalId: string, now: Date): Promise<void> {
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ withdrawal_id: withdrawalId, kind: "refund" })
    .orderBy("id")
  if (lines.some(({ state }) => state !== "booked")) return
  if (isNothing(lines)) return closeUnpaid(sql, withdrawalId, now)
  await advanceStatus(sql, withdrawalId, "refunded")
  // The order of goods that never left waited for the money; what was paid outside Medusa changes nothing that is seen there.
  await sql("hamon_withdrawal").where({ id: withdrawalId, hold: "held" }).update(stepDue(now))
  // What staff refunded themselves they have told themselves.
  const sent = lines.filter(
    ({ amount, payment_id, paid_otherwise }) => !isZero(amount) && (payment_id ?? paid_otherwise),
  )
  if (sent.length === 0) return
  const withdrawal = await lockWithdrawal(sql, withdrawalId)
  const recipient = row.email ?? withdrawal.declared.email
  await writeLetter(
    sql,
    {
      kind: "refund_made",
      causeKey: [
        `withdrawal:${withdrawalId}:refund`,
        ...lines.flatMap(({ key }) => /:(\d+)$/.exec(key)?.[1] ?? []),
        ...lines.flatMap((one) => one.paid_otherwise?.on ?? []),
      ].join(":"),
      recipient,
      locale: withdrawal.locale,
      orderId: row.order_id,
      withdrawalId,
      data: {
        displayId: row.display_id,
        place: row.place,
        reference: withdrawal.reference,
        currency: row.currency,
        refundedAt: sent.flatMap(({ paid_otherwise, booked_at }) => (paid_otherwise ? [] : [booked_at])).at(-1) ?? now,
        breakdown: sent[0].breakdown,
        parts: sent.map((line) => ({
          amount: line.amount,
          provider: meansOf(line),
          on: line.paid_otherwise?.on ?? null,
        })),
      },
    },
    now,
  )
}

/** Nothing went back, neither by us nor by staff: nothing had been paid. */
function isNothing(lines: readonly RefundRow[]): boolean {
  return lines.every(({ amount, breakdown }) => isZero(amount) && isZero(breakdown.alreadyRefunded))
}

function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount)
}

/** What ended for another reason keeps it. */
async function closeUnpaid(sql: Knex, id: string, now: Date): Promise<void> {
  await sql("hamon_withdrawal")
    .where({ id, outcome: null })
    .whereNot({ status: "closed" })
    .update({ status: "closed", outcome: "nothing_due", closed_at: now, updated_at: now })
}

/** A withdrawal that was refunded, or owed nothing, is not done any longer: it stands where its goods stand. */
export async function reopenRefund(sql: Knex, id: string, now: Date): Promise<void> {
  const withdrawal = await sql<WithdrawalRow>("hamon_withdrawal").where({ id }).forUpdate().first()
  if (!withdrawal) return
  if (withdrawal.status !== "refunded" && withdrawal.outcome !== "nothing_due") return
  const returned = withdrawal.return_id ? "return_open" : "matched"
  const status = withdrawal.goods_back_on ? "goods_back" : returned
  await sql("hamon_withdrawal").where({ id }).update({ status, outcome: null, closed_at: null, updated_at: now })
}
