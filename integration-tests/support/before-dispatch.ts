import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Answer } from "../../scripts/shop/client"
import { declared, type Declared, EMAIL, ordered, runJobs, until, withdrawalOf } from "./scenes"
import type { TestStore } from "./store"

/** Scenes of orders that have not left, and what core's own rows say of them afterwards. */

type Articles = readonly (readonly [string, number])[] | null

/** A declaration that has found its order. */
export async function matched(store: TestStore, order: Answer, articles: Articles = null): Promise<Declared> {
  const declaration = await declared(store, order, { articles, email: order.email ?? EMAIL })
  await until(async () => (await withdrawalOf(store, declaration.id)).order_id)
  return declaration
}

/** Types the code of the acknowledgement: nothing else is waited for. */
export async function provesAddress(store: TestStore, { reference, code, id }: Declared): Promise<void> {
  await store.shop.page("/retractation/suivi", { reference, code })
  await until(async () => ((await withdrawalOf(store, id)).assurance === "email_proven" ? true : null))
}

/** A paid order, and a declaration of it by who reads its mail. */
export async function withdrawnUnsent(store: TestStore, articles: Articles = null) {
  const order = await ordered(store)
  const declaration = await matched(store, order, articles)
  await provesAddress(store, declaration)
  return { order, ...declaration }
}

export async function approve({ shop }: TestStore, id: string): Promise<void> {
  await shop.admin(`/hamon/withdrawals/${id}/refund`, {})
}

/** Waits until a withdrawal is refunded, however many minutes a step of it waits for another. */
export async function refundedWhole(store: TestStore, id: string): Promise<Answer> {
  return until(async () => {
    const withdrawal = await withdrawalOf(store, id)
    if (withdrawal.status === "refunded") return withdrawal
    await aMinuteLater(store)
    return null
  })
}

/** Everything that waited for a minute is due, and is done. */
export async function aMinuteLater(store: TestStore): Promise<void> {
  await store.quiet()
  for (const [table, column] of [
    ["hamon_withdrawal", "next_step_at"],
    ["hamon_refund", "next_attempt_at"],
  ]) {
    await store.sql(
      `UPDATE ${table} SET ${column} = now() - interval '1 second', locked_until = NULL WHERE ${column} IS NOT NULL`,
    )
  }
  await runJobs(store)
}

/** The order as core's own books have it. */
export async function inCore({ container }: TestStore, orderId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "status",
      "total",
      "summary.*",
      "items.*",
      "items.detail.*",
      "credit_lines.*",
      "payment_collections.payments.*",
      "payment_collections.payments.refunds.*",
    ],
    filters: { id: orderId },
  })
  const order = data[0] as unknown as Answer
  const payments = order.payment_collections.flatMap((one: Answer) => one.payments)
  const { data: reserved } = await query.graph({
    entity: "reservation",
    fields: ["quantity", "line_item_id"],
    filters: { line_item_id: order.items.map(({ id }: Answer) => id) },
  })
  return {
    status: order.status,
    pending: Number(order.summary.pending_difference),
    units: Object.fromEntries(order.items.map((item: Answer) => [item.variant_sku, Number(item.quantity)])),
    credited: order.credit_lines.reduce((sum: number, { amount }: Answer) => sum + Number(amount), 0),
    refunds: payments.flatMap(({ refunds }: Answer) => refunds.map(({ amount }: Answer) => Number(amount))),
    given: payments.every(({ canceled_at }: Answer) => canceled_at !== null),
    reserved: reserved.reduce((sum, { quantity }) => sum + Number(quantity), 0),
  }
}

/** Changes of an order that core has confirmed, by kind. */
export async function changesOf({ container }: TestStore, orderId: string): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_change",
    fields: ["change_type", "status"],
    filters: { order_id: orderId },
  })
  return data.map(({ change_type: kind, status }) => `${kind}:${status}`)
}

/** What staff ask for, to read a refusal whole. */
export async function asStaff({ shop }: TestStore, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${shop.url}/admin${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...shop.staffHeaders, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json().catch(() => null) }
}

/** The line of an article. */
export function lineOf(order: Answer, sku: string): string {
  return order.items.find(({ variant_sku }: Answer) => variant_sku === sku).id
}

/** Packs units without sending them. @returns the answer, and the fulfilment where there is one */
export async function pack(store: TestStore, order: Answer, units: readonly (readonly [string, number])[]) {
  const items = units.map(([sku, quantity]) => ({ id: lineOf(order, sku), quantity }))
  const answer = await asStaff(store, `/orders/${order.id}/fulfillments?fields=id,*fulfillments`, {
    location_id: store.seeded.locationId,
    items,
  })
  const made = answer.body?.order?.fulfillments?.filter(({ canceled_at }: Answer) => !canceled_at).at(-1)
  return { ...answer, items, fulfillment: made?.id as string }
}
