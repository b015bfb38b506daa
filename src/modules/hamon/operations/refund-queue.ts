import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { nextAttempt } from "../../../kit/back-off"
import { claimRows } from "../../../kit/claim-rows"
import { appendEvidence } from "../evidence/append"
import { type Trouble, troubleColumns } from "../troubles"
import type { CaseRow, RefundRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { countsFrom } from "./staff-refunds"

/** A line as its worker claimed it: who holds another number of attempts has lost the claim. */
type Claimed = { readonly id: string; readonly attempts: number }

const QUEUE = { table: "hamon_refund", dueColumn: "next_attempt_at" }
/** Longer than any provider's time-out: a line that is being sent is never sent by somebody else. */
const LEASE_SECONDS = 300

/** Takes lines of the ledger that are due, for one worker. */
export async function claimRefunds(sql: Knex, now: Date, limit: number): Promise<RefundRow[]> {
  return claimRows<RefundRow>(sql, QUEUE, { now, limit, leaseSeconds: LEASE_SECONDS })
}

/**
 * Says that a line is about to be sent, and commits it before the money moves. Only who still holds the claim may send, and
 * one line of an order at a time: core books the transaction of two refunds at once on the wrong one.
 * @returns false when this worker must not send
 */
export async function markSending(
  sql: Knex,
  { id, attempts }: { id: string; attempts: number },
  now: Date,
): Promise<boolean> {
  const line = await sql<RefundRow>("hamon_refund").where({ id }).first("order_id")
  if (!line) return false
  await lockCase(sql, line.order_id)
  const other = await sql("hamon_refund")
    .where({ order_id: line.order_id, state: "sending" })
    .whereNot({ id })
    .first("id")
  if (other) {
    const soon = new Date(now.getTime() + 5_000)
    await sql("hamon_refund").where({ id, attempts }).update({ next_attempt_at: soon, locked_until: null })
    return false
  }
  const mine = await sql("hamon_refund")
    .where({ id, attempts })
    .whereIn("state", ["planned", "sending", "unknown"])
    .update({ state: "sending", updated_at: now })
  return mine > 0
}

/**
 * From when on a refund that was made on the provider's own pages may be the one of this line: from the declaration, or,
 * where staff have looked since and sent it again, from then.
 */
export async function refundsCountSince(sql: Knex, line: RefundRow): Promise<Date> {
  const approved = line.approved_at as Date
  const looked = await sql("hamon_evidence")
    .where({ subject_type: "refund", subject_id: line.id, kind: "refund.retried" })
    .first("id")
  if (looked || !line.withdrawal_id) return approved
  const withdrawal = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id: line.withdrawal_id })
    .first("informed_at", "sent_on")
  const row = await sql<CaseRow>("hamon_order_case").where({ order_id: line.order_id }).first("place")
  const since = withdrawal && row ? countsFrom(row, withdrawal) : approved
  return since < approved ? since : approved
}

/**
 * The line was not sent, and is known not to have been: tried again, or given up for staff to see. Said by who holds the
 * claim alone: somebody who lost it must not put back what another is sending.
 */
export async function refundFailed(
  sql: Knex,
  claimed: Claimed,
  failure: Trouble & { readonly permanent: boolean },
  now: Date,
): Promise<void> {
  await letGo(sql, claimed, {
    state: failure.permanent ? "failed" : "planned",
    next_attempt_at: failure.permanent ? null : nextAttempt(claimed.attempts, now),
    ...troubleColumns(failure),
    updated_at: now,
  })
}

/**
 * Nobody knows whether the provider paid. Where its books can be read they are, again and again; else the machine stops
 * here, and staff read them.
 */
export async function refundUnknown(
  sql: Knex,
  claimed: Claimed,
  doubt: Trouble & { readonly readAgain: boolean },
  now: Date,
): Promise<void> {
  await letGo(sql, claimed, {
    state: "unknown",
    next_attempt_at: doubt.readAgain ? nextAttempt(claimed.attempts, now) : null,
    ...troubleColumns(doubt),
    updated_at: now,
  })
}

/** Writes what became of a line that is not booked, and gives its claim back. */
async function letGo(sql: Knex, { id, attempts }: Claimed, changes: Record<string, unknown>): Promise<void> {
  await sql("hamon_refund")
    .where({ id, attempts })
    .whereIn("state", ["planned", "sending", "unknown"])
    .update({ ...changes, locked_until: null })
}

/** A booked line's arrival could not be looked at now: later. */
export async function arrivalUnread(
  sql: Knex,
  { id, attempts }: { id: string; attempts: number },
  now: Date,
): Promise<void> {
  await sql("hamon_refund")
    .where({ id, attempts })
    .update({ next_attempt_at: nextAttempt(attempts, now), locked_until: null })
}

/**
 * Staff have looked at the provider: the line was not paid, so it is sent again.
 * (Paid and not booked in core is core's to mend; once a refund with our key stands there, the next reading books it.)
 * @throws MedusaError not_allowed for a line whose outcome is known
 */
export async function retryRefund(sql: Knex, id: string, actor: string, now: Date): Promise<RefundRow> {
  const found = await sql<RefundRow>("hamon_refund").where({ id }).first("order_id")
  if (!found) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no refund ${id}`)
  await lockCase(sql, found.order_id)
  // Read under the lock: a webhook may just have told that the money came back.
  const known = (await sql<RefundRow>("hamon_refund").where({ id }).first("provider_status")) as RefundRow
  if (known.provider_status === "failed" || known.provider_status === "canceled") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "the money came back from the customer's bank: sending it there again would not help; ask him for another means and record how it was paid",
    )
  }
  const [line] = await sql<RefundRow>("hamon_refund")
    .where({ id })
    .whereIn("state", ["unknown", "failed"])
    .update({ state: "planned", approved_by: actor, approved_at: now, next_attempt_at: now, attempts: 0 })
    .returning("*")
  if (!line) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "only a refund that failed, or whose outcome is unknown, is sent again",
    )
  }
  await appendEvidence(
    sql,
    {
      kind: "refund.retried",
      subject: { type: "refund", id },
      orderId: line.order_id,
      facts: { key: line.key, by: actor },
    },
    now,
  )
  return line
}
