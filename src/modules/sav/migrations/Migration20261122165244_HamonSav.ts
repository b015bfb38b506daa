import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122165244_HamonSav extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "sav_ticket" ("id" text not null, "reference" text not null, "subject" text not null, "status" text check ("status" in ('open', 'waiting', 'closed')) not null default 'open', "order_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "sav_ticket_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_sav_ticket_deleted_at" ON "sav_ticket" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_sav_ticket_reference_unique" ON "sav_ticket" ("reference");`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "sav_ticket" cascade;`)
  }
}
