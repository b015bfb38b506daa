import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Payments at their providers: events, disputes, and what became of a refund there. */
export class Migration20261122202915_HamonPayments extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "hamon_dispute" ("id" text not null, "provider" text check ("provider" in ('stripe', 'paypal')) not null, "provider_dispute_id" text not null, "payment_id" text not null, "order_id" text not null, "display_id" integer not null, "currency" text not null, "amount" text not null, "status" text check ("status" in ('open', 'won', 'lost')) not null, "stage" text not null, "reason" text null, "respond_by" timestamptz null, "opened_at" timestamptz not null, "closed_at" timestamptz null, "staff_told_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_dispute_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_dispute_deleted_at" ON "hamon_dispute" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_dispute_provider_provider_dispute_id_unique" ON "hamon_dispute" ("provider", "provider_dispute_id");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_dispute_order_id" ON "hamon_dispute" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_dispute_status_respond_by" ON "hamon_dispute" ("status", "respond_by") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_dispute_opened_at" ON "hamon_dispute" ("opened_at") WHERE staff_told_at IS NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_provider_event" ("id" text not null, "provider" text check ("provider" in ('stripe', 'paypal')) not null, "provider_event_id" text not null, "type" text not null, "payment_reference" text null, "source" text check ("source" in ('webhook', 'asked')) not null, "occurred_at" timestamptz not null, "body" text null, "state" text check ("state" in ('received', 'applied', 'unmatched')) not null default 'received', "order_id" text null, "applied_at" timestamptz null, "next_attempt_at" timestamptz null, "locked_until" timestamptz null, "attempts" integer not null default 0, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_provider_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_provider_event_deleted_at" ON "hamon_provider_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_provider_event_provider_provider_event_id_unique" ON "hamon_provider_event" ("provider", "provider_event_id");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_provider_event_next_attempt_at" ON "hamon_provider_event" ("next_attempt_at") WHERE next_attempt_at IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_provider_event_applied_at" ON "hamon_provider_event" ("applied_at") WHERE body IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "hamon_order_case" add column if not exists "payments_described_at" timestamptz null, add column if not exists "payments_released_at" timestamptz null;`,
    )
    // Orders placed before are not looked at again.
    this.addSql(`update "hamon_order_case" set "payments_described_at" = now(), "payments_released_at" = now();`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_order_case_placed_at" ON "hamon_order_case" ("placed_at") WHERE payments_described_at IS NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_order_case_order_id" ON "hamon_order_case" ("order_id") WHERE status = 'canceled' AND payments_released_at IS NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "hamon_refund" add column if not exists "provider_refund_id" text null, add column if not exists "provider_status" text check ("provider_status" in ('pending', 'succeeded', 'failed', 'canceled')) null, add column if not exists "paid_otherwise" jsonb null, add column if not exists "trouble" jsonb null;`,
    )
    this.addSql(`alter table if exists "hamon_withdrawal" add column if not exists "trouble" jsonb null;`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_refund_payment_id" ON "hamon_refund" ("payment_id") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "hamon_dispute" cascade;`)

    this.addSql(`drop table if exists "hamon_provider_event" cascade;`)

    this.addSql(`drop index if exists "IDX_hamon_order_case_placed_at";`)
    this.addSql(`drop index if exists "IDX_hamon_order_case_order_id";`)
    this.addSql(
      `alter table if exists "hamon_order_case" drop column if exists "payments_described_at", drop column if exists "payments_released_at";`,
    )

    this.addSql(`drop index if exists "IDX_hamon_refund_payment_id";`)
    this.addSql(
      `alter table if exists "hamon_refund" drop column if exists "provider_refund_id", drop column if exists "provider_status", drop column if exists "paid_otherwise", drop column if exists "trouble";`,
    )
    this.addSql(`alter table if exists "hamon_withdrawal" drop column if exists "trouble";`)
  }
}
