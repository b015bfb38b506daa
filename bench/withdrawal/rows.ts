import { openSession } from "../../integration-tests/support/database"

/** Clocks that are due at once. */
export const DUE = 1000
const DAY = "interval '1 day'"

/**
 * Fills a store's tables: so many withdrawals, nearly all settled, each with its refund clock; as many open clocks of other
 * orders; and {@link DUE} orders, copies of one that was really bought, whose clocks are due.
 */
export async function fill(databaseUrl: string, rows: number): Promise<void> {
  const sql = await openSession(databaseUrl)
  await sql.query(`
    INSERT INTO hamon_withdrawal (id, reference, declaration_key, declared, email_key, locale, channel, sent_at, informed_at,
      assurance, phase, status, flags, display_id, goods_back_on)
    SELECT 'hamwd_' || n, 'BENCH' || n, 'bench ' || n, one.declared, 'client' || n || '@client.example', one.locale,
      one.channel, now() - n * interval '1 minute', now() - n * interval '1 minute', one.assurance, one.phase,
      CASE WHEN n % 100 < 95 THEN 'refunded' WHEN n % 100 < 97 THEN 'closed' WHEN n % 100 = 97 THEN 'received'
           WHEN n % 100 = 98 THEN 'matched' ELSE 'return_open' END,
      CASE WHEN n % 1000 = 98 THEN ARRAY['late'] ELSE '{}' END, n, NULL
    FROM generate_series(1, ${rows}) n, (SELECT * FROM hamon_withdrawal LIMIT 1) one;

    INSERT INTO hamon_deadline (id, subject_type, subject_id, kind, due_on, due_at, next_alert_at, state, reason, articles)
    SELECT 'hamdl_' || n, 'withdrawal', 'hamwd_' || n, 'refund', to_char(now() + (n % 14) * ${DAY}, 'YYYY-MM-DD'),
      now() + (n % 14 + 1) * ${DAY}, CASE WHEN n % 100 < 97 THEN NULL ELSE now() + (n % 14 + 1) * ${DAY} END,
      CASE WHEN n % 100 < 97 THEN 'met' ELSE 'running' END, '{}', ARRAY['L221-24']
    FROM generate_series(1, ${rows}) n;

    INSERT INTO hamon_order_case (id, order_id, display_id, email, email_key, locale, currency, concluded_on, placed_at, place,
      facts, facts_read_at)
    SELECT 'hamca_' || n, 'order_due_' || n, 1000000000 + n, email, email_key, locale, currency, concluded_on, placed_at, place,
      facts, facts_read_at
    FROM generate_series(1, ${DUE}) n, (SELECT * FROM hamon_order_case LIMIT 1) one;

    INSERT INTO hamon_deadline (id, subject_type, subject_id, order_id, kind, due_on, due_at, next_alert_at, state, reason,
      articles)
    SELECT 'hamdl_due_' || n, 'order', 'order_due_' || n, 'order_due_' || n, 'withdrawal_period',
      to_char(now() + ${DAY}, 'YYYY-MM-DD'), now() + ${DAY}, now() + ${DAY}, 'running', '{}', ARRAY['L221-18']
    FROM generate_series(1, ${DUE}) n`)
  await sql.end()
  await openClocks(databaseUrl, rows)
}

/** So many open clocks more, none of them due. */
export async function openClocks(databaseUrl: string, rows: number): Promise<void> {
  const sql = await openSession(databaseUrl)
  await sql.query(`
    INSERT INTO hamon_deadline (id, subject_type, subject_id, order_id, kind, due_on, due_at, next_alert_at, state, reason,
      articles)
    SELECT 'hamdl_open_' || n, 'order', 'order_open_' || n, 'order_open_' || n, 'withdrawal_period',
      to_char(now() + (n % 14) * ${DAY}, 'YYYY-MM-DD'), now() + (n % 14 + 1) * ${DAY}, now() + (n % 14 + 1) * ${DAY},
      'running', '{}', ARRAY['L221-18']
    FROM (SELECT m + (SELECT count(*) FROM hamon_deadline WHERE id LIKE 'hamdl_open_%') AS n
          FROM generate_series(1, ${rows}) m) numbers`)
  // Each apart: it takes no transaction.
  for (const table of ["hamon_withdrawal", "hamon_deadline", "hamon_order_case"])
    await sql.query(`VACUUM ANALYZE ${table}`)
  await sql.end()
}
