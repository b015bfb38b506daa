import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The list of what staff review holds every flag that asks something of them; its words are those of `operations/withdrawal-views.ts`. */
export class Migration20261123193000_HamonReview extends Migration {
  override async up(): Promise<void> {
    this.make(`'late', 'excepted', 'unclear_articles', 'withdrawn_before', 'reopened', 'objected', 'more_than_left',
    'shipped_despite_hold', 'return_canceled'`)
  }

  override async down(): Promise<void> {
    this.make(`'late', 'excepted', 'unclear_articles', 'withdrawn_before', 'reopened'`)
  }

  private make(flags: string): void {
    this.addSql(`DROP INDEX IF EXISTS "IDX_hamon_withdrawal_to_review";`)
    this
      .addSql(`CREATE INDEX "IDX_hamon_withdrawal_to_review" ON hamon_withdrawal (sent_at, id) WHERE status IN ('matched', 'return_open', 'goods_back') AND deleted_at IS NULL
  AND (flags && ARRAY[${flags}] OR keep_goods = 'asked');`)
  }
}
