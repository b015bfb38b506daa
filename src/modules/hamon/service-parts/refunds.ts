import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { approveRefund, paymentGivenUp, refundBooked } from "../operations/refunds"
import { recordRefundPaid } from "../operations/paid-otherwise"
import { moneyOf } from "../operations/money-picture"
import {
  arrivalUnread,
  claimRefunds,
  markSending,
  refundFailed,
  refundsCountSince,
  refundUnknown,
  retryRefund,
} from "../operations/refund-queue"
import { transaction } from "./base"
import type { Trouble } from "../troubles"
import type { CoreRefund, PaidOtherwise, RefundRow } from "../types"
import { PaymentsService } from "./payments"

/** The ledger of refunds, from the plan to the arrival. */
export class RefundsService extends PaymentsService {
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

  /** A payment was given up before it was taken. */
  @InjectTransactionManager()
  async paymentGivenUp(id: string, now: Date, @MedusaContext() context: Context = {}) {
    await paymentGivenUp(transaction(context), id, now, this.options)
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

  /** What a withdrawal is owed, what went back, and what its delay costs today; null while it has no order. */
  @InjectTransactionManager()
  async moneyOf(id: string, now: Date, @MedusaContext() context: Context = {}) {
    return moneyOf(transaction(context), id, now, this.options)
  }

  /** Staff found that the line was not paid. */
  @InjectTransactionManager()
  async retryRefund(id: string, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return retryRefund(transaction(context), id, actor, now)
  }
}
