import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A checkout record knows the rows that it rests on, so that the way to the payment need not read the cart. */
export class Migration20261123083000_HamonCheckoutStamp extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "hamon_checkout_record" add column if not exists "stamp" text null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "hamon_checkout_record" drop column if exists "stamp";`)
  }
}
