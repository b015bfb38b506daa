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
 * reading the cart with its totals takes core many. Rows of what is bought are compared whole, so that a change
 * of any column, be it of no weight, has the cart read again. Core's tables are only read; where they are not as expected
 * (another version of Medusa, a cart module elsewhere), the cart is read as ever.
 */
export async function standingRecord(container: MedusaContainer, cartId: string): Promise<Standing> {
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  try {
    const { rows } = await sql.raw(STATEMENT, { cart: cartId })
    const [{ stamp, last }] = rows as [{ stamp: string; last: CheckoutRecordRow | null }]
    return { stamp, record: last && last.stamp === stamp ? last : null }
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`hamon: a cart is read whole, since one look at its rows failed: ${(error as Error).message}`)
    return { stamp: null, record: null }
  }
}

const all = (from: string) => `(SELECT jsonb_agg(to_jsonb(row) ORDER BY row.id) FROM ${from})`
const ofLines = (table: string) => all(`${table} row JOIN lines ON lines.id = row.item_id`)
const ofMethods = (table: string) => all(`${table} row JOIN methods ON methods.id = row.shipping_method_id`)

/**
 * What the cart holds, where it goes and whose it is, the merchant's rules on any of it, his texts, the customer's choices. Of
 * persons nothing but ids. Rules are compared by what they say: the clocks of two servers may differ.
 */
const STATEMENT = `
  WITH own AS (SELECT * FROM cart WHERE id = :cart),
       address AS (SELECT country_code, postal_code FROM cart_address WHERE id = (SELECT shipping_address_id FROM own)),
       lines AS (SELECT * FROM cart_line_item WHERE cart_id = :cart),
       methods AS (SELECT * FROM cart_shipping_method WHERE cart_id = :cart),
       targets AS (
         SELECT product_id AS id FROM lines
         UNION SELECT product_category_id FROM product_category_product JOIN lines USING (product_id)
         UNION SELECT shipping_option_id FROM methods
         UNION SELECT customer_group_id FROM customer_group_customer member JOIN own USING (customer_id)
                WHERE member.deleted_at IS NULL
         UNION SELECT lower(country_code) FROM address)
  SELECT md5(jsonb_build_array(
      (SELECT jsonb_build_array(region_id, customer_id, currency_code, completed_at, deleted_at) FROM own),
      (SELECT to_jsonb(address) FROM address),
      ${all("lines row")},
      ${ofLines("cart_line_item_adjustment")},
      ${ofLines("cart_line_item_tax_line")},
      ${all("methods row")},
      ${ofMethods("cart_shipping_method_adjustment")},
      ${ofMethods("cart_shipping_method_tax_line")},
      ${all("credit_line row WHERE row.cart_id = :cart")},
      (SELECT jsonb_agg(id ORDER BY id) FROM targets),
      (SELECT to_jsonb(customer.has_account) FROM customer JOIN own ON own.customer_id = customer.id),
      ${all("hamon_catalogue_rule row JOIN targets ON targets.id = row.target_id WHERE row.deleted_at IS NULL")},
      ${all("hamon_extra_choice row WHERE row.cart_id = :cart AND row.ended_at IS NULL")},
      (SELECT to_jsonb(seen) FROM (
         SELECT count(*), max(version) FROM hamon_text_version WHERE kind = 'terms_of_sale') seen),
      (SELECT to_jsonb(max(version)) FROM hamon_merchant_profile WHERE status = 'published'))::text) AS stamp,
    (SELECT to_json(last) FROM (
       SELECT * FROM hamon_checkout_record WHERE cart_id = :cart ORDER BY sequence DESC LIMIT 1) last) AS last`
