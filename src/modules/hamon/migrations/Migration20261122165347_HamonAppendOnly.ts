import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * What the database itself refuses: changing or deleting evidence; changing what a checkout record says, or binding it to
 * a second order. And the day of installation, from which on orders are confirmed by letter.
 */
export class Migration20261122165347_HamonAppendOnly extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      CREATE OR REPLACE FUNCTION hamon_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
      END $$;
    `)
    this.addSql(`
      CREATE TRIGGER hamon_evidence_append_only BEFORE UPDATE OR DELETE ON hamon_evidence
      FOR EACH ROW EXECUTE FUNCTION hamon_refuse_change();
    `)
    this.addSql(`
      CREATE TRIGGER hamon_evidence_no_truncate BEFORE TRUNCATE ON hamon_evidence
      FOR EACH STATEMENT EXECUTE FUNCTION hamon_refuse_change();
    `)
    this.addSql(`
      CREATE TRIGGER hamon_checkout_record_append_only BEFORE UPDATE ON hamon_checkout_record
      FOR EACH ROW WHEN (OLD.content IS DISTINCT FROM NEW.content OR OLD.hash IS DISTINCT FROM NEW.hash
        OR OLD.cart_id IS DISTINCT FROM NEW.cart_id OR OLD.sequence IS DISTINCT FROM NEW.sequence
        OR (OLD.order_id IS NOT NULL AND OLD.order_id IS DISTINCT FROM NEW.order_id))
      EXECUTE FUNCTION hamon_refuse_change();
    `)
    this.addSql(`
      CREATE TRIGGER hamon_checkout_record_no_delete BEFORE DELETE ON hamon_checkout_record
      FOR EACH ROW EXECUTE FUNCTION hamon_refuse_change();
    `)
    this.addSql(
      `INSERT INTO hamon_sweep_heartbeat (id, started_at) VALUES ('installed', '${new Date().toISOString()}') ON CONFLICT DO NOTHING;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`DROP TRIGGER IF EXISTS hamon_evidence_append_only ON hamon_evidence;`)
    this.addSql(`DROP TRIGGER IF EXISTS hamon_evidence_no_truncate ON hamon_evidence;`)
    this.addSql(`DROP TRIGGER IF EXISTS hamon_checkout_record_append_only ON hamon_checkout_record;`)
    this.addSql(`DROP TRIGGER IF EXISTS hamon_checkout_record_no_delete ON hamon_checkout_record;`)
    this.addSql(`DROP FUNCTION IF EXISTS hamon_refuse_change();`)
    this.addSql(`DELETE FROM hamon_sweep_heartbeat WHERE id = 'installed';`)
  }
}
