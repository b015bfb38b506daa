import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The summary that a customer acknowledged is kept with its hash, and is not changed afterwards either. */
export class Migration20261123000100_HamonSummarySeen extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "hamon_checkout_acknowledgement" add column if not exists "summary" jsonb not null default '{}';`,
    )
    this.addSql(`alter table if exists "hamon_checkout_acknowledgement" alter column "summary" drop default;`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_checkout_acknowledgement_checkout_record_id" ON "hamon_checkout_acknowledgement" ("checkout_record_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE TRIGGER hamon_checkout_acknowledgement_summary BEFORE UPDATE ON hamon_checkout_acknowledgement FOR EACH ROW WHEN (OLD.summary IS DISTINCT FROM NEW.summary OR OLD.acknowledged_at IS DISTINCT FROM NEW.acknowledged_at) EXECUTE FUNCTION hamon_refuse_change();`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`DROP TRIGGER IF EXISTS hamon_checkout_acknowledgement_summary ON hamon_checkout_acknowledgement;`)
    this.addSql(`drop index if exists "IDX_hamon_checkout_acknowledgement_checkout_record_id";`)
    this.addSql(`alter table if exists "hamon_checkout_acknowledgement" drop column if exists "summary";`)
  }
}
