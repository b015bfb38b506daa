import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { type CustomerProof, giveProofOfDispatch, keepFiles } from "../operations/customer-proof"
import {
  answerDeduction,
  type DeductionAnswer,
  type Proposal,
  proposeDeduction,
  withdrawDeduction,
} from "../operations/deductions"
import { readFollowed, readOwnLetter, readOwnUpload } from "../operations/followed"
import { answerKeepGoods, askKeepGoods, type KeepGoodsAnswer } from "../operations/keep-goods"
import { type AgreedMeans, agreeToOtherMeans, type NotedWords, takeBackOtherMeans } from "../operations/other-means"
import { proveByLink } from "../operations/prove-by-link"
import type { NewUpload } from "../operations/uploads"
import type { Noted, UploadRow } from "../types"
import { transaction } from "./base"
import { WithdrawalsService } from "./withdrawals"

/** What customers do on the status page of their declaration, and what staff answer there. */
export class FollowService extends WithdrawalsService {
  /** Proves the address of a declaration by the link of a letter; null for anything wrong. */
  @InjectTransactionManager()
  async proveByLink(link: string, now: Date, @MedusaContext() context: Context = {}) {
    return proveByLink(transaction(context), link, now, this.options)
  }

  /** Everything that the status page is made of. @throws MedusaError not_found */
  @InjectTransactionManager()
  async readFollowed(id: string, now: Date, @MedusaContext() context: Context = {}) {
    return readFollowed(transaction(context), id, now, this.options)
  }

  /** A file of a declaration that its customer may have; null for every other. */
  @InjectTransactionManager()
  async readOwnUpload(withdrawalId: string, id: string, @MedusaContext() context: Context = {}) {
    return readOwnUpload(transaction(context), withdrawalId, id)
  }

  /** A letter as it was frozen, to the address of the declaration; null for every other. */
  @InjectTransactionManager()
  async readOwnLetter(withdrawalId: string, id: string, @MedusaContext() context: Context = {}) {
    return readOwnLetter(transaction(context), withdrawalId, id)
  }

  /** The customer proves the dispatch: files, tracking number and clock in one transaction. */
  @InjectTransactionManager()
  async giveProofOfDispatch(id: string, proof: CustomerProof, now: Date, @MedusaContext() context: Context = {}) {
    await giveProofOfDispatch(transaction(context), id, proof, now, this.options)
  }

  /** Staff keep files of a declaration. */
  @InjectTransactionManager()
  async keepFiles(
    id: string,
    kept: { purpose: UploadRow["purpose"]; by: string; files: readonly NewUpload[] },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await keepFiles(transaction(context), id, kept, now)
  }

  /** The customer asks to keep the goods (U21). */
  @InjectTransactionManager()
  async askKeepGoods(id: string, by: string, now: Date, @MedusaContext() context: Context = {}) {
    await askKeepGoods(transaction(context), id, by, now, this.options)
  }

  /** Staff agree, or refuse. */
  @InjectTransactionManager()
  async answerKeepGoods(id: string, answer: KeepGoodsAnswer, now: Date, @MedusaContext() context: Context = {}) {
    await answerKeepGoods(transaction(context), id, answer, now, this.options)
  }

  /** The customer agrees to another means of refund (L221-24). */
  @InjectTransactionManager()
  async agreeToOtherMeans(
    id: string,
    agreed: AgreedMeans,
    now: Date,
    noted: Noted | null = null,
    @MedusaContext() context: Context = {},
  ) {
    await agreeToOtherMeans(transaction(context), id, agreed, now, this.options, noted)
  }

  /** The customer takes that agreement back. */
  @InjectTransactionManager()
  async takeBackOtherMeans(
    id: string,
    now: Date,
    noted: NotedWords | null = null,
    @MedusaContext() context: Context = {},
  ) {
    await takeBackOtherMeans(transaction(context), id, now, this.options, noted)
  }

  /** Staff propose a deduction for diminished value (L221-23). */
  @InjectTransactionManager()
  async proposeDeduction(id: string, proposal: Proposal, now: Date, @MedusaContext() context: Context = {}) {
    return proposeDeduction(transaction(context), id, proposal, now, this.options)
  }

  /** The customer accepts or contests it. */
  @InjectTransactionManager()
  async answerDeduction(
    id: string,
    deductionId: string,
    answer: DeductionAnswer,
    now: Date,
    noted: Noted | null = null,
    @MedusaContext() context: Context = {},
  ) {
    await answerDeduction(transaction(context), id, deductionId, answer, now, noted)
  }

  /** Staff take it back. */
  @InjectTransactionManager()
  async withdrawDeduction(
    id: string,
    deductionId: string,
    by: string,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await withdrawDeduction(transaction(context), id, deductionId, by, now)
  }
}
