import { isDeepStrictEqual } from "node:util"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { civilDateIn, latestDelivery, LawError, type Place, territoryOf, zoneOf } from "../../../law"
import { appendEvidence } from "../evidence/append"
import { emailKey } from "../email-key"
import type { HamonOptions } from "../options"
import type { CaseOpening, CaseRow, LetterLocale, OrderFacts, OrderLine } from "../types"
import { keepBought } from "./bought"
import { announcedException, type CheckoutRecordRow } from "./checkout"
import { writeLetter } from "./letters"
import { stepDue } from "./steps"

/**
 * Locks the case of an order: everything that decides on an order's units, money or clocks queues here.
 * @throws MedusaError not_found when the order has no case
 */
export async function lockCase(sql: Knex, orderId: string): Promise<CaseRow> {
  const row = await sql<CaseRow>("hamon_order_case").where({ order_id: orderId }).forUpdate().first()
  if (row) return row
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `order ${orderId} has no case yet; it is opened within a minute`)
}

/**
 * Opens the case of an order and says whether it is new. What the cart announced is bound to it; where no record exists
 * (an order placed before the plugin, or by a shop page that keeps none) that is said, never invented.
 */
export async function openCase(
  sql: Knex,
  opening: CaseOpening,
  facts: OrderFacts,
  readAt: Date,
  options: HamonOptions,
): Promise<{ row: CaseRow; opened: boolean }> {
  const existing = await sql<CaseRow>("hamon_order_case").where({ order_id: opening.orderId }).forUpdate().first()
  if (existing) return { row: existing, opened: false }

  const record = opening.cartId ? await bindCheckoutRecord(sql, opening.cartId, opening.orderId) : null
  const place = placeOf(facts, options)
  const numbered = { ...facts, lines: numberLines(facts.lines, []) }
  const [row] = await sql<CaseRow>("hamon_order_case")
    .insert({
      id: generateEntityId(undefined, "hamoc"),
      order_id: opening.orderId,
      display_id: opening.displayId,
      customer_id: opening.customerId,
      email: opening.email,
      email_key: opening.email && emailKey(opening.email),
      locale: localeOf(record?.locale ?? opening.locale, options),
      currency: opening.currency,
      concluded_on: civilDateIn(opening.placedAt, zoneOf(place)),
      placed_at: new Date(opening.placedAt),
      place: JSON.stringify(place) as unknown as Place,
      facts: JSON.stringify(numbered) as unknown as OrderFacts,
      facts_read_at: readAt,
    })
    .onConflict("order_id")
    .ignore()
    .returning("*")
  // Somebody else opened it between our look and our insert; his row is committed, or the insert would have waited.
  if (!row) return { row: await lockCase(sql, opening.orderId), opened: false }
  return { row, opened: true }
}

/** First day of the loi Hamon's rules (its article 34): older contracts follow a law that is not kept here. */
export const LAW_SINCE = "2014-06-14"

/** Everything that the opening of a case owes: promises, confirmation and evidence, in the same transaction. */
export async function beginCase(sql: Knex, row: CaseRow, now: Date, options: HamonOptions): Promise<void> {
  if (row.concluded_on < LAW_SINCE) return
  const promise = latestDelivery({ concludedOn: row.concluded_on, ...row.place }, options.law)
  for (const line of row.facts.lines.filter(({ shipped }) => shipped)) {
    await sql("hamon_delivery_promise").insert({
      id: generateEntityId(undefined, "hamdp"),
      order_id: row.order_id,
      order_line_id: line.id,
      promised_on: promise.latest,
      source: "statutory",
      reason: JSON.stringify(promise.reason),
      articles: promise.articles,
    })
  }
  const record = await sql<CheckoutRecordRow>("hamon_checkout_record").where({ order_id: row.order_id }).first()
  const installed = await installedAt(sql)
  if (row.email && installed && row.placed_at >= installed) {
    await writeLetter(
      sql,
      {
        kind: "order_confirmation",
        causeKey: `order:${row.order_id}:confirmation`,
        recipient: row.email,
        locale: row.locale,
        orderId: row.order_id,
        withdrawalId: null,
        data: confirmationData(row, record ?? null),
      },
      now,
    )
  }
  // A declaration may have come before the case: it is looked at again.
  if (row.email_key) {
    await sql("hamon_withdrawal")
      .where({ email_key: row.email_key, status: "received" })
      .update({ ...stepDue(now), updated_at: now })
  }
  await appendEvidence(
    sql,
    {
      kind: "order.concluded",
      subject: { type: "order", id: row.order_id },
      orderId: row.order_id,
      facts: {
        concluded_on: row.concluded_on,
        placed_at: row.placed_at.toISOString(),
        currency: row.currency,
        total: row.facts.total,
        lines: row.facts.lines.map(({ id, quantity, paid }) => ({ id, quantity: String(quantity), paid })),
        checkout_record: record ? { id: record.id, hash: record.hash } : null,
      },
      personal: { email: row.email, title: row.facts.lines.map(({ title }) => title) },
    },
    now,
  )
}

