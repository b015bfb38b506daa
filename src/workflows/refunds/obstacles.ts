import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { GatewayPayment } from "../../gateways/types"
import { currency } from "../../law"
import { type Trouble, trouble } from "../../modules/hamon/troubles"
import type { OrderPayment, RefundRow } from "../../modules/hamon/types"
import { reductionDue } from "../before-shipment/ending"
import { hasOpenChange } from "../order-facts/open-change"

/** Why a line is not sent now. Permanent: staff have to decide. */
export type Obstacle = Trouble & { readonly permanent: boolean }

/** Providers tell their instants in seconds. */
const SECOND = 1000

/**
 * What in the provider's own books stands against a refund: it would be refused there, or pay the customer twice.
 * @param since refunds that were made at the provider from then on may be this one
 */
export function obstacleInBooks(
  line: RefundRow,
  books: GatewayPayment | null,
  payment: OrderPayment,
  since: Date,
): Obstacle | null {
  if (!books) return { permanent: true, ...trouble("payment_unknown_at_provider", {}) }
  const disputed = books.disputes.find(({ status }) => status !== "won")
  if (disputed) {
    const code = disputed.status === "open" ? "open_dispute" : "lost_dispute"
    return { permanent: true, ...trouble(code, { dispute: disputed.id }) }
  }
  const money = currency(line.currency)
  // Every refund of core's carries its own id there, or the key of our line: any other was made on the provider's own pages.
  const known = new Set(payment.refunds.flatMap(({ id, key }) => [id, key]))
  const elsewhere = books.refunds.filter(
    ({ key, status, createdAt }) =>
      status !== "failed" &&
      status !== "canceled" &&
      !(key && known.has(key)) &&
      new Date(createdAt).getTime() >= Math.floor(since.getTime() / SECOND) * SECOND,
  )
  if (elsewhere.length > 0) {
    const [{ id: refund, amount }] = elsewhere
    const facts = { refund, amount: { amount, currency: line.currency } }
    return { permanent: true, ...trouble("refunded_at_provider_since", facts) }
  }
  const refunded = books.refunds
    .filter(({ status }) => status === "succeeded" || status === "pending")
    .reduce((sum, { amount }) => sum + money.read(amount, "amount"), 0n)
  const left = money.read(books.captured, "captured") - refunded
  if (left >= money.read(line.amount, "amount")) return null
  const held = { amount: money.write(left), currency: line.currency }
  return { permanent: true, ...trouble("too_little_left_at_provider", { left: held }) }
}

/** What keeps core from booking the refund whole: found before the money leaves, since core finds it after. */
export async function obstacleInCore(
  container: MedusaContainer,
  line: RefundRow,
  payment: OrderPayment,
): Promise<Obstacle | null> {
  const money = currency(line.currency)
  // A half-made row of this very line is taken back before it is sent again.
  const others = payment.refunds.filter(({ key }) => key !== line.key)
  const refunded = others.reduce((sum, { amount }) => sum + money.read(amount, "refund"), 0n)
  const left = money.read(payment.captured, "captured") - refunded
  if (left < money.read(line.amount, "amount")) {
    const held = { amount: money.write(left), currency: line.currency }
    return { permanent: true, ...trouble("too_little_left_in_medusa", { left: held }) }
  }
  if (others.some(({ booked }) => !booked)) return { permanent: false, ...trouble("unbooked_refund", {}) }
  const theirs = others.filter(
    ({ id, key, createdAt }) =>
      key === null && !line.breakdown.seen?.includes(id) && new Date(createdAt) > (line.approved_at as Date),
  )
  if (theirs.length > 0) return { permanent: true, ...trouble("refunded_in_medusa_since", {}) }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["id", "canceled_at"],
    filters: { id: line.order_id },
  })
  if (orders[0]?.canceled_at) return { permanent: true, ...trouble("order_canceled", {}) }
  if (line.withdrawal_id && (await reductionDue(container, line.withdrawal_id))) {
    return { permanent: false, ...trouble("reduction_first", {}) }
  }
  if (await hasOpenChange(container, line.order_id)) return { permanent: false, ...trouble("open_change", {}) }
  return null
}
