import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { canonicalJson } from "../../../kit/canonical-json"
import { sha256 } from "../../../kit/secrets"
import type { Amount } from "../../../law"
import type { ExtraKind } from "../catalogue-rules"
import { appendEvidence } from "../evidence/append"
import type { CartRule, LetterLocale, OrderLine, StandingChoice } from "../types"

/**
 * What a cart announced to the customer, frozen. Issue by issue more members join: of an older record they are undefined.
 * Amounts are decimals with the currency's digits, tax included.
 */
export type CheckoutContent = {
  readonly lines: readonly CheckoutLine[]
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
  readonly extras?: readonly CheckoutExtra[]
  readonly total: Amount
  readonly currency: string
  /** ISO 3166-1 alpha-2, small letters; null while the cart has no address. */
  readonly country?: string | null
  /** Whether the buyer has the right of withdrawal of this law, and if not, why (article liminaire, L221-3). */
  readonly right?: { readonly exists: boolean; readonly why: "professional" | "other_law" | null }
  /** Versions of the texts that were shown. */
  readonly texts?: {
    readonly terms: { readonly id: string; readonly version: number; readonly hash: string } | null
    readonly merchant_profile: number | null
  }
  /** Words for the order button that the summary gave (L221-14); null where it was not asked. Those seen: the acknowledgement. */
  readonly button_label: string | null
}

export type CheckoutLine = {
  /** Of the cart; the order's lines have ids of their own, so they meet by product. */
  readonly id: string
  readonly product_id: string | null
  readonly title: string
  readonly variant?: string | null
  readonly sku?: string | null
  readonly quantity: number
  readonly total: Amount
  /** Number in L221-28 of the exception that was mentioned, or null. */
  readonly exception: number | null
  /** The words of that mention. */
  readonly exception_mention?: string | null
  /** Essential characteristics as shown (L221-14, L111-1, 1°); null where nothing says them. */
  readonly characteristics?: string | null
  /** When it is delivered, as announced (L216-1). */
  readonly delivery?: { readonly source: "statutory" | "announced"; readonly text: string }
  /** Key of the extra that this line is, see `CheckoutExtra`. */
  readonly extra?: string | null
}

/** A paid extra in a cart (L121-17), and the customer's word on it. */
export type CheckoutExtra = {
  /** What the customer chooses it by: id of the product, the shipping option, or the line where no product stands behind it. */
  readonly key: string
  readonly kind: ExtraKind | "dearer_delivery" | "payment_surcharge"
  /** Why it is one: a rule of the merchant, a charge without product, the shop's own mark, a gift that turned paid, dearer delivery. */
  readonly source: "rule" | "custom_line" | "metadata" | "turned_paid" | "delivery"
  readonly name: string
  readonly quantity: number
  readonly amount: Amount
  /** What the customer pays more because of it: of dearer delivery the difference to the cheapest standard one. */
  readonly supplement: Amount
  /** Words beside the box: kind and body of the versioned text, and as the customer reads them. */
  readonly text: { readonly kind: string; readonly body: string; readonly shown: string }
  /** `chosen` alone may be paid. `forbidden`: a surcharge for a means of payment (L112-12 CMF). */
  readonly standing: "chosen" | "unchosen" | "by_default" | "amount_changed" | "forbidden"
  readonly choice: {
    readonly id: string
    readonly text: string
    readonly amount: Amount
    readonly chosen_at: string
  } | null
}

export type CheckoutRecordRow = {
  readonly id: string
  readonly cart_id: string
  readonly order_id: string | null
  readonly sequence: number
  readonly locale: LetterLocale
  readonly content: CheckoutContent
  readonly hash: string
  readonly fingerprint: string | null
  readonly stamp: string | null
}

export type NewCheckoutRecord = {
  readonly cartId: string
  readonly locale: LetterLocale
  readonly content: CheckoutContent
  readonly fingerprint: string
  readonly stamp: string | null
}

