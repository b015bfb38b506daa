import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { currency, extraPayment } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import type { CaseRow, CartRule, OrderFacts, RefundRow, UnchosenExtraRow } from "../types"
import { installedAt, lockCase } from "./case"
import type { CheckoutRecordRow } from "./checkout"
import { keptByMerchant } from "./kept-by-merchant"
import { type UnchosenItem, unchosenIn } from "./order-extras"
import { plannedByPayment, spread } from "./spread"

/** Keeps what was found in an order: an item once; what left the order, or was covered since, is gone. */
export async function keepUnchosenExtras(
  sql: Knex,
  row: CaseRow,
  now: Date,
  { extras: { customLines } }: Pick<HamonOptions, "extras">,
): Promise<void> {
  const installed = await installedAt(sql)
  // Of orders older than the plugin nobody recorded what the customer chose.
  if (!installed || row.placed_at < installed || row.status === "canceled") return
  const record = await sql<CheckoutRecordRow>("hamon_checkout_record")
    .where({ order_id: row.order_id })
    .first("content")
  const { facts, currency: code } = row
  const rules = await extraRules(sql, facts)
  const kept = await keptByMerchant(sql, row)
  const found = unchosenIn({ facts, currency: code, rules, record: record?.content ?? null, customLines }).flatMap(
    (item) => kept(item).map((amount) => ({ ...item, amount })),
  )
  const known = await sql<UnchosenExtraRow>("hamon_unchosen_extra").where({ order_id: row.order_id })
  for (const item of found) {
    const before = known.find(({ item_id }) => item_id === item.itemId)
    if (!before) await insert(sql, row, item, now)
    else if (before.state === "gone") await reopen(sql, before, item, now)
    else if (before.state === "open" && before.amount !== item.amount) {
      await sql("hamon_unchosen_extra").where({ id: before.id }).update({ amount: item.amount, updated_at: now })
    }
  }
  const gone = known.filter(({ state, item_id }) => state === "open" && !found.some(({ itemId }) => itemId === item_id))
  for (const { id } of gone) {
    await sql("hamon_unchosen_extra").where({ id, state: "open" }).update({ state: "gone", updated_at: now })
  }
}

/** What the merchant calls an extra, of the products and delivery of an order. */
export async function extraRules(sql: Knex, facts: OrderFacts): Promise<CartRule[]> {
  return sql<CartRule>("hamon_catalogue_rule")
    .where({ kind: "extra" })
    .whereIn("target_id", targetsOf(facts))
    .whereNull("deleted_at")
    .select("kind", "target_type", "target_id", "value")
}

function targetsOf({ lines, delivery }: OrderFacts): string[] {
  const ids = [
    ...lines.flatMap(({ productId, categoryIds = [] }) => [productId, ...categoryIds]),
    ...delivery.map(({ optionId }) => optionId ?? null),
  ]
  return ids.filter((id): id is string => id !== null)
}

async function insert(
  sql: Knex,
  row: CaseRow,
  { itemType, itemId, title, amount, reason }: UnchosenItem,
  now: Date,
): Promise<void> {
  const [made] = await sql<UnchosenExtraRow>("hamon_unchosen_extra")
    .insert({
      id: generateEntityId(undefined, "hamue"),
      order_id: row.order_id,
      display_id: row.display_id,
      item_type: itemType,
      item_id: itemId,
      title,
      amount,
      currency: row.currency,
      reason: JSON.stringify(reason) as unknown as UnchosenExtraRow["reason"],
      found_at: now,
      state: "open",
    })
    .returning("*")
  await appendEvidence(
    sql,
    {
      kind: "extra.found_unchosen",
      subject: { type: "unchosen_extra", id: made.id },
      orderId: row.order_id,
      facts: { item: itemId, amount, currency: row.currency },
    },
    now,
  )
}

/** What had left an order and is in it again waits for staff again, who are told. */
async function reopen(sql: Knex, { id, order_id, currency: code }: UnchosenExtraRow, item: UnchosenItem, now: Date) {
  const { itemId, amount, reason } = item
  await sql("hamon_unchosen_extra")
    .where({ id })
    .update({
      state: "open",
      amount,
      reason: JSON.stringify(reason),
      found_at: now,
      staff_told_at: null,
      updated_at: now,
    })
  const facts = { item: itemId, amount, currency: code }
  const subject = { type: "unchosen_extra", id }
  await appendEvidence(sql, { kind: "extra.found_unchosen", subject, orderId: order_id, facts }, now)
}

/**
 * Gives an extra without consent back (L121-17, al. 2) through the ledger: the sweeper sends it once. Asked again, the lines
 * that exist are returned.
 * @throws MedusaError not_found; not_allowed when staff have shown a consent, or the payments hold no more
 */
