import type { GatewayEvent, GatewayPayment, PaymentGateway } from "../../gateways/types"
import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { openAccountUnlock, type UnlockRequest, useUnlockCode } from "./operations/account-unlock"
import { beginCase, lockCase, openCase, refreshFacts } from "./operations/case"
import { dueDeadlineOrders, passOrphanClocks, recomputeDeadlines } from "./operations/deadlines"
import { type NewDeclaration, recordDeclaration } from "./operations/declarations"
import {
  claimLetters,
  dropLetter,
  freezeLetter,
  letterFailed,
  letterSent,
  orderConfirmedBy,
  type RenderedLetter,
  resendLetter,
} from "./operations/letters"
import { type Decision, decideLines } from "./operations/decisions"
import { lockWithdrawal, matchByStaff, matchDeclaration, readWithdrawal } from "./operations/matching"
import { proveAddress } from "./operations/proof"
import { adoptDeliveries, type ReceptionReport, recordReception } from "./operations/receptions"
import { adoptBookedRefunds, adoptStaffRefunds, approveRefund, refundBooked } from "./operations/refunds"
import { staffTold, untoldDisputes } from "./operations/disputes"
import {
  paymentsDescribed,
  paymentsReleased,
  undescribedOrders,
  unreleasedOrders,
} from "./operations/payment-references"
import {
  claimProviderEvents,
  eraseOldBodies,
  providerEventDone,
  providerEventFailed,
  recordProviderEvents,
} from "./operations/provider-events"
import { applyProviderPayment, recordRefundPaid } from "./operations/provider-refunds"
import {
  arrivalUnread,
  claimRefunds,
  markSending,
  refundFailed,
  refundsCountSince,
  refundUnknown,
  retryRefund,
} from "./operations/refund-queue"
import { adoptReturns, bindReturn, recordProofOfDispatch } from "./operations/returns"
import { sweepCursor, sweepFinished, sweepStarted } from "./operations/sweeps"
import { keepUnchosenExtras } from "./operations/unchosen-extras"
import { claimSteps, stepDone, stepFailed, stepsDue } from "./operations/steps"
import { transaction } from "./service-parts/base"
import { ConformityService } from "./service-parts/conformity"
import type { Trouble } from "./troubles"
import type { CaseOpening, CoreRefund, OrderFacts, PaidOtherwise, RefundRow, Units } from "./types"

type Failure = { readonly permanent: boolean; readonly sentence: string }

/**
 * The Hamon-compliance module: what the law keeps of each order, in tables of its own. One public method is one database
 * transaction; what each does stands in `operations/`, one idea a file. "now" is always an argument.
 */
export default class HamonModuleService extends ConformityService {
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

  /** Plans and approves the refund of a withdrawal, once. */
  @InjectTransactionManager()
  async approveRefund(id: string, approval: { by: string }, now: Date, @MedusaContext() context: Context = {}) {
    return approveRefund(transaction(context), id, approval, now, this.options)
  }

  /** Takes lines of the ledger that are due. */
  @InjectTransactionManager()
  async claimRefunds(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    return claimRefunds(transaction(context), now, limit)
  }

  /** Commits that a line is about to be sent. */
  @InjectTransactionManager()
  async markSending(claimed: { id: string; attempts: number }, now: Date, @MedusaContext() context: Context = {}) {
    return markSending(transaction(context), claimed, now)
  }

  /** Core booked the line. */
  @InjectTransactionManager()
  async refundBooked(
    id: string,
    core: Pick<CoreRefund, "id" | "createdAt">,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await refundBooked(transaction(context), id, core, now, this.options)
  }

  /** The line is known not to have been sent. */
  @InjectTransactionManager()
  async refundFailed(
    claimed: { id: string; attempts: number },
    failure: Trouble & { readonly permanent: boolean },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await refundFailed(transaction(context), claimed, failure, now)
  }

  /** From when on the provider's other refunds count against a line. */
  @InjectTransactionManager()
  async refundsCountSince(line: RefundRow, @MedusaContext() context: Context = {}) {
    return refundsCountSince(transaction(context), line)
  }

  /** Nobody knows whether the line was paid. */
  @InjectTransactionManager()
  async refundUnknown(
    claimed: { id: string; attempts: number },
    doubt: Trouble & { readonly readAgain: boolean },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await refundUnknown(transaction(context), claimed, doubt, now)
  }

  /** Nobody could look whether a booked line has arrived. */
  @InjectTransactionManager()
  async arrivalUnread(claimed: { id: string; attempts: number }, now: Date, @MedusaContext() context: Context = {}) {
    await arrivalUnread(transaction(context), claimed, now)
  }

  /** Brings the ledger up to the provider's books of one payment. */
  @InjectTransactionManager()
  async applyProviderPayment(
    payment: { id: string; orderId: string; provider: PaymentGateway["name"] },
    books: GatewayPayment,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await applyProviderPayment(transaction(context), payment, books, now, this.options)
  }

