import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { type HoldAct, heldUnits, setHold } from "../operations/holds"
import { recordObjection } from "../operations/objections"
import { unitsOfOrder } from "../operations/units"
import type { CaseRow } from "../types"
import { transaction } from "./base"
import { FollowService } from "./follow"

/** Goods that may not leave, and what becomes of orders that had not left. */
export class HoldsService extends FollowService {
  /** Staff lift a hold or place it, with their ground. */
  @InjectTransactionManager()
  async setHold(id: string, act: HoldAct, now: Date, @MedusaContext() context: Context = {}) {
    await setHold(transaction(context), id, act, now)
  }

  /** The order's own customer says that he did not declare this; null for anything wrong. */
  @InjectTransactionManager()
  async recordObjection(typed: { reference: string; code: string }, now: Date, @MedusaContext() context: Context = {}) {
    return recordObjection(transaction(context), typed, now, this.options)
  }

  /** What may not leave of an order, by declaration. */
  @InjectTransactionManager()
  async heldUnits(orderId: string, @MedusaContext() context: Context = {}) {
    return heldUnits(transaction(context), orderId)
  }

  /** Where the withdrawn units of an order are, as its case last read it; nothing for an order without a case. */
  @InjectTransactionManager()
  async whereUnitsAre(orderId: string, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    const row = await sql<CaseRow>("hamon_order_case").where({ order_id: orderId }).first()
    return row ? { facts: row.facts, units: await unitsOfOrder(sql, row) } : null
  }
}
