import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { openAccountUnlock, type UnlockRequest, useUnlockCode } from "../operations/account-unlock"
import { lockCase } from "../operations/case"
import { recomputeDeadlines } from "../operations/deadlines"
import {
  claimLetters,
  dropLetter,
  freezeLetter,
  letterFailed,
  letterSent,
  orderConfirmedBy,
  type RenderedLetter,
  resendLetter,
} from "../operations/letters"
import { transaction } from "./base"
import { RefundsService } from "./refunds"

type Failure = { readonly permanent: boolean; readonly sentence: string }

/** The outbox of letters, and the codes that some of them carry. */
export class LettersService extends RefundsService {
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
}
