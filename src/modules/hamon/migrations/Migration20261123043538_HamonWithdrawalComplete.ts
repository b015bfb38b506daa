import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a declaration becomes: held parcels, wishes, condition of goods, private files, diminished value. */
export class Migration20261123043538_HamonWithdrawalComplete extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "hamon_deduction" ("id" text not null, "withdrawal_id" text not null, "order_id" text not null, "order_line_id" text not null, "currency" text not null, "amount" text not null, "ground" text not null, "state" text check ("state" in ('proposed', 'accepted', 'contested', 'withdrawn')) not null, "proposed_by" text not null, "proposed_at" timestamptz not null, "answer" text null, "answered_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_deduction_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_deduction_deleted_at" ON "hamon_deduction" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_deduction_withdrawal_id" ON "hamon_deduction" ("withdrawal_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_deduction_withdrawal_id_order_line_id_unique" ON "hamon_deduction" ("withdrawal_id", "order_line_id") WHERE state <> 'withdrawn' AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_upload" ("id" text not null, "withdrawal_id" text not null, "purpose" text check ("purpose" in ('proof_of_dispatch', 'condition_photo', 'refund_proof', 'declaration')) not null, "uploaded_by" text not null, "name" text not null, "content_type" text not null, "size" integer not null, "hash" text not null, "content" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_upload_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_upload_deleted_at" ON "hamon_upload" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_upload_withdrawal_id" ON "hamon_upload" ("withdrawal_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "hamon_access_token" drop constraint if exists "hamon_access_token_purpose_check";`,
    )

    this.addSql(`alter table if exists "hamon_withdrawal" drop constraint if exists "hamon_withdrawal_channel_check";`)

    this.addSql(
      `alter table if exists "hamon_access_token" add constraint "hamon_access_token_purpose_check" check("purpose" in ('withdrawal_proof', 'withdrawal_link', 'orders_link'));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_access_token_token_hash" ON "hamon_access_token" ("token_hash") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "hamon_withdrawal" add column if not exists "customer_id" text null, add column if not exists "condition" jsonb null, add column if not exists "hold" text check ("hold" in ('none', 'held', 'lifted')) not null default 'none', add column if not exists "hold_changed_at" timestamptz null, add column if not exists "hold_changed_by" text null, add column if not exists "keep_goods" text check ("keep_goods" in ('none', 'asked', 'agreed', 'refused')) not null default 'none', add column if not exists "keep_goods_asked_at" timestamptz null, add column if not exists "other_means" jsonb null, add column if not exists "outcome" text check ("outcome" in ('declined', 'kept', 'nothing_due')) null, add column if not exists "closed_at" timestamptz null;`,
    )
    this.addSql(
      `alter table if exists "hamon_withdrawal" add constraint "hamon_withdrawal_channel_check" check("channel" in ('hosted_page', 'store_api', 'account', 'email', 'post', 'phone', 'staff'));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_customer_id" ON "hamon_withdrawal" ("customer_id") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_sent_at" ON "hamon_withdrawal" ("sent_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "hamon_deduction" cascade;`)

    this.addSql(`drop table if exists "hamon_upload" cascade;`)

    this.addSql(
      `alter table if exists "hamon_access_token" drop constraint if exists "hamon_access_token_purpose_check";`,
    )

    this.addSql(`alter table if exists "hamon_withdrawal" drop constraint if exists "hamon_withdrawal_channel_check";`)

    this.addSql(`drop index if exists "IDX_hamon_access_token_token_hash";`)

    this.addSql(
      `alter table if exists "hamon_access_token" add constraint "hamon_access_token_purpose_check" check("purpose" in ('withdrawal_proof'));`,
    )

    this.addSql(`drop index if exists "IDX_hamon_withdrawal_customer_id";`)
    this.addSql(`drop index if exists "IDX_hamon_withdrawal_sent_at";`)
    this.addSql(
      `alter table if exists "hamon_withdrawal" drop column if exists "customer_id", drop column if exists "condition", drop column if exists "hold", drop column if exists "hold_changed_at", drop column if exists "hold_changed_by", drop column if exists "keep_goods", drop column if exists "keep_goods_asked_at", drop column if exists "other_means", drop column if exists "outcome", drop column if exists "closed_at";`,
    )

    this.addSql(
      `alter table if exists "hamon_withdrawal" add constraint "hamon_withdrawal_channel_check" check("channel" in ('hosted_page', 'store_api', 'account', 'email', 'post', 'staff'));`,
    )
  }
}
