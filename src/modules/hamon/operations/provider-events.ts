import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { GatewayEvent, PaymentGateway } from "../../../gateways/types"
import { nextAttempt } from "../../../kit/back-off"
import { claimRows } from "../../../kit/claim-rows"
import type { ProviderEventRow } from "../types"

const QUEUE = { table: "hamon_provider_event", dueColumn: "next_attempt_at" }
/** Longer than a reading of a payment at the provider, with its retries. */
const LEASE_SECONDS = 180
/** Bodies name the customer and his card; once applied they are only needed to explain what happened. */
const BODY_DAYS = 30
const DAY = 24 * 60 * 60 * 1000
/** PostgreSQL takes 65,535 values in a statement: after a long outage a provider tells more. */
const AT_ONCE = 1000

/**
 * Stores what a provider told. The provider's id is unique: told again, or found by asking after it was told, nothing is
 * added.
 * @returns how many were new
 */
export async function recordProviderEvents(
  sql: Knex,
  provider: PaymentGateway["name"],
  events: readonly GatewayEvent[],
  source: ProviderEventRow["source"],
  now: Date,
): Promise<number> {
  if (events.length === 0) return 0
  const rows = events.map((event) => ({
    id: generateEntityId(undefined, "hampe"),
    provider,
    provider_event_id: event.id,
    type: event.type,
    payment_reference: event.payment,
    source,
    occurred_at: new Date(event.createdAt),
    body: event.body,
    state: "received",
    next_attempt_at: now,
  }))
  let added = 0
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const inserted = await sql("hamon_provider_event")
      .insert(rows.slice(from, from + AT_ONCE))
      .onConflict(["provider", "provider_event_id"])
      .ignore()
      .returning("id")
    added += inserted.length
  }
  return added
}

/** Takes events that are to be applied, for one worker. */
export async function claimProviderEvents(sql: Knex, now: Date, limit: number): Promise<ProviderEventRow[]> {
  return claimRows<ProviderEventRow>(sql, QUEUE, { now, limit, leaseSeconds: LEASE_SECONDS })
}

/** The event has been applied to its order; without one, it is about no payment of this shop. */
export async function providerEventDone(sql: Knex, id: string, orderId: string | null, now: Date): Promise<void> {
  await sql("hamon_provider_event")
    .where({ id })
    .update({
      state: orderId ? "applied" : "unmatched",
      order_id: orderId,
      applied_at: now,
      next_attempt_at: null,
      locked_until: null,
      last_error: null,
      updated_at: now,
    })
}

/** It could not be applied now: tried again, and staff see why. */
export async function providerEventFailed(
  sql: Knex,
  { id, attempts }: { id: string; attempts: number },
  sentence: string,
  now: Date,
): Promise<void> {
  await sql("hamon_provider_event")
    .where({ id, attempts })
    .update({ next_attempt_at: nextAttempt(attempts, now), locked_until: null, last_error: sentence, updated_at: now })
}

/** Erases the bodies of events that were applied long ago. @returns how many */
export async function eraseOldBodies(sql: Knex, now: Date): Promise<number> {
  const before = new Date(now.getTime() - BODY_DAYS * DAY)
  return sql("hamon_provider_event")
    .where("applied_at", "<", before)
    .whereNotNull("body")
    .whereNull("deleted_at")
    .update({ body: null })
}
