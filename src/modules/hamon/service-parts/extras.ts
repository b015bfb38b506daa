import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { chooseExtra, type ChoiceToRecord, takeBackChoice } from "../operations/extra-choices"
import { ensureText, type NewText } from "../operations/text-versions"
import { refundUnchosenExtra, showConsent, toldOfExtra, untoldExtras } from "../operations/unchosen-extras"
import { transaction } from "./base"
import { CheckoutService } from "./checkout"

/** Paid extras: what customers chose, and what was found in orders without a choice (L121-17). */
export class ExtrasService extends CheckoutService {
  /** Keeps the texts beside the boxes of extras. @returns their versions, in the same order */
  @InjectTransactionManager()
  async ensureTexts(texts: readonly NewText[], now: Date, @MedusaContext() context: Context = {}) {
    const sql = transaction(context)
    const kept = []
    for (const text of texts) kept.push(await ensureText(sql, text, now))
    return kept
  }

  /** Records a customer's word on an extra of a cart. */
  @InjectTransactionManager()
  async chooseExtra(choice: ChoiceToRecord, now: Date, @MedusaContext() context: Context = {}) {
    return chooseExtra(transaction(context), choice, now)
  }

  /** Takes such a word back; false where there was none. */
  @InjectTransactionManager()
  async takeBackChoice(cartId: string, extra: string, now: Date, @MedusaContext() context: Context = {}) {
    return takeBackChoice(transaction(context), cartId, extra, now)
  }

  /** Staff give an extra without consent back. */
  @InjectTransactionManager()
  async refundUnchosenExtra(id: string, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return refundUnchosenExtra(transaction(context), id, actor, now)
  }

  /** Staff record the consent that they can show. */
  @InjectTransactionManager()
  async showConsent(id: string, ground: string, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return showConsent(transaction(context), id, ground, actor, now)
  }

  /** Extras of which staff were not told. */
  @InjectTransactionManager()
  async untoldExtras(limit: number, @MedusaContext() context: Context = {}) {
    return untoldExtras(transaction(context), limit)
  }

  /** Staff have been told of an extra. */
  @InjectTransactionManager()
  async toldOfExtra(id: string, now: Date, @MedusaContext() context: Context = {}) {
    await toldOfExtra(transaction(context), id, now)
  }
}
