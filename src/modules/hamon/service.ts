import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { beginCase, lockCase, openCase, refreshFacts } from "./operations/case"
import { dueDeadlineOrders, passOrphanClocks, recomputeDeadlines } from "./operations/deadlines"
import { type NewDeclaration, recordDeclaration } from "./operations/declarations"
import { type Decision, decideLines } from "./operations/decisions"
import { lockWithdrawal, matchByStaff, matchDeclaration, readWithdrawal } from "./operations/matching"
import { proveAddress } from "./operations/proof"
import { adoptDeliveries, type ReceptionReport, recordReception } from "./operations/receptions"
import { adoptBookedRefunds, adoptStaffRefunds } from "./operations/refunds"
import { adoptReturns, bindReturn, recordProofOfDispatch } from "./operations/returns"
import { sweepCursor, sweepFinished, sweepStarted } from "./operations/sweeps"
import { keepUnchosenExtras } from "./operations/unchosen-extras"
import { claimSteps, stepDone, stepFailed, stepsDue } from "./operations/steps"
import { transaction } from "./service-parts/base"
import type { Trouble } from "./troubles"
import type { CaseOpening, OrderFacts, Units } from "./types"
import { LettersService } from "./service-parts/letters"

/**
 * The Hamon-compliance module: what the law keeps of each order, in tables of its own. One public method is one database
 * transaction; what each does stands in `operations/`, one idea a file. "now" is always an argument.
 */
export default class HamonModuleService extends LettersService {
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
    const { fresh, moved } = await refreshFacts(sql, row, order, this.options)
    await adoptDeliveries(sql, fresh, now)
    if (moved) await stepsDue(sql, fresh.order_id, now)
    await adoptReturns(sql, fresh, now, this.options)
    await adoptBookedRefunds(sql, fresh, now, this.options)
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
    await recomputeDeadlines(sql, row, now, this.options)
  }

  /** Stores a declaration of withdrawal with its acknowledgement: never refuses one. */
  @InjectTransactionManager()
  async recordDeclaration(input: NewDeclaration, @MedusaContext() context: Context = {}) {
    return recordDeclaration(transaction(context), input, this.options)
  }

  /** Looks for the order of a declaration. */
  @InjectTransactionManager()
  async matchDeclaration(id: string, now: Date, @MedusaContext() context: Context = {}) {
    return matchDeclaration(transaction(context), id, now, this.options)
  }

  /** Binds a declaration to an order by the hand of staff. */
  @InjectTransactionManager()
  async matchByStaff(
    id: string,
    match: { orderId: string; lines: readonly Units[]; actor: string },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return matchByStaff(transaction(context), id, match, now, this.options)
  }

  /** Staff decide on units that are announced as excepted (L221-28), each with its ground. */
  @InjectTransactionManager()
  async decideLines(
    id: string,
    decisions: readonly Decision[],
    actor: string,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await decideLines(transaction(context), id, decisions, actor, now, this.options)
  }

  /** The customer proved the dispatch of the goods: the refund may not wait for them any longer (L221-24). */
  @InjectTransactionManager()
  async recordProofOfDispatch(
    id: string,
    proof: { on: string; text: string; actor: string },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await recordProofOfDispatch(transaction(context), id, proof, now, this.options)
  }

  /** Proves the address of a declaration by its code; null for anything wrong. */
  @InjectTransactionManager()
  async proveAddress(typed: { reference: string; code: string }, now: Date, @MedusaContext() context: Context = {}) {
    return proveAddress(transaction(context), typed, now, this.options)
  }

  /** Takes declarations whose next step is due. */
  @InjectTransactionManager()
  async claimSteps(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    return claimSteps(transaction(context), now, limit)
  }

  /** The machine owes this declaration nothing more for now. */
  @InjectTransactionManager()
  async stepDone(claimed: { id: string; attempts: number }, now: Date, @MedusaContext() context: Context = {}) {
    await stepDone(transaction(context), claimed, now)
  }

  /** The step failed: it is tried again, and staff see why. */
  @InjectTransactionManager()
  async stepFailed(
    claimed: { id: string; attempts: number },
    trouble: Trouble,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await stepFailed(transaction(context), claimed, trouble, now)
  }

  /** Binds core's return to its declaration. */
  @InjectTransactionManager()
  async bindReturn(id: string, returnId: string, now: Date, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    const { order_id: orderId } = await readWithdrawal(sql, id)
    if (orderId) await lockCase(sql, orderId)
    await bindReturn(sql, await lockWithdrawal(sql, id), returnId, now)
  }

  /** Computes the clocks whose alert is due again, and says for how many orders. */
  @InjectTransactionManager()
  async sweepDeadlines(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    await passOrphanClocks(sql, now)
    const orders = await dueDeadlineOrders(sql, now, limit)
    for (const orderId of orders.sort()) await recomputeDeadlines(sql, await lockCase(sql, orderId), now, this.options)
    return orders.length
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
