import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { checkoutFacts, type NewCheckoutRecord, recordCheckout } from "../operations/checkout"
import type { LetterLocale } from "../types"
import { transaction } from "./base"
import { InformationService } from "./information"

/** What carts announce, and what customers saw and chose of it. */
export class CheckoutService extends InformationService {
  /** Stores what a cart announces to the customer. */
  @InjectTransactionManager()
  async recordCheckout(input: NewCheckoutRecord, now: Date, @MedusaContext() context: Context = {}) {
    return recordCheckout(transaction(context), input, now)
  }

  /** What this module knows of a cart. */
  @InjectTransactionManager()
  async checkoutFacts(
    cart: { cartId: string; targets: readonly string[]; locale: LetterLocale | null },
    @MedusaContext() context: Context = {},
  ) {
    return checkoutFacts(transaction(context), cart, this.options.defaultLocale)
  }
}