function confirmationData(row: CaseRow, record: CheckoutRecordRow | null): Record<string, unknown> {
  const { lines, delivery, total, address, payments } = row.facts
  return {
    displayId: row.display_id,
    placedAt: row.placed_at,
    place: row.place,
    currency: row.currency,
    concludedOn: row.concluded_on,
    lines: lines.map((line) => ({ ...line, exception: announcedException(record, line) })),
    delivery,
    total,
    address,
    payments: payments.map(({ providerId }) => providerId),
  }
}

/**
 * Replaces core's facts by a newer reading, with the address and the e-mail that staff may have corrected; an older one,
 * of a slower process, is dropped.
 * @returns the case, and whether parcels changed: then a return may be due that was not
 */
export async function refreshFacts(
  sql: Knex,
  row: CaseRow,
  { opening, facts, readAt }: { opening: CaseOpening; facts: OrderFacts; readAt: Date },
  options: HamonOptions,
): Promise<{ fresh: CaseRow; moved: boolean }> {
  if (row.facts_read_at > readAt) return { fresh: row, moved: false }
  const fresh: CaseRow = {
    ...row,
    facts: { ...facts, lines: numberLines(facts.lines, row.facts.lines) },
    facts_read_at: readAt,
    status: facts.canceledAt ? "canceled" : "open",
    place: placeOf(facts, options),
    customer_id: opening.customerId,
    email: opening.email ?? row.email,
    email_key: opening.email ? emailKey(opening.email) : row.email_key,
  }
  const { customer_id, email, email_key, status, place } = fresh
  await sql("hamon_order_case")
    .where({ id: row.id })
    .update({
      ...{ customer_id, email, email_key, status },
      place: JSON.stringify(place),
      facts: JSON.stringify(fresh.facts),
      facts_read_at: readAt,
      updated_at: readAt,
    })
  if (fresh.bought) await keepBought(sql, fresh)
  // PostgreSQL keeps the members of a json document in an order of its own.
  const moved = !isDeepStrictEqual(row.facts.parcels, fresh.facts.parcels)
  return { fresh, moved }
}

/** A line keeps the number under which the confirmation named it, whatever is added or taken out later. */
function numberLines(lines: readonly OrderLine[], known: readonly OrderLine[]): OrderLine[] {
  let last = known.reduce((most, { number }) => Math.max(most, number), 0)
  return lines.map((line) => {
    const before = known.find(({ id }) => id === line.id)
    return { ...line, number: before?.number ?? ++last }
  })
}

/** When the plugin's tables were made: older orders get clocks, and no letters. Where nobody knows it, none. */
export async function installedAt(sql: Knex): Promise<Date | null> {
  const row = await sql("hamon_sweep_heartbeat").where({ id: "installed" }).first("started_at")
  return row?.started_at ?? null
}

async function bindCheckoutRecord(sql: Knex, cartId: string, orderId: string): Promise<{ locale: string } | null> {
  const record = await sql("hamon_checkout_record").where({ cart_id: cartId }).orderBy("sequence", "desc").first()
  if (!record) return null
  await sql("hamon_checkout_record").where({ id: record.id, order_id: null }).update({ order_id: orderId })
  return record
}

/** Where the customer is; a country without a calendar follows the merchant's. */
function placeOf({ address }: OrderFacts, options: HamonOptions): Place {
  const merchant = options.merchantTerritories
  if (!address) return { territories: merchant }
  try {
    const delivery = territoryOf(address.country, address.postalCode)
    return { territories: [...new Set([delivery, ...merchant])] }
  } catch (error) {
    if (!(error instanceof LawError)) throw error
    return { territories: merchant }
  }
}

function localeOf(locale: string | null, options: HamonOptions): LetterLocale {
  const language = locale?.toLowerCase().split(/[-_]/)[0]
  return language === "fr" || language === "en" ? language : options.defaultLocale
}
