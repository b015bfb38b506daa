import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  type ArticleId,
  type Bilingual,
  civilDateIn,
  currency,
  endOfDayIn,
  type CivilDate,
  type Place,
  refundDeadline,
  returnDeadline,
  timeliness,
  type WithdrawalPeriod,
  withdrawalPeriod,
  zoneOf,
} from "../../../law"
import type { DeadlineKind } from "../models/deadline"
import type { HamonOptions } from "../options"
import { merchantZone } from "../options"
import type { CaseRow, DeadlineRow, ReceptionRow, RefundRow, WithdrawalLineRow, WithdrawalRow } from "../types"
import { LAW_SINCE } from "./case"
import { standing, unitsToReceive } from "./goods"
import { withInformation } from "./information-day"
import { receptionsInForce } from "./receptions"
import { refundedOn } from "./refunded-on"
import { sumsPaid } from "./spread"
import { stepDue } from "./steps"
import { freezeSurcharge } from "./surcharges"
import { claimsOf, whereUnitsAre } from "./units"

type Clock = {
  readonly subjectType: "order" | "withdrawal"
  readonly subjectId: string
  readonly orderId: string | null
  readonly kind: DeadlineKind
  readonly dueOn: CivilDate | null
  /** First instant after the last day, where the law gives it; else midnight where the customer is. */
  readonly dueAt?: Date | null
  readonly metOn: CivilDate | null
  readonly canceled?: boolean
  /** Nothing runs before a person has decided: the day is known, and nobody is late. */
  readonly awaitsDecision?: boolean
  readonly reason: Bilingual
  readonly articles: readonly ArticleId[]
}

/**
 * Computes every clock of an order again from the facts stored, under the case's lock. The law answers, this writes: a
 * clock that has not changed keeps its row as it is.
 */
export async function recomputeDeadlines(sql: Knex, row: CaseRow, now: Date, options: HamonOptions): Promise<void> {
  if (row.concluded_on < LAW_SINCE) return
  const receptions = standing(row, await receptionsInForce(sql, row.order_id))
  const withdrawals = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .orderBy(["sent_at", "id"])
  const lines = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ order_id: row.order_id })
    .whereNot({ decision: "declined" })
  const missing = unitsToReceive(row, receptions, lines)
  const where = whereUnitsAre(row.facts, receptions, claimsOf(withdrawals, lines))
  const period = periodClock(row, await periodOf(sql, row, receptions, missing, options), options)
  await writeClock(sql, await deliveryClock(sql, row, receptions, missing), row.place, now)
  await writeClock(sql, period, row.place, now)
  for (const read of withdrawals) {
    const withdrawal = await markLate(sql, read, period.dueOn, row, now, options)
    const own = lines.filter(({ withdrawal_id }) => withdrawal_id === withdrawal.id)
    // Whether there is anything to send back (L221-23): units that never left are not waited for.
    const mine = where.filter(({ withdrawal: id }) => id === withdrawal.id)
    const goodsOut = mine.some(({ out }) => out > 0)
    const partNeverLeft = mine.some(({ inside, takenOut }) => inside + takenOut > 0)
    const facts = { ...row.place, goodsOut, partNeverLeft }
    await writeClock(sql, returnClock(row, withdrawal, own, facts, options), row.place, now)
    const money = await refundClock(sql, row, withdrawal, own, facts, options)
    await writeClock(sql, money, row.place, now)
    await freezeSurcharge(sql, row, withdrawal, money, now, options)
  }
}

/**
 * A declaration is late, or no longer, as the facts now stand: a corrected reception moves the period.
 * @returns the declaration as it is then
 */
async function markLate(
  sql: Knex,
  withdrawal: WithdrawalRow,
  last: CivilDate | null,
  row: CaseRow,
  now: Date,
  options: HamonOptions,
): Promise<WithdrawalRow> {
  const { inTime } = timeliness(withdrawal.sent_at.toISOString(), last, row.place, options.law)
  const late = withdrawal.flags.filter((flag) => flag === "late" || flag === "late_accepted")
  if (inTime === (late.length === 0)) return withdrawal
  const others = withdrawal.flags.filter((flag) => flag !== "late" && flag !== "late_accepted")
  const flags = inTime ? others : ["late", ...others]
  await sql("hamon_withdrawal")
    .where({ id: withdrawal.id })
    // In time after all, it goes on.
    .update({ flags, ...(inTime && stepDue(now)) })
  return { ...withdrawal, flags }
}