export async function refundUnchosenExtra(sql: Knex, id: string, actor: string, now: Date): Promise<RefundRow[]> {
  const { row, extra } = await lockExtra(sql, id)
  const known = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id })
    .whereLike("key", `unchosen_extra:${id}:%`)
    .orderBy("id")
  if (known.length > 0) return known
  if (extra.state !== "open") throw decided(extra)
  const money = currency(row.currency)
  const { item_type: itemType, item_id: itemId, amount: asked } = extra
  const [kept] = (await keptByMerchant(sql, row))({ itemType, itemId, amount: asked })
  if (kept === undefined) throw decided({ ...extra, state: "gone" })
  const parts = spread(money.read(kept, "amount"), row.facts.payments, await plannedByPayment(sql, row, money), money)
  const lines = parts.map(({ payment, amount }) => ({
    id: generateEntityId(undefined, "hamrf"),
    key: `unchosen_extra:${id}:${payment.id}`,
    kind: "refund" as const,
    order_id: row.order_id,
    currency: row.currency,
    amount,
    breakdown: JSON.stringify(breakdownOf(extra, money.write(0n))) as unknown as RefundRow["breakdown"],
    payment_id: payment.id,
    payment_provider_id: payment.providerId,
    state: "planned" as const,
    approved_by: actor,
    approved_at: now,
    next_attempt_at: now,
  }))
  const planned = await sql<RefundRow>("hamon_refund").insert(lines).returning("*")
  await decide(sql, extra, { state: "refunded", refund_id: planned[0].id }, actor, now)
  return planned
}

/**
 * Staff record the customer's consent that they can show.
 * @throws MedusaError not_found; not_allowed when it is given back already
 */
export async function showConsent(sql: Knex, id: string, ground: string, actor: string, now: Date) {
  const { extra } = await lockExtra(sql, id)
  if (extra.state !== "open") throw decided(extra)
  return decide(sql, extra, { state: "consent_shown", ground }, actor, now)
}

/** Extras of which staff were not told. */
export async function untoldExtras(sql: Knex, limit: number): Promise<UnchosenExtraRow[]> {
  return sql<UnchosenExtraRow>("hamon_unchosen_extra")
    .whereNull("staff_told_at")
    .whereNull("deleted_at")
    .where({ state: "open" })
    .orderBy("found_at")
    .limit(limit)
}

/** Staff have been told of an extra. */
export async function toldOfExtra(sql: Knex, id: string, now: Date): Promise<void> {
  await sql("hamon_unchosen_extra").where({ id }).update({ staff_told_at: now })
}

async function lockExtra(sql: Knex, id: string): Promise<{ row: CaseRow; extra: UnchosenExtraRow }> {
  const known = await sql<UnchosenExtraRow>("hamon_unchosen_extra").where({ id }).first()
  if (!known) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no unchosen extra ${id}`)
  const row = await lockCase(sql, known.order_id)
  const extra = await sql<UnchosenExtraRow>("hamon_unchosen_extra").where({ id }).first()
  return { row, extra: extra ?? known }
}

function decided({ state, decided_by }: UnchosenExtraRow): MedusaError {
  const sentences = {
    refunded: "this extra is given back already",
    consent_shown: `the customer's consent was recorded by ${decided_by}: it is not given back`,
    gone: "this extra is no longer in the order, or a withdrawal has given it back: there is nothing to decide",
    open: "this extra is open",
  }
  return new MedusaError(MedusaError.Types.NOT_ALLOWED, sentences[state])
}

async function decide(
  sql: Knex,
  { id, order_id }: UnchosenExtraRow,
  decision: Pick<UnchosenExtraRow, "state"> & Partial<Pick<UnchosenExtraRow, "ground" | "refund_id">>,
  actor: string,
  now: Date,
): Promise<UnchosenExtraRow> {
  const [extra] = await sql<UnchosenExtraRow>("hamon_unchosen_extra")
    .where({ id })
    .update({ ...decision, decided_by: actor, decided_at: now, ...{ updated_at: now } })
    .returning("*")
  await appendEvidence(
    sql,
    {
      kind: `extra.${decision.state}`,
      subject: { type: "unchosen_extra", id },
      orderId: order_id,
      facts: { by: actor, ...decision },
    },
    now,
  )
  return extra
}

function breakdownOf(
  { item_type, item_id, title, amount, reason }: UnchosenExtraRow,
  zero: string,
): RefundRow["breakdown"] {
  const line = item_type === "line"
  return {
    lines: line ? [{ line: item_id, title, quantity: 1, amount }] : [],
    delivery: line ? zero : amount,
    total: amount,
    alreadyRefunded: zero,
    takenRefunds: [],
    reason,
    articles: extraPayment("none").articles,
  }
}
