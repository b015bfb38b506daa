import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CheckoutRecordRow } from "../../modules/hamon/operations/checkout"

export type Standing = {
  /** Of everything that a record rests on, as it is now; null where it cannot be read at once. */
  readonly stamp: string | null
  /** The last record of the cart, where nothing has changed since it was written. */
  readonly record: CheckoutRecordRow | null
}

/**
 * Whether the last record of a cart still tells what it announces, asked before every payment and order: one statement, where
 * reading the cart with its totals takes core many. Rows are compared whole, so that a change of any column, be it of no
 * weight, has the cart read again. Core's tables are only read; where they are not as expected (another version of Medusa, a
 * cart module elsewhere), the cart is read as ever.
 */
export async function standingRecord(container: MedusaContainer, cartId: string): Promise<Standing> {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    const { rows } = await sql.raw(STATEMENT, { cart: cartId })
    const [{ stamp, last }] = rows as [{ stamp: string; last: CheckoutRecordRow | null }]
    return { stamp, record: last && last.stamp === stamp ? last : null }
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`hamon: carts are read whole, since their tables are not as expected: ${(error as Error).message}`)
    return { stamp: null, record: null }
  }
}

const rows = (from: string, order = "row.id") => `(SELECT jsonb_agg(to_jsonb(row) ORDER BY ${order}) FROM ${from})`
const ofLines = (table: string) => rows(`${table} row JOIN lines ON lines.id = row.item_id`)
const ofMethods = (table: string) => rows(`${table} row JOIN methods ON methods.id = row.shipping_method_id`)

/** The cart with its rows, what decides of whom and what it is, the merchant's rules and texts, the customer's choices. */
const STATEMENT = `
  WITH own AS (SELECT * FROM cart WHERE id = :cart),
       lines AS (SELECT * FROM cart_line_item WHERE cart_id = :cart),
       methods AS (SELECT * FROM cart_shipping_method WHERE cart_id = :cart)
  SELECT md5(jsonb_build_array(
      ${rows("own row")},
      ${rows("cart_address row JOIN own ON own.shipping_address_id = row.id")},
      ${rows("lines row")},
      ${ofLines("cart_line_item_adjustment")},
      ${ofLines("cart_line_item_tax_line")},
      ${rows("methods row")},
      ${ofMethods("cart_shipping_method_adjustment")},
      ${ofMethods("cart_shipping_method_tax_line")},
      ${rows("credit_line row WHERE row.cart_id = :cart")},
      (SELECT jsonb_agg(DISTINCT to_jsonb(row)) FROM product_category_product row JOIN lines USING (product_id)),
      ${rows("customer_group_customer row JOIN own USING (customer_id)")},
      (SELECT to_jsonb(row.has_account) FROM customer row JOIN own ON own.customer_id = row.id),
      (SELECT to_jsonb(seen) FROM (
         SELECT count(*), max(greatest(updated_at, deleted_at)) FROM hamon_catalogue_rule) seen),
      ${rows("hamon_extra_choice row WHERE row.cart_id = :cart AND row.ended_at IS NULL")},
      (SELECT to_jsonb(seen) FROM (
         SELECT count(*), max(version) FROM hamon_text_version WHERE kind = 'terms_of_sale') seen),
      (SELECT to_jsonb(max(version)) FROM hamon_merchant_profile WHERE status = 'published'))::text) AS stamp,
    (SELECT to_json(last) FROM (
       SELECT * FROM hamon_checkout_record WHERE cart_id = :cart ORDER BY sequence DESC LIMIT 1) last) AS last`
