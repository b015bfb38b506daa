import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** An order, or a declaration whose order nobody knows, on which work waits for a person. */
export type StuckRow = {
  readonly order_id: string | null
  readonly display_id: number | null
  readonly withdrawal_id: string | null
  /** What kind of work, in the words of its table. */
  readonly kind: string
}
export type StuckWork = { readonly count: number; readonly first: readonly StuckRow[] }

const NAMED = 10

/** What waits for a person: all are counted, the oldest ten are named. */
export async function stuckWork(sql: Knex) {
  const refund = (state: string) => read(sql, "hamon_refund", { state }, ["order_id", "withdrawal_id", "kind"])
  return {
    lettersFailed: await read(sql, "hamon_letter", { state: "failed" }, ["order_id", "withdrawal_id", "kind"]),
    refundsUnknown: await refund("unknown"),
    refundsFailed: await refund("failed"),
    surchargesUnpaid: await read(sql, "hamon_refund", { kind: "surcharge", state: "planned" }, [
      "order_id",
      "withdrawal_id",
      "kind",
    ]),
    deadlinesPassed: await passedDeadlines(sql),
    unchosenExtras: await read(sql, "hamon_unchosen_extra", { state: "open" }, ["order_id", "title as kind"]),
  } satisfies Record<string, StuckWork>
}

async function read(sql: Knex, table: string, where: object, columns: readonly string[]): Promise<StuckWork> {
  const rows = () => sql(table).where(where).whereNull("deleted_at")
  return named(
    sql,
    await rows().count("* as count").first(),
    rows()
      .orderBy("created_at")
      .select(...columns),
  )
}

/** A right of withdrawal that has ended is nobody's delay. */
async function passedDeadlines(sql: Knex): Promise<StuckWork> {
  const rows = () =>
    sql("hamon_deadline").where({ state: "passed" }).whereIn("kind", ["refund", "delivery"]).whereNull("deleted_at")
  const withdrawal = sql.raw("CASE WHEN subject_type = 'withdrawal' THEN subject_id END AS withdrawal_id")
  return named(
    sql,
    await rows().count("* as count").first(),
    rows().orderBy("due_on").select("order_id", "kind", withdrawal),
  )
}

async function named(
  sql: Knex,
  total: { count?: string | number } | undefined,
  rows: Knex.QueryBuilder,
): Promise<StuckWork> {
  const first = await rows.limit(NAMED)
  const orders = first.flatMap(({ order_id }: StuckRow) => (order_id ? [order_id] : []))
  const cases = await sql("hamon_order_case").whereIn("order_id", orders).select("order_id", "display_id")
  const numbers = new Map(cases.map(({ order_id, display_id }) => [order_id, display_id]))
  return {
    count: Number(total?.count ?? 0),
    first: first.map((row: StuckRow) => ({
      order_id: row.order_id ?? null,
      display_id: numbers.get(row.order_id) ?? null,
      withdrawal_id: row.withdrawal_id ?? null,
      kind: row.kind,
    })),
  }
}

/** What customers saw before the last orders: the newest first. */
export async function lastCheckouts(sql: Knex, limit: number) {
  // Of an order's records the last one is what the customer was told.
  const rows = await sql("hamon_checkout_record as r")
    .whereNotNull("r.order_id")
    .whereNotExists(
      sql("hamon_checkout_record as later")
        .whereRaw("later.cart_id = r.cart_id AND later.sequence > r.sequence AND later.order_id IS NOT NULL")
        .select(sql.raw("1")),
    )
    .orderBy("r.recorded_at", "desc")
    .limit(limit)
    .select("r.order_id", "r.locale", "r.content")
  return rows as { order_id: string; locale: "fr" | "en"; content: unknown }[]
}

/** Events of payment providers since then, by provider and by the way on which they came. */
export async function eventsBySource(sql: Knex, since: Date) {
  const rows = await sql("hamon_provider_event")
    .where("created_at", ">=", since)
    .groupBy("provider", "source")
    .select("provider", "source")
    .count("* as count")
  return rows as unknown as { provider: string; source: "webhook" | "asked"; count: string }[]
}
