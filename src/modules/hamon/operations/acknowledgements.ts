import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { appendEvidence } from "../evidence/append"
import type { LetterLocale } from "../types"
import type { CheckoutContent, CheckoutRecordRow } from "./checkout"

/** A summary as it was served, whole: its hash is of all its other members. Composed in `src/checkout/summary`. */
export type SeenSummary = { readonly summary_hash: string }

export type AcknowledgementRow = {
  readonly id: string
  readonly cart_id: string
  readonly checkout_record_id: string
  readonly summary_hash: string
  /** As it was shown: what the hash is of. */
  readonly summary: SeenSummary
  readonly button_label: string
  readonly texts: NonNullable<CheckoutContent["texts"]>
  readonly locale: LetterLocale
  readonly customer_id: string | null
  readonly acknowledged_at: Date
}

export type NewAcknowledgement = {
  readonly cartId: string
  readonly record: CheckoutRecordRow
  readonly summary: SeenSummary
  readonly buttonLabel: string
  readonly locale: LetterLocale
  readonly customerId: string | null
}

/** Writes down what a customer saw above the order button (L221-14). Told again, it is the row that stands. */
export async function acknowledgeSummary(sql: Knex, seen: NewAcknowledgement, now: Date): Promise<AcknowledgementRow> {
  const { cartId, record, summary, buttonLabel, locale, customerId } = seen
  // Two clicks are one acknowledgement.
  await sql.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [`hamon_checkout_acknowledgement:${cartId}`])
  const same = { checkout_record_id: record.id, summary_hash: summary.summary_hash, button_label: buttonLabel, locale }
  const known = await sql<AcknowledgementRow>("hamon_checkout_acknowledgement")
    .where({ cart_id: cartId, ...same, customer_id: customerId })
    .first()
  if (known) return known
  const texts = record.content.texts ?? { terms: null, merchant_profile: null }
  const [row] = await sql<AcknowledgementRow>("hamon_checkout_acknowledgement")
    .insert({
      id: generateEntityId(undefined, "hamca"),
      cart_id: cartId,
      ...same,
      summary: JSON.stringify(summary) as unknown as SeenSummary,
      texts: JSON.stringify(texts) as unknown as AcknowledgementRow["texts"],
      customer_id: customerId,
      acknowledged_at: now,
    })
    .returning("*")
  await appendEvidence(
    sql,
    {
      kind: "checkout.acknowledged",
      subject: { type: "cart", id: cartId },
      orderId: null,
      facts: {
        acknowledgement: row.id,
        record: { id: record.id, hash: record.hash },
        summary_hash: row.summary_hash,
        button_label: buttonLabel,
        terms: texts.terms,
        locale,
      },
    },
    now,
  )
  return row
}

/** The last acknowledgement of a checkout record; null while nobody saw the summary of it. */
export async function acknowledgementOf(sql: Knex, recordId: string): Promise<AcknowledgementRow | null> {
  const row = await sql<AcknowledgementRow>("hamon_checkout_acknowledgement")
    .where({ checkout_record_id: recordId })
    .orderBy("acknowledged_at", "desc")
    .first()
  return row ?? null
}
