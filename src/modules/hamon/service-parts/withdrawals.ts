import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { lockCase } from "../operations/case"
import { type NewDeclaration, recordDeclaration } from "../operations/declarations"
import { type Decision, decideLines } from "../operations/decisions"
import { lockWithdrawal, matchByStaff, matchDeclaration, readWithdrawal } from "../operations/matching"
import { addressOfLink, hasOrdered, openOrdersLink, type OrdersLinkRequest } from "../operations/orders-link"
import { type Owner, readOwnOrders } from "../operations/own-orders"
import { proveAddress } from "../operations/proof"
import { bindReturn, recordProofOfDispatch } from "../operations/returns"
import { takeAgain } from "../operations/take-again"
import { claimSteps, stepDone, stepFailed } from "../operations/steps"
import type { Trouble } from "../troubles"
import type { Units } from "../types"
import { transaction } from "./base"
import { LettersService } from "./letters"

/** Declarations of withdrawal, from the word of the customer to core's return. */
export class WithdrawalsService extends LettersService {
  /** Stores a declaration of withdrawal with its acknowledgement: never refuses one. */
  @InjectTransactionManager()
  async recordDeclaration(input: NewDeclaration, @MedusaContext() context: Context = {}) {
    return recordDeclaration(transaction(context), input, this.options)
  }

  /** The orders of who asks for his own, with what is left to withdraw. */
  @InjectTransactionManager()
  async readOwnOrders(owner: Owner, @MedusaContext() context: Context = {}) {
    return readOwnOrders(transaction(context), owner)
  }

  /** Makes a link to the orders of an address, and the letter that carries it. */
  @InjectTransactionManager()
  async openOrdersLink(request: OrdersLinkRequest, now: Date, @MedusaContext() context: Context = {}) {
    await openOrdersLink(transaction(context), request, now, this.options)
  }

  /** The address that such a link was sent to; null for anything wrong. */
  @InjectTransactionManager()
  async addressOfLink(code: string, now: Date, @MedusaContext() context: Context = {}) {
    return addressOfLink(transaction(context), code, now, this.options)
  }

  /** Whether somebody with this address has ordered: others get no link. */
  @InjectTransactionManager()
  async hasOrdered(email: string, @MedusaContext() context: Context = {}) {
    return hasOrdered(transaction(context), email)
  }

  /** Looks for the order of a declaration. */
  @InjectTransactionManager()
  async matchDeclaration(id: string, now: Date, @MedusaContext() context: Context = {}) {
    return matchDeclaration(transaction(context), id, now, this.options)
  }

  /** Has a declaration that was left with fewer units than it asks for take what is free by now. */
  @InjectTransactionManager()
  async takeAgain(id: string, now: Date, @MedusaContext() context: Context = {}) {
    return takeAgain(transaction(context), id, now, this.options)
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
}
