import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/gateway-error"
import { refundOfKey } from "../../gateways/refund-of-key"
import { paidTwice } from "../../modules/hamon/operations/provider-refunds"
import { readablePayment, readBooks, type ReadablePayment } from "../payments/provider-books"
import { hamonService } from "../service"

/**
 * Staff want to record another means for a refund of unknown outcome: the provider may have paid it after all, and the
 * machine stops looking once it is recorded.
 * @throws MedusaError not_allowed where the provider's books show it paid
 */
export async function refuseIfPaidByProvider(container: MedusaContainer, refundId: string): Promise<void> {
  const [line] = await hamonService(container).listRefunds({ id: refundId }, { take: 1 })
  const payment = line?.payment_id ? await readablePayment(container, line.payment_id) : null
  const books = payment && (await booksOrNone(container, payment))
  const refund = books && refundOfKey(books, line.key)
  if (refund && (refund.status === "succeeded" || refund.status === "pending")) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, paidTwice(refund))
  }
}

/** What staff have done is recorded even while the provider does not answer; its events still tell of a payment. */
async function booksOrNone(container: MedusaContainer, payment: ReadablePayment) {
  try {
    return await readBooks(payment)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`hamon: a refund is recorded as paid, its provider could not be asked: ${error.message}`)
    return null
  }
}
