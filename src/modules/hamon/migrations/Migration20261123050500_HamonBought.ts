import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What an order was when the customer first withdrew: staff may take the withdrawn units out of it afterwards. */
export class Migration20261123050500_HamonBought extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "hamon_order_case" add column if not exists "bought" jsonb null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "hamon_order_case" drop column if exists "bought";`)
  }
}
