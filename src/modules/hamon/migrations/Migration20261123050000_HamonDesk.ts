import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Indexes of the staff's lists: an index for each order in which a million declarations are turned over, one for each small
 * list of work, and prefixes of what is searched. Their conditions are the very words of `operations/withdrawal-views.ts`.
 */
export class Migration20261123050000_HamonDesk extends Migration {
  override async up(): Promise<void> {
    for (const [name, on] of INDEXES) this.addSql(`CREATE INDEX IF NOT EXISTS "${name}" ON ${on};`)
  }

  override async down(): Promise<void> {
    for (const [name] of INDEXES) this.addSql(`DROP INDEX IF EXISTS "${name}";`)
  }
}

const INDEXES = [
  ["IDX_hamon_withdrawal_list_sent", `hamon_withdrawal (sent_at, id) WHERE deleted_at IS NULL`],
  ["IDX_hamon_withdrawal_list_informed", `hamon_withdrawal (informed_at, id) WHERE deleted_at IS NULL`],
  ["IDX_hamon_withdrawal_list_number", `hamon_withdrawal (display_id, id) WHERE deleted_at IS NULL`],
  ["IDX_hamon_withdrawal_status_sent", `hamon_withdrawal (status, sent_at, id) WHERE deleted_at IS NULL`],
  ["IDX_hamon_withdrawal_reference_prefix", `hamon_withdrawal (reference text_pattern_ops)`],
  ["IDX_hamon_withdrawal_email_prefix", `hamon_withdrawal (email_key text_pattern_ops) WHERE deleted_at IS NULL`],
  ["IDX_hamon_withdrawal_flags", `hamon_withdrawal USING gin (flags) WHERE flags <> '{}'`],
  [
    "IDX_hamon_withdrawal_to_review",
    `hamon_withdrawal (sent_at, id) WHERE status IN ('matched', 'return_open', 'goods_back') AND deleted_at IS NULL
      AND (flags && ARRAY['late', 'excepted', 'unclear_articles', 'withdrawn_before', 'reopened'] OR keep_goods = 'asked')`,
  ],
  [
    "IDX_hamon_withdrawal_awaiting_goods",
    `hamon_withdrawal (sent_at, id) WHERE status = 'return_open' AND goods_back_on IS NULL AND deleted_at IS NULL`,
  ],
  [
    "IDX_hamon_refund_to_check",
    `hamon_refund (withdrawal_id) WHERE state IN ('unknown', 'failed') AND withdrawal_id IS NOT NULL AND deleted_at IS NULL`,
  ],
] as const
