import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Counts of attempts, in the shape that rate-limiter-flexible writes, and the codes that unlock accounts. Both are the
 * machine's own rows of a few days: no model, nothing to list.
 */
export class Migration20261122201530_HamonAccounts extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      CREATE TABLE IF NOT EXISTS hamon_rate_limit (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
    `)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_hamon_rate_limit_expire" ON hamon_rate_limit (expire);`)
    this.addSql(`
      CREATE TABLE IF NOT EXISTS hamon_account_unlock (
        account_hash text PRIMARY KEY,
        code_hash text NOT NULL,
        expires_at timestamptz NOT NULL
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`DROP TABLE IF EXISTS hamon_rate_limit;`)
    this.addSql(`DROP TABLE IF EXISTS hamon_account_unlock;`)
  }
}
