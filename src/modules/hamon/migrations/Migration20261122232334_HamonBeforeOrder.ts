import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What an update must leave alone. */
const FROZEN = {
  hamon_merchant_profile: ["version", "status", "content", "hash"],
  hamon_text_version: ["kind", "locale", "version", "body", "hash"],
  hamon_official_file: ["kind", "locale", "content_type", "body", "hash"],
  hamon_extra_choice: [
    "cart_id",
    "extra",
    "text_version_id",
    "text_shown",
    "amount",
    "currency",
    "preselected",
    "chosen_at",
  ],
  hamon_checkout_acknowledgement: ["cart_id", "checkout_record_id", "summary_hash", "button_label", "texts"],
}
const KEPT = ["hamon_text_version", "hamon_official_file", "hamon_extra_choice", "hamon_checkout_acknowledgement"]

/**
 * Before the order: choices of paid extras, what customers saw of the summary, official files, checks of the report. What
 * was published, chosen or seen is not changed afterwards: the database itself refuses.
 */
export class Migration20261122232334_HamonBeforeOrder extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "hamon_checkout_acknowledgement" ("id" text not null, "cart_id" text not null, "checkout_record_id" text not null, "summary_hash" text not null, "button_label" text not null, "texts" jsonb not null, "locale" text not null, "customer_id" text null, "acknowledged_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_checkout_acknowledgement_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_checkout_acknowledgement_deleted_at" ON "hamon_checkout_acknowledgement" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_checkout_acknowledgement_cart_id" ON "hamon_checkout_acknowledgement" ("cart_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_conformity_check" ("id" text not null, "state" text check ("state" in ('met', 'missing', 'at_risk', 'not_verified')) not null, "proof" jsonb not null, "checked_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_conformity_check_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_conformity_check_deleted_at" ON "hamon_conformity_check" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_extra_choice" ("id" text not null, "cart_id" text not null, "extra" text not null, "name" text not null, "text_version_id" text not null, "text_shown" text not null, "locale" text not null, "quantity" integer not null, "amount" text not null, "currency" text not null, "preselected" boolean not null, "chosen_at" timestamptz not null, "customer_id" text null, "ended_at" timestamptz null, "ended_by" text check ("ended_by" in ('customer', 'newer_choice')) null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_extra_choice_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_extra_choice_deleted_at" ON "hamon_extra_choice" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_extra_choice_cart_id_extra_unique" ON "hamon_extra_choice" ("cart_id", "extra") WHERE ended_at IS NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_extra_choice_cart_id" ON "hamon_extra_choice" ("cart_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_official_file" ("id" text not null, "kind" text check ("kind" in ('harmonised_notice')) not null, "locale" text not null, "content_type" text not null, "body" text not null, "hash" text not null, "uploaded_by" text not null, "uploaded_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_official_file_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_official_file_deleted_at" ON "hamon_official_file" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_official_file_kind_locale_uploaded_at" ON "hamon_official_file" ("kind", "locale", "uploaded_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "hamon_unchosen_extra" ("id" text not null, "order_id" text not null, "display_id" integer not null, "item_type" text check ("item_type" in ('line', 'shipping_method')) not null, "item_id" text not null, "title" text not null, "amount" text not null, "currency" text not null, "reason" jsonb not null, "found_at" timestamptz not null, "state" text check ("state" in ('open', 'refunded', 'consent_shown', 'gone')) not null, "refund_id" text null, "ground" text null, "decided_by" text null, "decided_at" timestamptz null, "staff_told_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "hamon_unchosen_extra_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_unchosen_extra_deleted_at" ON "hamon_unchosen_extra" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_unchosen_extra_order_id_item_id_unique" ON "hamon_unchosen_extra" ("order_id", "item_id");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_unchosen_extra_state" ON "hamon_unchosen_extra" ("state") WHERE state = 'open' AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_hamon_unchosen_extra_staff_told_at" ON "hamon_unchosen_extra" ("staff_told_at") WHERE staff_told_at IS NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "hamon_catalogue_rule" drop constraint if exists "hamon_catalogue_rule_kind_check";`,
    )
    this.addSql(
      `alter table if exists "hamon_catalogue_rule" drop constraint if exists "hamon_catalogue_rule_target_type_check";`,
    )

    this.addSql(
      `alter table if exists "hamon_catalogue_rule" add constraint "hamon_catalogue_rule_kind_check" check("kind" in ('exception', 'extra', 'delivery_delay', 'information', 'outside_right'));`,
    )
    this.addSql(
      `alter table if exists "hamon_catalogue_rule" add constraint "hamon_catalogue_rule_target_type_check" check("target_type" in ('product', 'category', 'shipping_option', 'customer_group', 'country'));`,
    )

    this.addSql(`alter table if exists "hamon_checkout_record" add column if not exists "fingerprint" text null;`)

    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_hamon_merchant_profile_status_unique" ON "hamon_merchant_profile" ("status") WHERE status = 'draft' AND deleted_at IS NULL;`,
    )

    this.addSql(`alter table if exists "hamon_text_version" add column if not exists "published_by" text null;`)

    for (const [table, members] of Object.entries(FROZEN)) {
      const changed = members.map((member) => `OLD.${member} IS DISTINCT FROM NEW.${member}`).join(" OR ")
      const when = table === "hamon_merchant_profile" ? `OLD.status = 'published' AND (${changed})` : changed
      this.addSql(
        `CREATE TRIGGER ${table}_frozen BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION hamon_refuse_change();`,
      )
    }
    for (const table of KEPT) {
      this.addSql(
        `CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION hamon_refuse_change();`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const table of Object.keys(FROZEN)) this.addSql(`DROP TRIGGER IF EXISTS ${table}_frozen ON ${table};`)
    for (const table of KEPT) this.addSql(`DROP TRIGGER IF EXISTS ${table}_kept ON ${table};`)

    this.addSql(`drop table if exists "hamon_checkout_acknowledgement" cascade;`)

    this.addSql(`drop table if exists "hamon_conformity_check" cascade;`)

    this.addSql(`drop table if exists "hamon_extra_choice" cascade;`)

    this.addSql(`drop table if exists "hamon_official_file" cascade;`)

    this.addSql(`drop table if exists "hamon_unchosen_extra" cascade;`)

    this.addSql(
      `alter table if exists "hamon_catalogue_rule" drop constraint if exists "hamon_catalogue_rule_kind_check";`,
    )
    this.addSql(
      `alter table if exists "hamon_catalogue_rule" drop constraint if exists "hamon_catalogue_rule_target_type_check";`,
    )

    this.addSql(
      `alter table if exists "hamon_catalogue_rule" add constraint "hamon_catalogue_rule_kind_check" check("kind" in ('exception', 'extra', 'delivery_delay'));`,
    )
    this.addSql(
      `alter table if exists "hamon_catalogue_rule" add constraint "hamon_catalogue_rule_target_type_check" check("target_type" in ('product', 'category', 'shipping_option'));`,
    )

    this.addSql(`alter table if exists "hamon_checkout_record" drop column if exists "fingerprint";`)

    this.addSql(`drop index if exists "IDX_hamon_merchant_profile_status_unique";`)

    this.addSql(`alter table if exists "hamon_text_version" drop column if exists "published_by";`)
  }
}
