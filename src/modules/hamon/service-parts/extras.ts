import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { chooseExtra, type ChoiceToRecord, takeBackChoice } from "../operations/extra-choices"
import { transaction } from "./base"
import { CheckoutService } from "./checkout"

/** Paid extras: what customers chose, and what was found in orders without a choice (L121-17). */
export class ExtrasService extends CheckoutService {
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
}
