import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import { currency } from "../../law"
import { trouble } from "../../modules/hamon/troubles"
import type { RefundRow } from "../../modules/hamon/types"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"
import { sentenceOf } from "../sweeps/run-sweep"

/**
 * Gives up a payment that the customer approved and that was never taken: nothing of its order is left. Asked again after a
 * crash, a payment that is given up already is only written down. Was it taken meanwhile, the plan follows, and pays back.
 */
export async function giveUpPayment(container: MedusaContainer, line: RefundRow): Promise<void> {
  const service = hamonService(container)
  try {
    const order = await readOrder(container, line.order_id)
    const payment = order?.facts.payments.find(({ id }) => id === line.payment_id)
    if (!order || !payment) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `payment ${line.payment_id} cannot be read`)
    }
    const money = currency(order.opening.currency)
    if (money.read(payment.captured, "captured") > 0n) {
      await service.syncOrder(order, now())
      return
    }
    if (!payment.canceled) await container.resolve(Modules.PAYMENT).cancelPayment(payment.id)
    await service.paymentGivenUp(line.id, now())
  } catch (error) {
    await service.refundFailed(line, { permanent: false, ...trouble("not_sent", {}, sentenceOf(error)) }, now())
  }
}
