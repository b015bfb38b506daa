import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { acknowledgementOf, acknowledgeSummary, type NewAcknowledgement } from "../operations/acknowledgements"
import { checkoutFacts, type NewCheckoutRecord, recordCheckout, stampCheckout } from "../operations/checkout"
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

  /** A record still stands: the rows it rests on are as the stamp says. */
  @InjectTransactionManager()
  async stampCheckout(id: string, stamp: string, @MedusaContext() context: Context = {}) {
    await stampCheckout(transaction(context), id, stamp)
  }

  /** What this module knows of a cart. */
  @InjectTransactionManager()
  async checkoutFacts(
    cart: { cartId: string; targets: readonly string[]; locale: LetterLocale | null },
    @MedusaContext() context: Context = {},
  ) {
    return checkoutFacts(transaction(context), cart, this.options.defaultLocale)
  }

  /** Writes down which summary a customer saw above the order button. */
  @InjectTransactionManager()
  async acknowledgeSummary(seen: NewAcknowledgement, now: Date, @MedusaContext() context: Context = {}) {
    return acknowledgeSummary(transaction(context), seen, now)
  }

  /** The last acknowledgement of a checkout record, or null. */
  @InjectTransactionManager()
  async acknowledgementOf(recordId: string, @MedusaContext() context: Context = {}) {
    return acknowledgementOf(transaction(context), recordId)
  }
}
