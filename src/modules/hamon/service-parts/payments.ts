import type { GatewayEvent, GatewayPayment, PaymentGateway } from "../../../gateways/types"
import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { staffTold, untoldDisputes } from "../operations/disputes"
import {
  paymentsDescribed,
  paymentsReleased,
  undescribedOrders,
  unreleasedOrders,
} from "../operations/payment-references"
import {
  claimProviderEvents,
  eraseOldBodies,
  providerEventDone,
  providerEventFailed,
  recordProviderEvents,
} from "../operations/provider-events"
import { applyProviderPayment } from "../operations/provider-refunds"
import { transaction } from "./base"
import { ConformityService } from "./conformity"

/** What payment providers tell and hold: events, disputes, references. */
export class PaymentsService extends ConformityService {
  /** Brings the ledger up to the provider's books of one payment. */
  @InjectTransactionManager()
  async applyProviderPayment(
    payment: { id: string; orderId: string; provider: PaymentGateway["name"] },
    books: GatewayPayment,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await applyProviderPayment(transaction(context), payment, books, now, this.options)
  }

  /** Stores what a payment provider told, or was asked. */
  @InjectTransactionManager()
  async recordProviderEvents(
    provider: PaymentGateway["name"],
    events: readonly GatewayEvent[],
    source: "webhook" | "asked",
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return recordProviderEvents(transaction(context), provider, events, source, now)
  }

  /** Takes events of providers that are to be applied. */
  @InjectTransactionManager()
  async claimProviderEvents(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    return claimProviderEvents(transaction(context), now, limit)
  }

  /** An event has been applied, to its order or to none. */
  @InjectTransactionManager()
  async providerEventDone(id: string, orderId: string | null, now: Date, @MedusaContext() context: Context = {}) {
    await providerEventDone(transaction(context), id, orderId, now)
  }

  /** An event could not be applied now. */
  @InjectTransactionManager()
  async providerEventFailed(
    claimed: { id: string; attempts: number },
    sentence: string,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await providerEventFailed(transaction(context), claimed, sentence, now)
  }

  /** Erases the bodies of events that were applied long ago. */
  @InjectTransactionManager()
  async eraseOldBodies(now: Date, @MedusaContext() context: Context = {}) {
    return eraseOldBodies(transaction(context), now)
  }

  /** Disputes that staff have not been told of. */
  @InjectTransactionManager()
  async untoldDisputes(limit: number, @MedusaContext() context: Context = {}) {
    return untoldDisputes(transaction(context), limit)
  }

  /** Staff have been told of a dispute. */
  @InjectTransactionManager()
  async staffTold(id: string, now: Date, @MedusaContext() context: Context = {}) {
    await staffTold(transaction(context), id, now)
  }

  /** Recent orders whose number the payment's provider does not show yet. */
  @InjectTransactionManager()
  async undescribedOrders(now: Date, limit: number, @MedusaContext() context: Context = {}) {
    return undescribedOrders(transaction(context), now, limit)
  }

  /** The provider shows the order's number. */
  @InjectTransactionManager()
  async paymentsDescribed(orderId: string, now: Date, @MedusaContext() context: Context = {}) {
    await paymentsDescribed(transaction(context), orderId, now)
  }

  /** Cancelled orders whose payments are not seen to be given back. */
  @InjectTransactionManager()
  async unreleasedOrders(after: string, limit: number, @MedusaContext() context: Context = {}) {
    return unreleasedOrders(transaction(context), after, limit)
  }

  /** Everything of a cancelled order is given back. */
  @InjectTransactionManager()
  async paymentsReleased(orderId: string, now: Date, @MedusaContext() context: Context = {}) {
    await paymentsReleased(transaction(context), orderId, now)
  }
}
