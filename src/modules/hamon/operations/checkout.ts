import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { canonicalJson } from "../../../kit/canonical-json"
import { sha256 } from "../../../kit/secrets"
import type { Amount } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { LetterLocale, OrderLine } from "../types"

/** What a cart announced to the customer, frozen. Issue by issue more members join; old records stay as they are. */
export type CheckoutContent = {
  readonly lines: readonly {
    /** Of the cart; the order's lines have ids of their own, so they meet by product. */
    readonly id: string
    readonly product_id: string | null
    readonly title: string
    readonly quantity: number
    readonly total: Amount
    /** Number in L221-28 of the exception that was mentioned, or null. */
    readonly exception: number | null
  }[]
  readonly delivery_offered: readonly {
    readonly id: string
    readonly name: string
    /** With tax; null where it is known only without, or not at all. */
    readonly price: Amount | null
    /** Collected by the customer: no standard delivery to compare with. */
    readonly pickup: boolean
  }[]
  readonly delivery_chosen: { readonly name: string; readonly price: Amount } | null
  /** Whether the customer himself chose the mode of delivery (L221-24, al. 4); null where the shop does not say. */
  readonly delivery_expressly_chosen: boolean | null
  /** The cheapest standard delivery that was offered: what a withdrawal refunds at most (L221-24, al. 4). */
  readonly cheapest_standard_delivery: Amount | null
  readonly total: Amount
  readonly currency: string
  /** Words of the order button that were shown (L221-14). */
  readonly button_label: string
}

export type CheckoutRecordRow = {
  readonly id: string
  readonly cart_id: string
  readonly order_id: string | null
  readonly sequence: number
  readonly locale: LetterLocale
  readonly content: CheckoutContent
  readonly hash: string
}

/** Appends what the cart announces now. The same announcement told again keeps the record that stands. */
export async function recordCheckout(
  sql: Knex,
  input: { readonly cartId: string; readonly locale: LetterLocale; readonly content: CheckoutContent },
  now: Date,
): Promise<CheckoutRecordRow> {
  await sql.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [`hamon_checkout_record:${input.cartId}`])
  const last = await sql<CheckoutRecordRow>("hamon_checkout_record")
    .where({ cart_id: input.cartId })
    .orderBy("sequence", "desc")
    .first()
  const hash = sha256(canonicalJson(input.content))
  if (last && last.hash === hash && last.locale === input.locale) return last
  const [row] = await sql<CheckoutRecordRow>("hamon_checkout_record")
    .insert({
      id: generateEntityId(undefined, "hamco"),
      cart_id: input.cartId,
      sequence: (last?.sequence ?? 0) + 1,
      locale: input.locale,
      content: JSON.stringify(input.content) as unknown as CheckoutContent,
      hash,
      ...{ recorded_at: now },
    })
    .returning("*")
  await appendEvidence(
    sql,
    {
      kind: "checkout.recorded",
      subject: { type: "cart", id: input.cartId },
      orderId: null,
      facts: { record: row.id, sequence: row.sequence, hash, locale: input.locale },
    },
    now,
  )
  return row
}

/** The exception that a cart announced for a product; without a record nothing was announced (L221-5, 5°). */
export function announcedException(record: CheckoutRecordRow | null, { productId }: OrderLine): number | null {
  return record?.content.lines.find(({ product_id }) => product_id === productId)?.exception ?? null
}