/** The law asks nothing of the trader for a declaration that was sent too late, unless he accepts it (L221-18, L221-21). */
function unlessLate(clock: Clock, { flags }: WithdrawalRow): Clock {
  return flags.includes("late") ? { ...clock, awaitsDecision: true, ...UNACCEPTED } : clock
}

const UNACCEPTED: Pick<Clock, "reason" | "articles"> = {
  reason: {
    fr: "La rétractation a été envoyée après la fin du délai : rien n'est dû tant que le professionnel ne l'a pas acceptée.",
    en: "The withdrawal was sent after the period: nothing is owed unless the trader accepts it.",
  },
  articles: ["L221-18", "L221-21"],
}

/** The last day on which the order must have been delivered whole (L216-1). */
async function deliveryClock(
  sql: Knex,
  row: CaseRow,
  receptions: readonly ReceptionRow[],
  missing: number,
): Promise<Clock | null> {
  // The first promise that is due: a later one of another line must not hide it.
  const promise = await sql("hamon_delivery_promise").where({ order_id: row.order_id }).orderBy("promised_on").first()
  if (!promise) return null
  const received = receptions.map(({ received_on }) => received_on).sort()
  return {
    subjectType: "order",
    subjectId: row.order_id,
    orderId: row.order_id,
    kind: "delivery",
    dueOn: promise.promised_on,
    metOn: missing === 0 ? (received.at(-1) ?? null) : null,
    canceled: row.status === "canceled",
    reason: promise.reason,
    articles: promise.articles,
  }
}

/** The period in which a declaration may be sent (L221-18, L221-20): one entry for each lot, null where one is still missing. */
async function periodOf(
  sql: Knex,
  row: CaseRow,
  receptions: readonly ReceptionRow[],
  missing: number,
  options: HamonOptions,
): Promise<WithdrawalPeriod> {
  const goods = row.facts.lines.some(({ shipped }) => shipped)
  const lots: (CivilDate | null)[] = receptions.map(({ received_on }) => received_on)
  if (missing > 0 || lots.length === 0) lots.push(null)
  const period = goods
    ? withdrawalPeriod({ contract: "goods", receptions: lots, ...row.place }, options.law)
    : withdrawalPeriod({ contract: "digitalContent", concluded: row.concluded_on, ...row.place }, options.law)
  return withInformation(sql, period, row, options)
}

function periodClock(row: CaseRow, period: WithdrawalPeriod, options: HamonOptions): Clock {
  // The clock on which the declaration's timeliness is judged: the later of the customer's midnight and Paris's (U10).
  const { end } = timeliness(row.placed_at.toISOString(), period.last, row.place, options.law)
  return {
    subjectType: "order",
    subjectId: row.order_id,
    orderId: row.order_id,
    kind: "withdrawal_period",
    dueOn: period.last,
    dueAt: end ? new Date(end) : null,
    metOn: null,
    canceled: row.status === "canceled",
    reason: period.reason,
    articles: period.articles,
  }
}

type GoodsOut = Place & { readonly goodsOut: boolean; readonly partNeverLeft: boolean }

/** The return of the goods (L221-23). */
function returnClock(
  row: CaseRow,
  withdrawal: WithdrawalRow,
  own: readonly WithdrawalLineRow[],
  facts: GoodsOut,
  options: HamonOptions,
): Clock {
  const communicatedOn = civilDateIn(withdrawal.sent_at.toISOString(), zoneOf(row.place))
  const back = returnDeadline({ ...facts, communicatedOn }, options.law)
  const clock: Clock = {
    subjectType: "withdrawal",
    subjectId: withdrawal.id,
    orderId: row.order_id,
    kind: "return_of_goods",
    dueOn: back.due,
    metOn: withdrawal.proof_of_dispatch_on ?? withdrawal.goods_back_on,
    canceled: back.due === null || isOver(withdrawal, own),
    reason: back.reason,
    articles: back.articles,
  }
  return unlessLate(clock, withdrawal)
}

