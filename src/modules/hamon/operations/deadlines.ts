import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  type ArticleId,
  type Bilingual,
  civilDateIn,
  type CivilDate,
  refundDeadline,
  returnDeadline,
  startOfDayIn,
  withdrawalPeriod,
  zoneOf,
} from "../../../law"
import type { DeadlineKind } from "../models/deadline"
import type { HamonOptions } from "../options"
import type { CaseRow, DeadlineRow, ReceptionRow, WithdrawalRow } from "../types"
import { receptionsInForce } from "./receptions"

type Clock = {
  readonly subjectType: "order" | "withdrawal"
  readonly subjectId: string
  readonly kind: DeadlineKind
  readonly dueOn: CivilDate | null
  readonly metOn: CivilDate | null
  readonly canceled?: boolean
  readonly reason: Bilingual
  readonly articles: readonly ArticleId[]
}

/**
 * Computes every clock of an order again from the facts stored, under the case's lock. The law answers, this writes: a
 * clock that has not changed keeps its row as it is.
 */
export async function recomputeDeadlines(sql: Knex, row: CaseRow, now: Date, options: HamonOptions): Promise<void> {
  const receptions = await receptionsInForce(sql, row.order_id)
  const withdrawals = await sql<WithdrawalRow>("hamon_withdrawal").where({ order_id: row.order_id }).orderBy("sent_at")
  const clocks = [
    await deliveryClock(sql, row, receptions),
    withdrawalClock(row, receptions, options),
    ...(await Promise.all(withdrawals.map((withdrawal) => withdrawalClocks(sql, row, withdrawal, options)))).flat(),
  ]
  for (const clock of clocks) if (clock) await writeClock(sql, row, clock, now)
}

/** The last day on which the order must have been delivered whole (L216-1). */
async function deliveryClock(sql: Knex, row: CaseRow, receptions: readonly ReceptionRow[]): Promise<Clock | null> {
  const promises = await sql("hamon_delivery_promise").where({ order_id: row.order_id }).orderBy("promised_on", "desc")
  if (promises.length === 0) return null
  const missing = unitsToReceive(row, receptions)
  const received = receptions.map(({ received_on }) => received_on).sort()
  return {
    subjectType: "order",
    subjectId: row.order_id,
    kind: "delivery",
    dueOn: promises[0].promised_on,
    metOn: missing === 0 ? (received.at(-1) ?? null) : null,
    canceled: row.status === "canceled",
    reason: promises[0].reason,
    articles: promises[0].articles,
  }
}

/** The last day on which a declaration may be sent (L221-18): one entry for each lot, null where one is still missing. */
function withdrawalClock(row: CaseRow, receptions: readonly ReceptionRow[], options: HamonOptions): Clock {
  const goods = row.facts.lines.some(({ shipped }) => shipped)
  const lots: (CivilDate | null)[] = receptions.map(({ received_on }) => received_on)
  if (unitsToReceive(row, receptions) > 0 || lots.length === 0) lots.push(null)
  const period = goods
    ? withdrawalPeriod({ contract: "goods", receptions: lots, ...row.place }, options.law)
    : withdrawalPeriod({ contract: "digitalContent", concluded: row.concluded_on, ...row.place }, options.law)
  return {
    subjectType: "order",
    subjectId: row.order_id,
    kind: "withdrawal_period",
    dueOn: period.last,
    metOn: null,
    canceled: row.status === "canceled",
    reason: period.reason,
    articles: period.articles,
  }
}

