import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { tellStaffOfExtras } from "../payments/tell-staff"
import { readOrder } from "../order-facts/read-order"
import { hamonService } from "../service"
import { runSweep, sentenceOf, type SweepResult } from "./run-sweep"

/** A transaction may commit rows that were stamped before the last look. */
const OVERLAP = 10 * 60 * 1000
/** A change that was stamped before a case was read may have been committed after: it is read once more. */
const COMMIT_MARGIN = 60 * 1000
const BATCH = 500
/** Orders older than the plugin are walked through at this pace a run. */
const BACKFILL = 200

/** Where the orders that changed stand: entity, the column that tells, and the way to the order. */
const CHANGES = [
  { entity: "order", changed: "updated_at", field: "id" },
  { entity: "fulfillment", changed: "updated_at", field: "order.id" },
  { entity: "return", changed: "updated_at", field: "order_id" },
  { entity: "order_transaction", changed: "updated_at", field: "order_id" },
  { entity: "payment", changed: "updated_at", field: "payment_collection.order.id" },
  { entity: "refund", changed: "updated_at", field: "payment.payment_collection.order.id" },
] as const

/**
 * Finds what lost events would have told: every order that changed since the last run, and, in steps, every order that was
 * there before the plugin. Each is brought up to date by the same use case as an event.
 */
async function reconcile(container: MedusaContainer, cursor: Record<string, string>): Promise<SweepResult> {
  const startedAt = now()
  const since = new Date(Math.min(Number(new Date(cursor.since ?? startedAt)), startedAt.getTime()) - OVERLAP)
  const changed = await changedSince(container, since)
  const older = await olderOrders(container, Number(cursor.backfilled ?? 0))
  const failedBefore = (cursor.failed ?? "").split(" ").filter(Boolean)
  const orderIds = new Set([
    ...failedBefore,
    ...(await behind(container, changed, startedAt)),
    ...older.map(({ id }) => id),
  ])
  const failures = new Map<string, string>()
  for (const orderId of orderIds) {
    const sentence = await syncOne(container, orderId)
    if (sentence) failures.set(orderId, sentence)
  }
  const backfilled = older.at(-1)?.display_id ?? cursor.backfilled ?? 0
  await tellStaffOfExtras(container)
  const [first] = failures
  return {
    handled: orderIds.size,
    // What failed is tried again at every run, until it succeeds: the cursors have passed it.
    cursor: { since: startedAt.toISOString(), backfilled: String(backfilled), failed: [...failures.keys()].join(" ") },
    error: first ? `${failures.size} orders cannot be brought up to date; ${first[0]}: ${first[1]}` : null,
  }
}

/** An order that cannot be read or written keeps nobody else's waiting. @returns why, or null */
async function syncOne(container: MedusaContainer, orderId: string): Promise<string | null> {
  try {
    const order = await readOrder(container, orderId)
    if (order) await hamonService(container).syncOrder(order, now())
    return null
  } catch (error) {
    return sentenceOf(error)
  }
}

/**
 * Orders whose case is older than their last change. A case that was read just after one is read once more, when the change
 * is old enough for all that was stamped with it to be there.
 */
async function behind(
  container: MedusaContainer,
  changed: ReadonlyMap<string, number>,
  startedAt: Date,
): Promise<string[]> {
  const cases = await hamonService(container).listOrderCases(
    { order_id: [...changed.keys()] },
    { select: ["order_id", "facts_read_at"], take: changed.size },
  )
  const readAt = new Map(cases.map(({ order_id, facts_read_at }) => [order_id, facts_read_at.getTime()]))
  const isBehind = (read: number, at: number) =>
    read <= at || (read <= at + COMMIT_MARGIN && startedAt.getTime() > at + COMMIT_MARGIN)
  return [...changed].filter(([id, at]) => isBehind(readAt.get(id) ?? 0, at)).map(([id]) => id)
}

/** Orders that changed, each with the last instant at which it did, in milliseconds. */
async function changedSince(container: MedusaContainer, since: Date): Promise<Map<string, number>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const found = new Map<string, number>()
  for (const { entity, changed, field } of CHANGES) {
    for (let skip = 0; ; skip += BATCH) {
      const { data } = await query.graph({
        entity,
        fields: ["id", changed, field],
        filters: { [changed]: { $gte: since } },
        pagination: { skip, take: BATCH, order: { [changed]: "ASC" } },
      } as never)
      for (const row of data as Record<string, unknown>[]) {
        const id = at(row, field)
        const when = new Date(row[changed] as string).getTime()
        if (id) found.set(id, Math.max(found.get(id) ?? 0, when))
      }
      if (data.length < BATCH) break
    }
  }
  return found
}

async function olderOrders(container: MedusaContainer, after: number) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "display_id"],
    filters: { display_id: { $gt: after } } as never,
    pagination: { skip: 0, take: BACKFILL, order: { display_id: "ASC" } },
  })
  return data as { id: string; display_id: number }[]
}

/** The value at a dotted path; of a list, its first entry's. */
function at(row: unknown, path: string): string | null {
  const value = path.split(".").reduce<unknown>((inside, key) => {
    const one: unknown = Array.isArray(inside) ? inside[0] : inside
    return one && typeof one === "object" ? (one as Record<string, unknown>)[key] : undefined
  }, row)
  return typeof value === "string" ? value : null
}

const reconcileStep = createStep("reconcile", async (_: void, { container }) => {
  const result = await runSweep(container, "reconcile", (cursor) => reconcile(container, cursor))
  return new StepResponse(result.handled)
})

/**
 * Brings the cases of all orders that changed up to date.
 *
 * @summary Reconcile cases with Medusa's orders.
 */
export const hamonReconcileWorkflow = createWorkflow("hamon-reconcile", () => {
  return new WorkflowResponse(reconcileStep())
})
