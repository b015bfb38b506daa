import type { MedusaContainer } from "@medusajs/framework/types"
import { now } from "../../kit/clock"
import type { RefundRow } from "../../modules/hamon/types"
import { readablePayment, readBooks } from "../payments/provider-books"
import { hamonService } from "../service"

/**
 * Looks whether a booked refund has arrived. A webhook would say so too; this does not need one. What cannot be read now is
 * read later: the money has left, so that nothing hangs on it but our knowledge.
 */
export async function watchArrival(container: MedusaContainer, line: RefundRow): Promise<void> {
  const service = hamonService(container)
  const payment = await readablePayment(container, line.payment_id as string)
  const books = payment && (await readBooks(payment).catch(() => null))
  if (!payment || !books) return service.arrivalUnread(line, now())
  await service.applyProviderPayment(
    { id: payment.id, orderId: line.order_id, provider: payment.gateway.name },
    books,
    now(),
  )
}
