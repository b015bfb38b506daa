import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { civilDateIn, endOfDayIn, startOfDayIn } from "../../../law"
import { emailKey } from "../email-key"
import { type HamonOptions, merchantZone } from "../options"
import type { DeadlineRow, WithdrawalRow } from "../types"
import { countViews, inView, type Moment, type WithdrawalView } from "./withdrawal-views"

export const WITHDRAWAL_ORDERS = [
  "sent_at",
  "-sent_at",
  "informed_at",
  "-informed_at",
  "display_id",
  "-display_id",
] as const
export type WithdrawalOrder = (typeof WITHDRAWAL_ORDERS)[number]

/** What staff narrow a list with. Of each list of values one must hold; days are the merchant's, both included. */
export type WithdrawalFilter = {
  readonly view: WithdrawalView
  /** The beginning of a reference or of an e-mail address, or an order's number. */
  readonly q?: string
  readonly status?: readonly string[]
  readonly channel?: readonly string[]
  readonly phase?: readonly string[]
  readonly flag?: readonly string[]
  readonly order_id?: string
  readonly sent_from?: string
  readonly sent_to?: string
}

export type WithdrawalPage = { readonly order: WithdrawalOrder; readonly limit: number; readonly offset: number }

export const LISTED = [
  "id",
  "reference",
  "declared",
  "locale",
  "channel",
  "sent_at",
  "sent_on",
  "informed_at",
  "assurance",
  "phase",
  "status",
  "outcome",
  "flags",
  "hold",
  "keep_goods",
  "order_id",
  "display_id",
  "return_id",
  "goods_back_on",
  "last_error",
  "trouble",
] as const

export type ListedWithdrawal = Pick<WithdrawalRow, (typeof LISTED)[number]> & {
  readonly refund_deadline: DeadlineRow | null
}

/**
 * A page of declarations with their refund clocks, how many there are, and how many stand in each view. Pages are cut on an
 * index alone before anything wide is read, so that a deep one costs its steps on that index and no row.
 */
export async function listWithdrawals(
  sql: Knex,
  filter: WithdrawalFilter,
  page: WithdrawalPage,
  now: Date,
  options: HamonOptions,
) {
  const moment = momentOf(now, options)
  const plain = isPlain(filter)
  const [rows, counts, found] = await Promise.all([
    pageOf(sql, filter, page, moment, options),
    countViews(sql, moment),
    plain ? null : matching(sql, filter, moment, options).count("* as count"),
  ])
  const count = found ? Number((found as unknown as { count: string }[])[0].count) : counts[filter.view]
  return { withdrawals: await withClocks(sql, rows), count, counts }
}

async function pageOf(
  sql: Knex,
  filter: WithdrawalFilter,
  { order, limit, offset }: WithdrawalPage,
  moment: Moment,
  options: HamonOptions,
): Promise<WithdrawalRow[]> {
  const column = order.replace("-", "")
  const direction = order.startsWith("-") ? "desc" : "asc"
  const cut = matching(sql, filter, moment, options)
    .orderBy([
      { column, order: direction },
      { column: "id", order: direction },
    ])
    .limit(limit)
    .offset(offset)
    .select("id")
  return sql<WithdrawalRow>("hamon_withdrawal")
    .whereIn("id", cut)
    .orderBy([
      { column, order: direction },
      { column: "id", order: direction },
    ])
    .select(...LISTED) as unknown as Promise<WithdrawalRow[]>
}

/**
 * The next declarations of an export, the newest first: by key, so that a declaration that comes in meanwhile moves nothing.
 * @param after id of the last row of the piece before; null at the beginning
 */
export async function exportPiece(
  sql: Knex,
  filter: WithdrawalFilter,
  after: string | null,
  limit: number,
  now: Date,
  options: HamonOptions,
): Promise<ExportedWithdrawal[]> {
  const query = matching(sql, filter, momentOf(now, options), options)
  // The database's own instant: a Date would cut its microseconds off, and leave rows out.
  if (after) query.whereRaw("(sent_at, id) < ((SELECT sent_at FROM hamon_withdrawal WHERE id = ?), ?)", [after, after])
  const rows: WithdrawalRow[] = await query
    .orderBy([
      { column: "sent_at", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .limit(limit)
    .select(...LISTED)
  const ids = rows.map(({ id }) => id)
  const refunds = await sql("hamon_refund")
    .whereIn("withdrawal_id", ids)
    .where({ kind: "refund", state: "booked" })
    .whereNull("deleted_at")
    .select("withdrawal_id", "amount", "currency")
  return (await withClocks(sql, rows)).map((row) => ({
    ...row,
    refunded: refunds.filter(({ withdrawal_id }) => withdrawal_id === row.id),
  }))
}

export type ExportedWithdrawal = ListedWithdrawal & {
  readonly refunded: readonly { readonly amount: string; readonly currency: string }[]
}

async function withClocks(sql: Knex, rows: readonly WithdrawalRow[]): Promise<ListedWithdrawal[]> {
  const clocks = await sql<DeadlineRow>("hamon_deadline")
    .where({ subject_type: "withdrawal", kind: "refund" })
    .whereIn(
      "subject_id",
      rows.map(({ id }) => id),
    )
  const of = new Map(clocks.map((clock) => [clock.subject_id, clock]))
  return rows.map((row) => ({ ...row, refund_deadline: of.get(row.id) ?? null }))
}

function matching(sql: Knex, filter: WithdrawalFilter, moment: Moment, options: HamonOptions): Knex.QueryBuilder {
  const query = inView(sql("hamon_withdrawal"), sql, filter.view, moment)
  const zone = merchantZone(options)
  if (filter.status) query.whereIn("status", [...filter.status])
  if (filter.channel) query.whereIn("channel", [...filter.channel])
  if (filter.phase) query.whereIn("phase", [...filter.phase])
  // The second condition is the index's own.
  if (filter.flag) query.whereRaw("flags && ?::text[] AND flags <> '{}'", [[...filter.flag]])
  if (filter.order_id) query.where({ order_id: filter.order_id })
  if (filter.sent_from) query.where("sent_at", ">=", new Date(startOfDayIn(filter.sent_from, zone)))
  if (filter.sent_to) query.where("sent_at", "<", new Date(endOfDayIn(filter.sent_to, zone)))
  if (filter.q) search(query, filter.q.trim())
  return query
}

function search(query: Knex.QueryBuilder, typed: string): void {
  const begins = (text: string) => `${text.replace(/[\\%_]/g, "\\$&")}%`
  const number = /^#?(\d{1,9})$/.exec(typed)?.[1]
  query.where((either) => {
    either.whereLike("reference", begins(typed.toUpperCase())).orWhereLike("email_key", begins(emailKey(typed)))
    if (number) either.orWhere({ display_id: Number(number) })
  })
}

/** Whether a list is a whole view, whose size is counted already. */
function isPlain({ view: _, ...narrowed }: WithdrawalFilter): boolean {
  return Object.values(narrowed).every((value) => value === undefined)
}

function momentOf(now: Date, options: HamonOptions): Moment {
  return { now, today: civilDateIn(now.toISOString(), merchantZone(options)) }
}