  /** Staff record that a refund was paid otherwise. */
  @InjectTransactionManager()
  async recordRefundPaid(
    id: string,
    paid: PaidOtherwise,
    actor: string,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return recordRefundPaid(transaction(context), id, paid, actor, now, this.options)
  }

  /** Stores what a payment provider told, or was asked. */
  @InjectTransactionManager()
  async recordProviderEvents(
    provider: PaymentGateway["name"],
    events: readonly GatewayEvent[],
    source: "webhook" | "asked",
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return recordProviderEvents(transaction(context), provider, events, source, now)
  }

  /** Takes events of providers that are to be applied. */
  @InjectTransactionManager()
  async claimProviderEvents(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    return claimProviderEvents(transaction(context), now, limit)
  }

  /** An event has been applied, to its order or to none. */
  @InjectTransactionManager()
  async providerEventDone(id: string, orderId: string | null, now: Date, @MedusaContext() context: Context = {}) {
    await providerEventDone(transaction(context), id, orderId, now)
  }

  /** An event could not be applied now. */
  @InjectTransactionManager()
  async providerEventFailed(
    claimed: { id: string; attempts: number },
    sentence: string,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await providerEventFailed(transaction(context), claimed, sentence, now)
  }

  /** Erases the bodies of events that were applied long ago. */
  @InjectTransactionManager()
  async eraseOldBodies(now: Date, @MedusaContext() context: Context = {}) {
    return eraseOldBodies(transaction(context), now)
  }

  /** Disputes that staff have not been told of. */
  @InjectTransactionManager()
  async untoldDisputes(limit: number, @MedusaContext() context: Context = {}) {
    return untoldDisputes(transaction(context), limit)
  }

  /** Staff have been told of a dispute. */
  @InjectTransactionManager()
  async staffTold(id: string, now: Date, @MedusaContext() context: Context = {}) {
    await staffTold(transaction(context), id, now)
  }

  /** Recent orders whose number the payment's provider does not show yet. */
  @InjectTransactionManager()
  async undescribedOrders(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    return undescribedOrders(transaction(context), now, limit)
  }

  /** The provider shows the order's number. */
  @InjectTransactionManager()
  async paymentsDescribed(orderId: string, now: Date, @MedusaContext() context: Context = {}) {
    await paymentsDescribed(transaction(context), orderId, now)
  }

  /** Cancelled orders whose payments are not seen to be given back. */
  @InjectTransactionManager()
  async unreleasedOrders(after: string, limit: number, @MedusaContext() context: Context = {}) {
    return unreleasedOrders(transaction(context), after, limit)
  }

  /** Everything of a cancelled order is given back. */
  @InjectTransactionManager()
  async paymentsReleased(orderId: string, now: Date, @MedusaContext() context: Context = {}) {
    await paymentsReleased(transaction(context), orderId, now)
  }

  /** Staff found that the line was not paid. */
  @InjectTransactionManager()
  async retryRefund(id: string, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return retryRefund(transaction(context), id, actor, now)
  }

  /** Takes letters that are due. */
  @InjectTransactionManager()
  async claimLetters(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    return claimLetters(transaction(context), now, limit)
  }

  /** Freezes a letter's bytes, once, with the version of the profile that they name. */
  @InjectTransactionManager()
  async freezeLetter(
    id: string,
    rendered: RenderedLetter,
    profileVersion: number | null,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return freezeLetter(transaction(context), id, rendered, profileVersion, now)
  }

  /** The provider took the letter. A confirmation informs of the right of withdrawal: its day may count (L221-20). */
  @InjectTransactionManager()
  async letterSent(id: string, now: Date, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    const confirmed = await orderConfirmedBy(sql, id)
    const row = confirmed && (await lockCase(sql, confirmed))
    await letterSent(sql, id, now)
    if (row) await recomputeDeadlines(sql, row, now, this.options)
  }

  /** The letter has nobody to go to. */
  @InjectTransactionManager()
  async dropLetter(id: string, @MedusaContext() context: Context = {}) {
    await dropLetter(transaction(context), id)
  }

  /** The letter did not go. */
  @InjectTransactionManager()
  async letterFailed(
    claimed: { id: string; attempts: number },
    failure: Failure,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await letterFailed(transaction(context), claimed, failure, now)
  }

  /** Staff have a letter sent again that failed. */
  @InjectTransactionManager()
  async resendLetter(id: string, now: Date, @MedusaContext() context: Context = {}) {
    await resendLetter(transaction(context), id, now)
  }

  /** Makes a code that unlocks an account, and writes the letter that carries it. */
  @InjectTransactionManager()
  async openAccountUnlock(request: UnlockRequest, now: Date, @MedusaContext() context: Context = {}) {
    await openAccountUnlock(transaction(context), request, now, this.options)
  }

  /** Uses such a code up; false for anything wrong. */
  @InjectTransactionManager()
  async useUnlockCode(typed: { email: string; code: string }, now: Date, @MedusaContext() context: Context = {}) {
    return useUnlockCode(transaction(context), typed, now, this.options)
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
