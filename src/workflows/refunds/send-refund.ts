import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { GatewayError } from "../../gateways/gateway-error"
import { refundOfKey } from "../../gateways/refund-of-key"
import { now } from "../../kit/clock"
import { wayOf } from "../../modules/hamon/operations/refund-ways"
import { type Trouble, trouble } from "../../modules/hamon/troubles"
import type { OrderPayment, RefundRow } from "../../modules/hamon/types"
import { readOrder } from "../order-facts/read-order"
import { type ReadablePayment, readablePayment, readBooks } from "../payments/provider-books"
import { hamonService } from "../service"
import { sentenceOf } from "../sweeps/run-sweep"
import { giveUpPayment } from "./give-up-payment"
import { forgetHalfRefund, refundInCore } from "./core-refund"
import { obstacleInCore, obstacleInBooks } from "./obstacles"
import { watchArrival } from "./watch-arrival"

/**
 * Sends one line of the ledger through Medusa, so that the money leaves exactly once.
 *
 * What core says is read first and again after any failure. A line that may have been paid already (its process died, the
 * provider did not answer) goes two ways: where the provider's books can be read, they are, and the line is sent again with
 * the same key, which our providers look for before they pay; elsewhere it is `unknown`, for a person to look.
 */
export async function sendRefund(container: MedusaContainer, line: RefundRow): Promise<void> {
  const service = hamonService(container)
  if (line.state === "booked") return watchArrival(container, line)
  if (wayOf(line) === "void") return giveUpPayment(container, line)
  const doubtful = line.state === "sending" || line.state === "unknown"
  let readable: ReadablePayment | null = null
  try {
    readable = await readablePayment(container, line.payment_id as string)
    const payment = await readPayment(container, line)
    if (await booked(container, line, payment)) return
    const half = payment.refunds.find(({ key }) => key === line.key)
    if (!readable && (half || doubtful)) return await leaveToPerson(container, line, half?.id ?? null)
    const books = readable ? await readBooks(readable) : null
    const refund = books && refundOfKey(books, line.key)
    if (readable && books) await service.applyProviderPayment(named(readable, line), books, now())
    if (refund && (refund.status === "failed" || refund.status === "canceled")) return
    // What has been paid already is only to be booked: nothing in the provider's books stands against that.
    const obstacle =
      (readable && !refund ? obstacleInBooks(line, books, payment, await service.refundsCountSince(line)) : null) ??
      (await obstacleInCore(container, line, payment))
    if (obstacle && refund) {
      return await stillUnknown(container, line, trouble("paid_unbooked", { refund: refund.id }), true)
    }
    if (obstacle) return await service.refundFailed(line, obstacle, now())
  } catch (error) {
    if (doubtful) return stillUnknown(container, line, inDoubt(error, readable), readable !== null)
    // Nothing was sent yet.
    return service.refundFailed(line, { permanent: false, ...notSent(error) }, now())
  }

  if (!(await service.markSending(line, now()))) return
  try {
    await forgetHalfRefund(container, line)
    await refundInCore(container, line)
  } catch (error) {
    if (await booked(container, line, await readPayment(container, line))) return
    if (readable && (await refused(readable, line, error))) {
      const told = trouble("provider_refused", {}, sentenceOf(error))
      return service.refundFailed(line, { permanent: true, ...told }, now())
    }
    return stillUnknown(container, line, inDoubt(error, readable), readable !== null)
  }
  await booked(container, line, await readPayment(container, line))
}

/**
 * Whether the provider said no, and its books show that it did nothing: staff read why, and asking again by itself would not
 * help. Errors cross core's workflows as plain objects; our providers give a refusal this type.
 */
async function refused(readable: ReadablePayment, line: RefundRow, error: unknown): Promise<boolean> {
  if ((error as { type?: unknown } | null)?.type !== MedusaError.Types.NOT_ALLOWED) return false
  const books = await readBooks(readable).catch(() => null)
  return books !== null && refundOfKey(books, line.key) === null
}

async function readPayment(container: MedusaContainer, line: RefundRow): Promise<OrderPayment> {
  const order = await readOrder(container, line.order_id)
  const payment = order?.facts.payments.find(({ id }) => id === line.payment_id)
  if (payment) return payment
  const sentence = `payment ${line.payment_id} of order ${line.order_id} cannot be read`
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, sentence)
}

/** Whether core has booked this line whole; then the ledger does too. */
async function booked(container: MedusaContainer, line: RefundRow, payment: OrderPayment): Promise<boolean> {
  const found = payment.refunds.find((one) => one.key === line.key && one.booked)
  if (found) await hamonService(container).refundBooked(line.id, found, now())
  return found !== undefined
}

/** Core drops its row when a provider fails, so that none proves nothing; and a row without transaction proves nothing either. */
async function leaveToPerson(container: MedusaContainer, line: RefundRow, half: string | null): Promise<void> {
  const told = half ? trouble("half_booked", { refund: half }) : trouble("half_sent", {})
  await stillUnknown(container, line, told, false)
}

async function stillUnknown(container: MedusaContainer, line: RefundRow, told: Trouble, readAgain: boolean) {
  await hamonService(container).refundUnknown(line, { ...told, readAgain }, now())
}

/** It may have been paid: who will look. */
function inDoubt(error: unknown, readable: ReadablePayment | null): Trouble {
  return trouble(readable ? "outcome_being_read" : "outcome_unknown", {}, sentenceOf(error))
}

/** Nothing was sent: the provider's books could not be read, or something failed on this side. */
function notSent(error: unknown): Trouble {
  if (!(error instanceof GatewayError)) return trouble("not_sent", {}, sentenceOf(error))
  return trouble(error.outcome === "refused" ? "books_refused" : "provider_unreachable", {}, error.message)
}

function named({ id, gateway }: ReadablePayment, { order_id: orderId }: RefundRow) {
  return { id, orderId, provider: gateway.name }
}