/** Appends what the cart announces now. The same announcement told again keeps the record that stands. */
export async function recordCheckout(sql: Knex, input: NewCheckoutRecord, now: Date): Promise<CheckoutRecordRow> {
  await sql.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [`hamon_checkout_record:${input.cartId}`])
  const last = await sql<CheckoutRecordRow>("hamon_checkout_record")
    .where({ cart_id: input.cartId })
    .orderBy("sequence", "desc")
    .first()
  const hash = sha256(canonicalJson(input.content))
  if (last && last.hash === hash && last.locale === input.locale) {
    // The cart has changed in nothing that it announces.
    const { fingerprint, stamp } = input
    if (last.fingerprint !== fingerprint || last.stamp !== stamp) {
      await sql("hamon_checkout_record").where({ id: last.id }).update({ fingerprint, stamp })
    }
    return last
  }
  const [row] = await sql<CheckoutRecordRow>("hamon_checkout_record")
    .insert({
      id: generateEntityId(undefined, "hamco"),
      cart_id: input.cartId,
      sequence: (last?.sequence ?? 0) + 1,
      locale: input.locale,
      content: JSON.stringify(input.content) as unknown as CheckoutContent,
      hash,
      fingerprint: input.fingerprint,
      stamp: input.stamp,
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

/** Rows of the cart changed in nothing that the record rests on. */
export async function stampCheckout(sql: Knex, id: string, stamp: string): Promise<void> {
  await sql("hamon_checkout_record").where({ id }).update({ stamp })
}

/**
 * The exception that a cart announced for a product; without a record nothing was announced (L221-5, 10°). One that rests on
 * what happens later, or on the customer's consent (L221-28, 1° and 13°), is announced and takes no right away by itself.
 */
export function announcedException(record: CheckoutRecordRow | null, { productId }: OrderLine): number | null {
  return record?.content.lines.find(({ product_id }) => product_id === productId)?.exception ?? null
}

export type CheckoutFacts = {
  readonly locale: LetterLocale
  readonly rules: readonly CartRule[]
  readonly choices: readonly StandingChoice[]
  readonly last: CheckoutRecordRow | null
  /** Ids of lines and products that this cart showed free beside paid ones. */
  readonly gifts: readonly string[]
  readonly terms: { readonly id: string; readonly version: number; readonly hash: string } | null
  readonly profileVersion: number | null
}

/**
 * What this module knows of a cart: rules on its members, choices that stand, the last record, the texts in force.
 * @param cart.locale null: the language of the last record, or the fallback
 */
export async function checkoutFacts(
  sql: Knex,
  cart: { cartId: string; targets: readonly string[]; locale: LetterLocale | null },
  fallback: LetterLocale,
): Promise<CheckoutFacts> {
  const { rows } = await sql.raw<{ rows: [FactsRow] }>(FACTS, {
    cart: cart.cartId,
    targets: [...cart.targets],
    locale: cart.locale,
    fallback,
  })
  const [{ last, choices, profile_version, ...row }] = rows
  return {
    ...row,
    last,
    locale: cart.locale ?? last?.locale ?? fallback,
    choices: choices.map((choice) => ({ ...choice, chosen_at: new Date(choice.chosen_at) })),
    profileVersion: profile_version,
  }
}

type FactsRow = {
  readonly last: CheckoutRecordRow | null
  readonly rules: CartRule[]
  readonly choices: (Omit<StandingChoice, "chosen_at"> & { readonly chosen_at: string })[]
  readonly gifts: string[]
  readonly terms: CheckoutFacts["terms"]
  readonly profile_version: number | null
}

/**
 * In one statement: it stands in the way of every payment. A gift was free beside what was paid; of a free cart
 * nothing was, nor is a product whose other line was paid: two for one.
 */
const FACTS = `
  WITH records AS (SELECT * FROM hamon_checkout_record WHERE cart_id = :cart),
       last AS (SELECT * FROM records ORDER BY sequence DESC LIMIT 1)
  SELECT
    (SELECT to_json(last) FROM last) AS last,
    (SELECT coalesce(json_agg(rule ORDER BY id), '[]') FROM (
       SELECT id, kind, target_type, target_id, value FROM hamon_catalogue_rule
        WHERE target_id = ANY(:targets) AND deleted_at IS NULL) rule) AS rules,
    (SELECT coalesce(json_agg(choice ORDER BY id), '[]') FROM (
       SELECT id, extra, amount, currency, preselected, line_ids, text_shown, chosen_at FROM hamon_extra_choice
        WHERE cart_id = :cart AND ended_at IS NULL) choice) AS choices,
    (SELECT coalesce(json_agg(DISTINCT gift), '[]')
       FROM records, jsonb_array_elements(content->'lines') line,
            unnest(ARRAY[line->>'id', line->>'product_id']) gift
      WHERE gift IS NOT NULL AND (line->>'total')::numeric = 0
        AND EXISTS (SELECT 1 FROM jsonb_array_elements(content->'lines') paid WHERE (paid->>'total')::numeric > 0)
        AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(content->'lines') paid
                         WHERE paid->>'product_id' = gift AND (paid->>'total')::numeric > 0)) AS gifts,
    (SELECT to_json(terms) FROM (
       SELECT id, version, hash FROM hamon_text_version
        WHERE kind = 'terms_of_sale' AND locale IN ('fr', coalesce(:locale::text, (SELECT last.locale FROM last), :fallback))
        ORDER BY locale = 'fr', version DESC LIMIT 1) terms) AS terms,
    (SELECT max(version) FROM hamon_merchant_profile WHERE status = 'published') AS profile_version`
