import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import { currency } from "../../law"
import type { CoreRefund, OrderPayment, RefundRow } from "../../modules/hamon/types"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"
import { sentenceOf } from "../sweeps/run-sweep"

/**
 * Sends one line of the ledger through Medusa, so that the money leaves exactly once: what core says of it is read first,
 * and again after any failure. Core's refund row carries our key; a row without its transaction may never have been paid,
 * and an error of the provider may hide a payment: both are `unknown`, for staff to look at the provider.
 */
export async function sendRefund(container: MedusaContainer, line: RefundRow): Promise<void> {
  const service = hamonService(container)
  try {
    const payment = await readPayment(container, line)
    if (await settled(container, line, payment)) return
    if (line.state === "sending") {
      // Whoever was sending it died, or is very slow: core drops its row when a provider fails, so none proves nothing.
      const sentence = "the process that was sending it ended: look at the provider whether it was paid"
      return await service.refundUnknown(line.id, sentence, now())
    }
    const obstacle = await obstacleTo(container, line, payment)
    if (obstacle) return await service.refundFailed(line, obstacle, now())
  } catch (error) {
    // Nothing was sent yet.
    return service.refundFailed(line, { permanent: false, sentence: sentenceOf(error) }, now())
  }

  if (!(await service.markSending(line, now()))) return
  try {
    await refundPaymentWorkflow(container).run({
      input: {
        payment_id: line.payment_id,
        amount: new BigNumber(line.amount),
        note: `Withdrawal (L221-24): ${line.key}`,
        created_by: line.approved_by ?? undefined,
        metadata: { hamon_refund: line.key },
      } as Parameters<ReturnType<typeof refundPaymentWorkflow>["run"]>[0] extends { input?: infer I } ? I : never,
    })
  } catch (error) {
    if (await settled(container, line, await readPayment(container, line))) return
    const sentence = `${sentenceOf(error)} — look at the provider before sending again: it may have paid`
    return service.refundUnknown(line.id, sentence, now())
  }
  await settled(container, line, await readPayment(container, line))
}

async function readPayment(container: MedusaContainer, line: RefundRow): Promise<OrderPayment> {
  const order = await readOrder(container, line.order_id)
  const payment = order?.facts.payments.find(({ id }) => id === line.payment_id)
  if (payment) return payment
  const sentence = `payment ${line.payment_id} of order ${line.order_id} cannot be read`
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, sentence)
}

/** Whether core already holds this line: then it is booked, or stopped for staff. */
async function settled(container: MedusaContainer, line: RefundRow, payment: OrderPayment): Promise<boolean> {
  const found = payment.refunds.find(({ key }: CoreRefund) => key === line.key)
  if (!found) return false
  const service = hamonService(container)
  if (found.booked) await service.refundBooked(line.id, found, now())
  else {
    const sentence = `core has the refund ${found.id} but no transaction: look at the provider whether it was paid`
    await service.refundUnknown(line.id, sentence, now())
  }
  return true
}

type Obstacle = { readonly permanent: boolean; readonly sentence: string }

/** What keeps core from booking the refund whole: found before the money leaves, since core finds it after. */
async function obstacleTo(
  container: MedusaContainer,
  line: RefundRow,
  payment: OrderPayment,
): Promise<Obstacle | null> {
  const money = currency(line.currency)
  const refunded = payment.refunds.reduce((sum, { amount }) => sum + money.read(amount, "refund"), 0n)
  const left = money.read(payment.captured, "captured") - refunded
  if (left < money.read(line.amount, "amount")) {
    const sentence = `the payment holds ${money.write(left)} only: somebody refunded it in Medusa since; nothing was added`
    return { permanent: true, sentence }
  }
  if (payment.refunds.some(({ booked }) => !booked)) {
    const sentence =
      "core holds a refund of this payment without its transaction: it would book the next one on it; mend it first"
    return { permanent: false, sentence }
  }
  const theirs = payment.refunds.filter(
    ({ key, createdAt }) => key === null && new Date(createdAt) > (line.approved_at as Date),
  )
  if (theirs.length > 0) {
    const sentence =
      "somebody refunded this payment in Medusa since the approval: nothing was added; send again only if it is still owed"
    return { permanent: true, sentence }
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["id", "canceled_at"],
    filters: { id: line.order_id },
  })
  if (orders[0]?.canceled_at) {
    const sentence =
      "the order is cancelled: core would fail after the money had left; refund it at the provider, and check what core's cancel paid"
    return { permanent: true, sentence }
  }
  const { data: changes } = await query.graph({
    entity: "order_change",
    fields: ["id", "change_type"],
    filters: { order_id: line.order_id, status: ["pending", "requested"] },
  })
  if (changes.length === 0) return null
  const sentence = "another change of the order is open in Medusa (an edit, a return being received): it is waited for"
  return { permanent: false, sentence }
}
