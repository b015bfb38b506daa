import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A published version of the merchant's profile is named by letters and pages: the database refuses to lose one. */
export class Migration20261123003000_HamonMerchantKept extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      CREATE TRIGGER hamon_merchant_profile_kept BEFORE DELETE ON hamon_merchant_profile
      FOR EACH ROW WHEN (OLD.status = 'published') EXECUTE FUNCTION hamon_refuse_change();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`DROP TRIGGER IF EXISTS hamon_merchant_profile_kept ON hamon_merchant_profile;`)
  }
}
