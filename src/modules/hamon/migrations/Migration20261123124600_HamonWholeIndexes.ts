import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Table and columns of each index that only held the rows that are not deleted. */
const INDEXES = [
  ["hamon_access_token", "purpose", "subject_id"],
  ["hamon_access_token", "token_hash"],
  ["hamon_checkout_acknowledgement", "cart_id"],
  ["hamon_checkout_acknowledgement", "checkout_record_id"],
  ["hamon_checkout_record", "order_id"],
  ["hamon_deadline", "order_id"],
  ["hamon_deadline", "kind", "state", "due_on"],
  ["hamon_deduction", "withdrawal_id"],
  ["hamon_dispute", "order_id"],
  ["hamon_dispute", "status", "respond_by"],
  ["hamon_evidence", "order_id"],
  ["hamon_evidence", "subject_type", "subject_id"],
  ["hamon_extra_choice", "cart_id"],
  ["hamon_letter", "order_id"],
  ["hamon_letter", "withdrawal_id"],
  ["hamon_official_file", "kind", "locale", "uploaded_at"],
  ["hamon_order_case", "display_id"],
  ["hamon_order_case", "email_key"],
  ["hamon_order_case", "customer_id"],
  ["hamon_reception", "order_id"],
  ["hamon_refund", "order_id"],
  ["hamon_refund", "payment_id"],
  ["hamon_upload", "withdrawal_id"],
  ["hamon_withdrawal", "order_id"],
  ["hamon_withdrawal", "customer_id"],
  ["hamon_withdrawal", "status", "informed_at"],
  ["hamon_withdrawal", "sent_at"],
  ["hamon_withdrawal_line", "order_id"],
]

/**
 * Nothing of these tables is ever deleted, and the plugin's own SQL does not ask: an index of the rows that are not deleted
 * serves no such query, and a large shop read whole tables for one order.
 */
export class Migration20261123124600_HamonWholeIndexes extends Migration {
  override async up(): Promise<void> {
    this.make("")
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_hamon_refund_withdrawal_id" ON "hamon_refund" ("withdrawal_id");`)
  }

  override async down(): Promise<void> {
    this.make(" WHERE deleted_at IS NULL")
    this.addSql(`DROP INDEX IF EXISTS "IDX_hamon_refund_withdrawal_id";`)
  }

  private make(where: string): void {
    for (const [table, ...columns] of INDEXES) {
      const name = `IDX_${table}_${columns.join("_")}`
      const on = columns.map((column) => `"${column}"`).join(", ")
      this.addSql(`DROP INDEX IF EXISTS "${name}";`)
      this.addSql(`CREATE INDEX IF NOT EXISTS "${name}" ON "${table}" (${on})${where};`)
    }
  }
}
