import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../law"

/** Work lists of staff: a declaration may stand in several; `all` holds every one. */
export const WITHDRAWAL_VIEWS = [
  "to_match",
  "to_review",
  "awaiting_goods",
  "refund_due_3_days",
  "overdue",
  "unknown_refunds",
  "done",
  "all",
] as const
export type WithdrawalView = (typeof WITHDRAWAL_VIEWS)[number]

/** Days before the last one, that one included, from which on a refund is due soon. */
const SOON = 3

/** What staff are asked by a declaration. The same words stand in the partial index `IDX_hamon_withdrawal_to_review`. */
export const TO_REVIEW = `status IN ('matched', 'return_open', 'goods_back') AND deleted_at IS NULL
  AND (flags && ARRAY['late', 'excepted', 'unclear_articles', 'withdrawn_before', 'reopened', 'objected', 'more_than_left',
    'shipped_despite_hold', 'return_canceled'] OR keep_goods = 'asked')`

const AWAITING_GOODS = `status = 'return_open' AND goods_back_on IS NULL AND deleted_at IS NULL`

/** The day and the instant at which a list is asked for. */
export type Moment = { readonly today: CivilDate; readonly now: Date }

/** Narrows a query on `hamon_withdrawal` to a view; each view is one index, so that counting it is cheap. */
export function inView(query: Knex.QueryBuilder, sql: Knex, view: WithdrawalView, moment: Moment): Knex.QueryBuilder {
  query.whereNull("deleted_at")
  switch (view) {
    case "to_match":
      return query.where({ status: "received" })
    case "to_review":
      return query.whereRaw(TO_REVIEW)
    case "awaiting_goods":
      return query.whereRaw(AWAITING_GOODS)
    case "refund_due_3_days":
      return query.whereIn("id", dueSoon(sql, moment).select("subject_id"))
    case "overdue":
      return query.whereIn("id", overdue(sql, moment).select("subject_id"))
    case "unknown_refunds":
      return query.whereIn("id", refundsToCheck(sql).select("withdrawal_id"))
    case "done":
      return query.whereIn("status", ["refunded", "closed"])
    case "all":
      return query
  }
}

/** Counts all views, exactly: one walk over the index of statuses, and one small index for each list of work. */
export async function countViews(sql: Knex, moment: Moment): Promise<Record<WithdrawalView, number>> {
  const open = () => sql("hamon_withdrawal")
  const [statuses, review, goods, soon, late, unknown] = await Promise.all([
    open().whereNull("deleted_at").groupBy("status").select("status").count("* as count"),
    countOf(open().whereRaw(TO_REVIEW)),
    countOf(open().whereRaw(AWAITING_GOODS)),
    countOf(dueSoon(sql, moment)),
    countOf(overdue(sql, moment)),
    countOf(refundsToCheck(sql), "withdrawal_id"),
  ])
  const having = (wanted: readonly string[] | null) =>
    (statuses as { status: string; count: string }[])
      .filter(({ status }) => wanted === null || wanted.includes(status))
      .reduce((sum, { count }) => sum + Number(count), 0)
  return {
    to_match: having(["received"]),
    to_review: review,
    awaiting_goods: goods,
    refund_due_3_days: soon,
    overdue: late,
    unknown_refunds: unknown,
    done: having(["refunded", "closed"]),
    all: having(null),
  }
}

async function countOf(rows: Knex.QueryBuilder, distinct?: string): Promise<number> {
  const [{ count }] = distinct ? await rows.countDistinct(`${distinct} as count`) : await rows.count("* as count")
  return Number(count)
}

function refundClocks(sql: Knex): Knex.QueryBuilder {
  return sql("hamon_deadline").where({ kind: "refund", subject_type: "withdrawal" }).whereNull("deleted_at")
}

/** Refund clocks that end within {@link SOON} days. */
export function dueSoon(sql: Knex, { today, now }: Moment): Knex.QueryBuilder {
  return refundClocks(sql)
    .where({ state: "running" })
    .where("due_on", "<=", daysAfter(today, SOON))
    .where("due_at", ">", now)
}

/** Refund clocks that have ended, whether or not their sweeper has seen it. */
export function overdue(sql: Knex, { now }: Moment): Knex.QueryBuilder {
  return refundClocks(sql).where((either) =>
    either.where({ state: "passed" }).orWhere((run) => run.where({ state: "running" }).where("due_at", "<=", now)),
  )
}

/** Lines of the ledger that wait for a person: nobody knows whether they were paid, or they were refused. */
function refundsToCheck(sql: Knex): Knex.QueryBuilder {
  return sql("hamon_refund").whereRaw(
    "state IN ('unknown', 'failed') AND withdrawal_id IS NOT NULL AND deleted_at IS NULL",
  )
}

/** A civil date so many days later. */
function daysAfter(day: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
