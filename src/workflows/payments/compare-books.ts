import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { GatewayPayment } from "../../gateways/types"
import { type Amount, currency } from "../../law"
import type { OrderPayment } from "../../modules/hamon/types"
import { readOrder } from "../order-facts/read-order"
import { sentenceOf } from "../sweeps/run-sweep"
import { type ReadablePayment, readablePayments, readBooks } from "./provider-books"

type Sums = { readonly captured: Amount; readonly refunded: Amount }

/** One payment of an order, as Medusa and as its provider have it. */
export type ComparedPayment = {
  readonly payment_id: string
  readonly provider_id: string
  readonly currency: string
  readonly medusa: Sums
  /** Null where the provider's books cannot be read: no edge to it, or no answer now. */
  readonly provider: (Sums & Pick<GatewayPayment, "status" | "disputes">) | null
  /** To the cent; null where nobody can say. */
  readonly agree: boolean | null
  readonly error: string | null
}

/**
 * Asks the provider what it has of each payment of an order, now, and compares it with Medusa: core books refunds that its
 * providers refused when an order is cancelled, and drops those that were paid without an answer.
 * @throws MedusaError not_found
 */
export async function compareBooks(container: MedusaContainer, orderId: string): Promise<ComparedPayment[]> {
  const order = await readOrder(container, orderId)
  if (!order) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no order ${orderId}`)
  const { payments } = order.facts
  const readable = await readablePayments(
    container,
    payments.map(({ id }) => id),
  )
  const code = order.opening.currency
  return Promise.all(
    payments.map((payment) =>
      compare(
        payment,
        readable.find(({ id }) => id === payment.id),
        code,
      ),
    ),
  )
}

async function compare(
  payment: OrderPayment,
  readable: ReadablePayment | undefined,
  code: string,
): Promise<ComparedPayment> {
  const booked = payment.refunds.filter((one) => one.booked).map(({ amount }) => amount)
  const medusa = { captured: payment.captured, refunded: sum(booked, code) }
  const known = { payment_id: payment.id, provider_id: payment.providerId, currency: code, medusa }
  if (!readable) return { ...known, provider: null, agree: null, error: null }
  try {
    const books = await readBooks(readable)
    if (!books) return { ...known, provider: null, agree: false, error: "the provider knows no such payment" }
    const left = books.refunds.filter(({ status }) => status === "succeeded" || status === "pending")
    const refunded = sum(
      left.map(({ amount }) => amount),
      code,
    )
    const { status, disputes } = books
    // PayPal writes no decimals for HUF and TWD.
    const captured = sum([books.captured], code)
    const agree = captured === medusa.captured && refunded === medusa.refunded
    return { ...known, provider: { captured, refunded, status, disputes }, agree, error: null }
  } catch (error) {
    return { ...known, provider: null, agree: null, error: sentenceOf(error) }
  }
}

function sum(amounts: readonly Amount[], code: string): Amount {
  const money = currency(code)
  return money.write(amounts.reduce((total, amount) => total + money.read(amount, "amount"), 0n))
}
