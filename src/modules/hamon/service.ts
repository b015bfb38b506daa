import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { beginCase, lockCase, openCase, refreshFacts } from "./operations/case"
import { recomputeDeadlines } from "./operations/deadlines"
import { claimDeadlines, passOrphanClocks } from "./operations/due-deadlines"
import { refitPlans } from "./operations/fit-plan"
import { adoptDeliveries, type ReceptionReport, recordReception } from "./operations/receptions"
import { adoptBookedRefunds, adoptStaffRefunds } from "./operations/refunds"
import { adoptReturns } from "./operations/returns"
import { followHolds } from "./operations/follow-holds"
import { followGoods } from "./operations/phase"
import { keepSold } from "./operations/sold-lines"
import { sweepCursor, sweepFinished, sweepStarted } from "./operations/sweeps"
import { keepUnchosenExtras } from "./operations/unchosen-extras"
import { stepsDue } from "./operations/steps"
import { transaction } from "./service-parts/base"
import { DeskService } from "./service-parts/desk"
import type { CaseOpening, OrderFacts } from "./types"

/**
 * The Hamon-compliance module: what the law keeps of each order, in tables of its own. One public method is one database
 * transaction; what each does stands in `operations/`, one idea a file. "now" is always an argument.
 */
export default class HamonModuleService extends DeskService {
  /**
   * Brings an order's case up to what core says of it: opens it, adopts deliveries, returns and refunds made with Medusa's
   * own buttons, and computes its clocks again. Told twice, or late, or by two processes, it ends the same.
   * @param readAt when `facts` were read; an older reading never replaces a newer one
   */
  @InjectTransactionManager()
  async syncOrder(
    order: { opening: CaseOpening; facts: OrderFacts; readAt: Date },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    const sql = transaction(context)
    const { row, opened } = await openCase(sql, order.opening, order.facts, order.readAt, this.options)
    if (opened) await beginCase(sql, row, now, this.options)
    const late = opened || row.facts_read_at > order.readAt
    const facts = late ? order.facts : await keepSold(sql, row, order.facts)
    const { fresh, moved } = await refreshFacts(sql, row, { ...order, facts }, this.options)
    await adoptDeliveries(sql, fresh, now)
    if (moved) await stepsDue(sql, fresh.order_id, now)
    await followHolds(sql, row, fresh, now)
    await adoptReturns(sql, fresh, now, this.options)
    await followGoods(sql, fresh)
    await adoptBookedRefunds(sql, fresh, now, this.options)
    await refitPlans(sql, fresh, now, this.options)
    await adoptStaffRefunds(sql, fresh, now, this.options)
    await keepUnchosenExtras(sql, fresh, now, this.options)
    await recomputeDeadlines(sql, fresh, now, this.options)
    return { opened }
  }

  /** @throws MedusaError not_found or invalid_data: see `recordReception` */
  @InjectTransactionManager()
  async recordReceptions(
    orderId: string,
    reports: readonly ReceptionReport[],
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    const sql = transaction(context)
    const row = await lockCase(sql, orderId)
    for (const report of reports) await recordReception(sql, row, report, now)
    await followGoods(sql, row)
    await recomputeDeadlines(sql, row, now, this.options)
  }

  /** Takes clocks whose alert is due; answers their orders. Those that no order is known for pass at once. */
  @InjectTransactionManager()
  async claimDeadlines(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    await passOrphanClocks(sql, now)
    return claimDeadlines(sql, now, limit)
  }

  /** Computes the clocks of an order again. */
  @InjectTransactionManager()
  async computeDeadlines(orderId: string, now: Date, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    await recomputeDeadlines(sql, await lockCase(sql, orderId), now, this.options)
  }

  /** A sweeper begins; answers where it stopped last time. */
  @InjectTransactionManager()
  async sweepStarted(id: string, now: Date, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    await sweepStarted(sql, id, now)
    return sweepCursor(sql, id)
  }

  /** A sweeper ended. */
  @InjectTransactionManager()
  async sweepFinished(
    id: string,
    end: { handled: number; error: string | null; cursor?: Record<string, string> },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await sweepFinished(transaction(context), id, end, now)
  }
}