/** Return of the goods (L221-23) and refund (L221-24) of one declaration. */
async function withdrawalClocks(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  options: HamonOptions,
): Promise<Clock[]> {
  const zone = zoneOf(row.place)
  const goodsOut = withdrawal.phase !== "not_shipped"
  const facts = { ...row.place, goodsOut }
  const communicatedOn = civilDateIn(withdrawal.sent_at.toISOString(), zone)
  const back = returnDeadline({ ...facts, communicatedOn }, options.law)
  const money = refundDeadline(
    {
      ...facts,
      informedOn: civilDateIn(withdrawal.informed_at.toISOString(), zone),
      recoveredOn: withdrawal.goods_back_on,
      proofOfDispatchOn: withdrawal.proof_of_dispatch_on,
    },
    options.law,
  )
  const refunds = await sql("hamon_refund").where({ withdrawal_id: withdrawal.id }).select("state", "booked_at")
  const paid = refunds.length > 0 && refunds.every(({ state }) => state === "booked")
  const lastBooked = refunds
    .map(({ booked_at }) => booked_at as Date | null)
    .sort(byTime)
    .at(-1)
  const subject = { subjectType: "withdrawal", subjectId: withdrawal.id } as const
  return [
    {
      ...subject,
      kind: "return_of_goods",
      dueOn: back.due,
      metOn: withdrawal.proof_of_dispatch_on ?? withdrawal.goods_back_on,
      canceled: back.due === null,
      reason: back.reason,
      articles: back.articles,
    },
    {
      ...subject,
      kind: "refund",
      dueOn: money.due,
      metOn: paid && lastBooked ? civilDateIn(lastBooked.toISOString(), zone) : null,
      reason: money.reason,
      articles: money.articles,
    },
  ]
}

function byTime(a: Date | null, b: Date | null): number {
  return (a?.getTime() ?? 0) - (b?.getTime() ?? 0)
}

/** How many units that travel have not been received yet. */
export function unitsToReceive(row: CaseRow, receptions: readonly ReceptionRow[]): number {
  return row.facts.lines
    .filter(({ shipped }) => shipped)
    .map(({ id, quantity }) => {
      const received = receptions.filter((one) => one.order_line_id === id).reduce((sum, one) => sum + one.quantity, 0)
      return Math.max(0, quantity - received)
    })
    .reduce((sum, missing) => sum + missing, 0)
}

async function writeClock(sql: Knex, row: CaseRow, clock: Clock, now: Date): Promise<void> {
  const dueAt = clock.dueOn && new Date(startOfDayIn(dayAfter(clock.dueOn), zoneOf(row.place)))
  const state = stateOf(clock, dueAt || null, now)
  const values = {
    order_id: row.order_id,
    due_on: clock.dueOn,
    due_at: dueAt,
    // The sweeper turns a running clock into a passed one.
    next_alert_at: state === "running" ? dueAt : null,
    state,
    met_on: clock.metOn,
    reason: JSON.stringify(clock.reason),
    articles: [...clock.articles],
    updated_at: now,
  }
  const subject = { subject_type: clock.subjectType, subject_id: clock.subjectId, kind: clock.kind }
  // The case's lock makes look and write one act.
  const existing = await sql<DeadlineRow>("hamon_deadline").where(subject).first()
  if (existing) await sql("hamon_deadline").where({ id: existing.id }).update(values)
  else await sql("hamon_deadline").insert({ id: generateEntityId(undefined, "hamdl"), ...subject, ...values })
}

function stateOf({ metOn, canceled }: Clock, dueAt: Date | null, now: Date): DeadlineRow["state"] {
  if (metOn) return "met"
  if (canceled) return "canceled"
  if (!dueAt) return "waiting"
  return dueAt <= now ? "passed" : "running"
}

/** The civil date after another one. */
function dayAfter(date: CivilDate): CivilDate {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** Clocks of an order whose alert is due: computed again, so that `running` becomes `passed`. */
export async function dueDeadlineOrders(sql: Knex, now: Date, limit: number): Promise<string[]> {
  const rows = await sql("hamon_deadline")
    .where("next_alert_at", "<=", now)
    .orderBy("next_alert_at")
    .limit(limit)
    .select("order_id")
  return [...new Set(rows.map(({ order_id }) => order_id as string))]
}
