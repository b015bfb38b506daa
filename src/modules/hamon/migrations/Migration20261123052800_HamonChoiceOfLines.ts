import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A choice of an extra knows the lines that it was made for. */
export class Migration20261123052800_HamonChoiceOfLines extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "hamon_extra_choice" add column if not exists "line_ids" text[] null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "hamon_extra_choice" drop column if exists "line_ids";`)
  }
}
