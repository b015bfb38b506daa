import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { checkCondition, recordCondition } from "../operations/condition"
import { dispatchProofs } from "../operations/dispatch-proofs"
import { type Look, lookAt } from "../operations/look-at"
import { readWithdrawal } from "../operations/matching"
import { writeStaffDigest } from "../operations/staff-digest"
import { timelineOf } from "../operations/timeline"
import { acceptLate, declineWhole, reopen, type Verdict } from "../operations/verdicts"
import { exportPiece, listWithdrawals, type WithdrawalFilter, type WithdrawalPage } from "../operations/withdrawal-list"
import type { GoodsCondition, LetterLocale } from "../types"
import { transaction } from "./base"
import { HoldsService } from "./holds"

/** What staff do with declarations, and how they see them. */
export class DeskService extends HoldsService {
  /** A page of declarations with the size of every view. */
  @InjectTransactionManager()
  async withdrawalList(
    filter: WithdrawalFilter,
    page: WithdrawalPage,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return listWithdrawals(transaction(context), filter, page, now, this.options)
  }

  /** The next declarations of an export. */
  @InjectTransactionManager()
  async withdrawalExport(
    filter: WithdrawalFilter,
    after: string | null,
    limit: number,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return exportPiece(transaction(context), filter, after, limit, now, this.options)
  }

  /** Writes the digest of the day, once for all processes. */
  @InjectTransactionManager()
  async writeStaffDigest(
    digest: { to: string | null; locale: LetterLocale; adminUrl: string },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return writeStaffDigest(transaction(context), digest, now, this.options)
  }

  /** What happened to a declaration, oldest first. */
  @InjectTransactionManager()
  async withdrawalHistory(id: string, @MedusaContext() context: Context = {}) {
    return timelineOf(transaction(context), id)
  }

  /** What was given to prove the dispatch of its goods. */
  @InjectTransactionManager()
  async dispatchProofs(id: string, @MedusaContext() context: Context = {}) {
    return dispatchProofs(transaction(context), id)
  }

  /** Staff decline a whole declaration, with its ground. */
  @InjectTransactionManager()
  async declineWhole(id: string, verdict: Verdict, now: Date, @MedusaContext() context: Context = {}) {
    await declineWhole(transaction(context), id, verdict, now, this.options)
  }

  /** Staff accept a declaration that was sent too late. */
  @InjectTransactionManager()
  async acceptLate(
    id: string,
    acceptance: { ground: string; actor: string },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await acceptLate(transaction(context), id, acceptance, now, this.options)
  }

  /** Staff open a declaration again that was declined or closed. */
  @InjectTransactionManager()
  async reopenWithdrawal(
    id: string,
    reopening: { ground: string; actor: string },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await reopen(transaction(context), id, reopening, now, this.options)
  }

  /** Staff have looked at what a flag says. */
  @InjectTransactionManager()
  async lookAt(id: string, look: Look, now: Date, @MedusaContext() context: Context = {}) {
    await lookAt(transaction(context), id, look, now)
  }

  /** Keeps what staff saw of the goods that came back. */
  @InjectTransactionManager()
  async recordCondition(id: string, condition: GoodsCondition, now: Date, @MedusaContext() context: Context = {}) {
    await recordCondition(transaction(context), id, condition, now, this.options)
  }

  /** Checks a condition before core's return is received. */
  @InjectTransactionManager()
  async checkCondition(id: string, condition: GoodsCondition, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    const withdrawal = await readWithdrawal(sql, id)
    await checkCondition(sql, withdrawal, condition)
    return withdrawal
  }
}
