import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122165245_Hamon extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "hamon_access_token" ("id" text not null, "token_hash" text not null, "purpose" text check ("purpose" in ('withdrawal_proof')) not null, "subject_id" text not null, "person_hash" text not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "failures" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_access_token_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_access_token_deleted_at" ON "hamon_access_token" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_access_token_purpose_subject_id" ON "hamon_access_token" ("purpose", "subject_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_catalogue_rule" ("id" text not null, "kind" text check ("kind" in ('exception', 'extra', 'delivery_delay')) not null, "target_type" text check ("target_type" in ('product', 'category', 'shipping_option')) not null, "target_id" text not null, "value" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_catalogue_rule_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_catalogue_rule_deleted_at" ON "hamon_catalogue_rule" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_catalogue_rule_kind_target_type_target_id_unique" ON "hamon_catalogue_rule" ("kind", "target_type", "target_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_checkout_record" ("id" text not null, "cart_id" text not null, "sequence" integer not null, "order_id" text null, "locale" text not null, "recorded_at" timestamptz not null, "content" jsonb not null, "hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_checkout_record_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_checkout_record_deleted_at" ON "hamon_checkout_record" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_checkout_record_cart_id_sequence_unique" ON "hamon_checkout_record" ("cart_id", "sequence");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_checkout_record_order_id" ON "hamon_checkout_record" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_deadline" ("id" text not null, "subject_type" text check ("subject_type" in ('order', 'withdrawal')) not null, "subject_id" text not null, "order_id" text null, "kind" text check ("kind" in ('delivery', 'withdrawal_period', 'return_of_goods', 'refund')) not null, "due_on" text null, "due_at" timestamptz null, "next_alert_at" timestamptz null, "state" text check ("state" in ('waiting', 'running', 'met', 'passed', 'canceled')) not null, "met_on" text null, "reason" jsonb not null, "articles" text[] not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_deadline_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_deadline_deleted_at" ON "hamon_deadline" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_deadline_subject_type_subject_id_kind_unique" ON "hamon_deadline" ("subject_type", "subject_id", "kind");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_deadline_order_id" ON "hamon_deadline" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_deadline_next_alert_at" ON "hamon_deadline" ("next_alert_at") WHERE next_alert_at IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_deadline_kind_state_due_on" ON "hamon_deadline" ("kind", "state", "due_on") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_delivery_promise" ("id" text not null, "order_id" text not null, "order_line_id" text not null, "promised_on" text not null, "source" text check ("source" in ('announced', 'statutory')) not null, "essential" boolean not null default false, "reason" jsonb not null, "articles" text[] not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_delivery_promise_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_delivery_promise_deleted_at" ON "hamon_delivery_promise" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_delivery_promise_order_id_order_line_id_unique" ON "hamon_delivery_promise" ("order_id", "order_line_id");`,
    )

    this.addSql(
      `create table if not exists "hamon_evidence" ("id" text not null, "sequence" integer not null, "kind" text not null, "subject_type" text not null, "subject_id" text not null, "order_id" text null, "recorded_at" timestamptz not null, "text" text not null, "previous_hash" text not null, "hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_evidence_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_evidence_deleted_at" ON "hamon_evidence" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_evidence_sequence_unique" ON "hamon_evidence" ("sequence");`,
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_evidence_hash_unique" ON "hamon_evidence" ("hash");`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_evidence_order_id" ON "hamon_evidence" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_evidence_subject_type_subject_id" ON "hamon_evidence" ("subject_type", "subject_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_evidence_opening" ("id" text not null, "evidence_id" text not null, "name" text not null, "value" text null, "salt" text null, "erased_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_evidence_opening_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_evidence_opening_deleted_at" ON "hamon_evidence_opening" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_evidence_opening_evidence_id_name_unique" ON "hamon_evidence_opening" ("evidence_id", "name");`,
    )

    this.addSql(
      `create table if not exists "hamon_letter" ("id" text not null, "kind" text not null, "cause_key" text not null, "recipient" text not null, "locale" text not null, "order_id" text null, "withdrawal_id" text null, "data" jsonb not null, "template_version" integer not null, "profile_version" integer null, "state" text check ("state" in ('queued', 'sending', 'sent', 'failed')) not null, "subject" text null, "html" text null, "text" text null, "hash" text null, "rendered_at" timestamptz null, "due_at" timestamptz null, "locked_until" timestamptz null, "attempts" integer not null default 0, "sent_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_letter_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_letter_deleted_at" ON "hamon_letter" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_letter_cause_key_unique" ON "hamon_letter" ("cause_key");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_letter_due_at" ON "hamon_letter" ("due_at") WHERE due_at IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_letter_order_id" ON "hamon_letter" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_letter_withdrawal_id" ON "hamon_letter" ("withdrawal_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_merchant_profile" ("id" text not null, "version" integer not null, "status" text check ("status" in ('draft', 'published')) not null, "content" jsonb not null, "hash" text not null, "published_at" timestamptz null, "published_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_merchant_profile_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_merchant_profile_deleted_at" ON "hamon_merchant_profile" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_merchant_profile_version_unique" ON "hamon_merchant_profile" ("version");`,
    )

    this.addSql(
      `create table if not exists "hamon_order_case" ("id" text not null, "order_id" text not null, "display_id" integer not null, "customer_id" text null, "email" text null, "email_key" text null, "locale" text not null, "currency" text not null, "concluded_on" text not null, "placed_at" timestamptz not null, "place" jsonb not null, "status" text check ("status" in ('open', 'canceled')) not null default 'open', "facts" jsonb not null, "facts_read_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_order_case_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_order_case_deleted_at" ON "hamon_order_case" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_order_case_order_id_unique" ON "hamon_order_case" ("order_id");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_order_case_display_id" ON "hamon_order_case" ("display_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_order_case_email_key" ON "hamon_order_case" ("email_key") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_reception" ("id" text not null, "order_id" text not null, "order_line_id" text not null, "fulfillment_id" text null, "quantity" integer not null, "received_on" text not null, "source" text check ("source" in ('carrier', 'staff', 'customer')) not null, "proof" jsonb null, "recorded_by" text null, "recorded_at" timestamptz not null, "superseded_by_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_reception_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_reception_deleted_at" ON "hamon_reception" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_reception_order_id" ON "hamon_reception" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_reception_fulfillment_id_order_line_id_received_on_unique" ON "hamon_reception" ("fulfillment_id", "order_line_id", "received_on") WHERE superseded_by_id IS NULL AND fulfillment_id IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_refund" ("id" text not null, "key" text not null, "kind" text check ("kind" in ('refund', 'surcharge')) not null, "order_id" text not null, "withdrawal_id" text null, "currency" text not null, "amount" text not null, "breakdown" jsonb not null, "payment_id" text null, "payment_provider_id" text null, "state" text check ("state" in ('planned', 'sending', 'booked', 'failed', 'unknown')) not null, "approved_by" text null, "approved_at" timestamptz null, "core_refund_id" text null, "booked_at" timestamptz null, "next_attempt_at" timestamptz null, "locked_until" timestamptz null, "attempts" integer not null default 0, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_refund_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_refund_deleted_at" ON "hamon_refund" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_refund_key_unique" ON "hamon_refund" ("key");`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_refund_order_id" ON "hamon_refund" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_refund_next_attempt_at" ON "hamon_refund" ("next_attempt_at") WHERE next_attempt_at IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_sweep_heartbeat" ("id" text not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "handled" integer not null default 0, "last_error" text null, "cursor" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_sweep_heartbeat_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_sweep_heartbeat_deleted_at" ON "hamon_sweep_heartbeat" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_text_version" ("id" text not null, "kind" text not null, "locale" text not null, "version" integer not null, "body" text not null, "hash" text not null, "first_used_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_text_version_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_text_version_deleted_at" ON "hamon_text_version" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_text_version_kind_locale_version_unique" ON "hamon_text_version" ("kind", "locale", "version");`,
    )

    this.addSql(
      `create table if not exists "hamon_withdrawal" ("id" text not null, "reference" text not null, "declaration_key" text not null, "declared" jsonb not null, "email_key" text null, "locale" text not null, "channel" text check ("channel" in ('hosted_page', 'store_api', 'account', 'email', 'post', 'staff')) not null, "sent_at" timestamptz not null, "sent_on" text null, "context" jsonb null, "informed_at" timestamptz not null, "assurance" text check ("assurance" in ('unverified', 'email_matched', 'email_proven', 'account', 'staff')) not null, "phase" text check ("phase" in ('not_shipped', 'in_transit', 'delivered')) null, "status" text check ("status" in ('received', 'matched', 'return_open', 'goods_back', 'refunded', 'closed')) not null, "flags" text[] not null, "order_id" text null, "display_id" integer null, "matched_at" timestamptz null, "matched_by" text null, "return_id" text null, "goods_back_on" text null, "proof_of_dispatch_on" text null, "next_step_at" timestamptz null, "locked_until" timestamptz null, "attempts" integer not null default 0, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_withdrawal_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_deleted_at" ON "hamon_withdrawal" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_reference_unique" ON "hamon_withdrawal" ("reference");`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_declaration_key_unique" ON "hamon_withdrawal" ("declaration_key");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_order_id" ON "hamon_withdrawal" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_status_informed_at" ON "hamon_withdrawal" ("status", "informed_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_next_step_at" ON "hamon_withdrawal" ("next_step_at") WHERE next_step_at IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_withdrawal_line" ("id" text not null, "withdrawal_id" text not null, "order_id" text not null, "order_line_id" text not null, "title" text not null, "quantity" integer not null, "exception" integer null, "decision" text check ("decision" in ('none_needed', 'pending', 'withdrawn', 'declined')) not null, "decision_ground" text null, "decided_by" text null, "decided_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_withdrawal_line_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_line_deleted_at" ON "hamon_withdrawal_line" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_line_withdrawal_id_order_line_id_unique" ON "hamon_withdrawal_line" ("withdrawal_id", "order_line_id");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_withdrawal_line_order_id" ON "hamon_withdrawal_line" ("order_id") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "hamon_access_token" cascade;`)

    this.addSql(`drop table if exists "hamon_catalogue_rule" cascade;`)

    this.addSql(`drop table if exists "hamon_checkout_record" cascade;`)

    this.addSql(`drop table if exists "hamon_deadline" cascade;`)

    this.addSql(`drop table if exists "hamon_delivery_promise" cascade;`)

    this.addSql(`drop table if exists "hamon_evidence" cascade;`)

    this.addSql(`drop table if exists "hamon_evidence_opening" cascade;`)

    this.addSql(`drop table if exists "hamon_letter" cascade;`)

    this.addSql(`drop table if exists "hamon_merchant_profile" cascade;`)

    this.addSql(`drop table if exists "hamon_order_case" cascade;`)

    this.addSql(`drop table if exists "hamon_reception" cascade;`)

    this.addSql(`drop table if exists "hamon_refund" cascade;`)

    this.addSql(`drop table if exists "hamon_sweep_heartbeat" cascade;`)

    this.addSql(`drop table if exists "hamon_text_version" cascade;`)

    this.addSql(`drop table if exists "hamon_withdrawal" cascade;`)

    this.addSql(`drop table if exists "hamon_withdrawal_line" cascade;`)
  }
}