/** The refund (L221-24). */
async function refundClock(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  own: readonly WithdrawalLineRow[],
  facts: GoodsOut,
  options: HamonOptions,
): Promise<Clock> {
  const money = refundDeadline(
    {
      ...facts,
      informedOn: informedOn(withdrawal.informed_at, row.place, options),
      recoveredOn: withdrawal.goods_back_on,
      proofOfDispatchOn: withdrawal.proof_given_on,
    },
    options.law,
  )
  const refunds = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: withdrawal.id, kind: "refund" })
  const clock: Clock = {
    subjectType: "withdrawal",
    subjectId: withdrawal.id,
    orderId: row.order_id,
    kind: "refund",
    dueOn: money.due,
    metOn: refundedOn(refunds, merchantZone(options)),
    canceled: isOver(withdrawal, own) || canceledUnpaid(row),
    reason: money.reason,
    articles: money.articles,
  }
  return unlessLate(clock, withdrawal)
}

/** A declaration that ended without a refund, or of units that an earlier one withdrew, owes nothing of its own. */
function isOver({ outcome, flags, order_id }: WithdrawalRow, own: readonly WithdrawalLineRow[]): boolean {
  return outcome !== null || (order_id !== null && own.length === 0 && flags.includes("withdrawn_before"))
}

/** Of an order that was cancelled before anything was taken no sum was paid, and none is owed (« sommes versées », L221-24). */
function canceledUnpaid({ status, currency: code, facts }: CaseRow): boolean {
  return status === "canceled" && sumsPaid(facts, currency(code)) === 0n
}

/**
 * The clock of a declaration that is bound to no order yet: the trader was informed all the same (L221-24). Whether goods
 * have to come back is not known; the earliest date stands.
 */
export async function writeFirstRefundClock(
  sql: Knex,
  withdrawal: WithdrawalRow,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const place = { territories: options.merchantTerritories }
  const informed = informedOn(withdrawal.informed_at, place, options)
  const money = refundDeadline({ ...place, informedOn: informed, goodsOut: false }, options.law)
  const clock: Clock = {
    subjectType: "withdrawal",
    subjectId: withdrawal.id,
    orderId: null,
    kind: "refund",
    dueOn: money.due,
    metOn: null,
    reason: money.reason,
    articles: money.articles,
  }
  await writeClock(sql, clock, place, now)
}

/** The day the trader was informed: where it is the earlier one, of his own clock and the customer's. */
export function informedOn(instant: Date, place: Place, options: HamonOptions): CivilDate {
  const days = [merchantZone(options), zoneOf(place)].map((zone) => civilDateIn(instant.toISOString(), zone))
  return days.sort()[0]
}

async function writeClock(sql: Knex, clock: Clock | null, place: Place, now: Date): Promise<void> {
  if (!clock) return
  const midnight = clock.dueOn ? new Date(endOfDayIn(clock.dueOn, zoneOf(place))) : null
  const dueAt = clock.dueAt ?? midnight
  const state = stateOf(clock, dueAt, now)
  const values = {
    order_id: clock.orderId,
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
  const row = { subject_type: clock.subjectType, subject_id: clock.subjectId, kind: clock.kind, ...values }
  await sql("hamon_deadline")
    .insert({ id: generateEntityId(undefined, "hamdl"), ...row })
    .onConflict(["subject_type", "subject_id", "kind"])
    .merge(values)
}

function stateOf({ metOn, canceled, awaitsDecision }: Clock, dueAt: Date | null, now: Date): DeadlineRow["state"] {
  if (metOn) return "met"
  if (canceled) return "canceled"
  if (!dueAt || awaitsDecision) return "waiting"
  return dueAt <= now ? "passed" : "running"
}
