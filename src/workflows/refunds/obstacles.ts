import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { GatewayPayment } from "../../gateways/types"
import { currency } from "../../law"
import type { OrderPayment, RefundRow } from "../../modules/hamon/types"

/** Why a line is not sent now. Permanent: staff have to decide. */
export type Obstacle = { readonly permanent: boolean; readonly sentence: string }

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
  if (!books) {
    const sentence = "the provider knows no such payment: look whether the shop's account with it has changed"
    return { permanent: true, sentence }
  }
  const disputed = books.disputes.find(({ status }) => status !== "won")
  if (disputed) {
    const sentence =
      disputed.status === "open"
        ? `the customer disputes this payment at his bank (${disputed.id}): refunding too would pay twice; answer the dispute, or accept it and record the refund as paid by the provider`
        : `the dispute ${disputed.id} was lost: the bank has given the customer his money back; record the refund as paid by the provider, and pay what it did not cover by another means`
    return { permanent: true, sentence }
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
    const [{ id, amount }] = elsewhere
    const sentence = `somebody refunded this payment at the provider since the withdrawal (${id}, ${amount}), and Medusa does not know of it: nothing was added; if it was this refund, record it as paid by the provider, and send again only what is still owed`
    return { permanent: true, sentence }
  }
  const refunded = books.refunds
    .filter(({ status }) => status === "succeeded" || status === "pending")
    .reduce((sum, { amount }) => sum + money.read(amount, "amount"), 0n)
  const left = money.read(books.captured, "captured") - refunded
  if (left >= money.read(line.amount, "amount")) return null
  return {
    permanent: true,
    sentence: `the provider holds ${money.write(left)} of this payment only: part of it was refunded there, or never captured`,
  }
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
    const sentence = `the payment holds ${money.write(left)} only: somebody refunded it in Medusa since; nothing was added`
    return { permanent: true, sentence }
  }
  if (others.some(({ booked }) => !booked)) {
    const sentence =
      "core holds a refund of this payment without its transaction: it would book the next one on it; mend it first"
    return { permanent: false, sentence }
  }
  const theirs = others.filter(({ key, createdAt }) => key === null && new Date(createdAt) > (line.approved_at as Date))
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
