import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The day on which a dispatch was proven, apart from the day of the dispatch. */
export class Migration20261123134000_HamonProofGiven extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "hamon_withdrawal" add column if not exists "proof_given_on" text null;`)
    this.addSql(`update "hamon_withdrawal" set "proof_given_on" = "proof_of_dispatch_on";`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "hamon_withdrawal" drop column if exists "proof_given_on";`)
  }
}
