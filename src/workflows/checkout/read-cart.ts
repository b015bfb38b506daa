import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import type { CartFacts, CartLine } from "../../checkout/cart"
import { amountOf, extraMark } from "../order-facts/read-order"
import { hamonService } from "../service"

/** With the cart's totals, core computes those of its lines and methods. Made anew for each call: core changes what it is given. */
function whole() {
  return {
    select: ["id", "currency_code", "region_id", "customer_id", "completed_at", "total", "tax_total"],
    relations: ["items", "shipping_methods", "shipping_address"],
  }
}

type Raw = {
  id: string
  currency_code: string
  region_id: string | null
  customer_id: string | null
  completed_at: string | null
  total: number
  tax_total: number
  shipping_address: { country_code: string | null; postal_code: string | null } | null
  items: RawItem[]
  shipping_methods: {
    id: string
    name: string
    shipping_option_id: string | null
    total: number
    original_total: number
  }[]
}

type RawItem = {
  id: string
  title: string
  product_id: string | null
  product_title: string | null
  variant_title: string | null
  variant_sku: string | null
  metadata: Record<string, unknown> | null
  quantity: number
  total: number
}

/**
 * Reads a cart from core, totals as core computes them.
 * @throws MedusaError not_found
 */
export async function readCart(container: MedusaContainer, cartId: string): Promise<CartFacts> {
  const cart = await findCart(container, cartId)
  if (cart) return cart
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no cart ${cartId}`)
}

/**
 * The same; null where there is none. It stands in the way of every payment: core's cart is asked alone, without the joiner
 * of modules, and categories and groups only where the merchant has rules on any.
 */
export async function findCart(container: MedusaContainer, cartId: string): Promise<CartFacts | null> {
  const [carts, places] = await Promise.all([
    container.resolve(Modules.CART).listCarts({ id: [cartId] }, whole()),
    hamonService(container).rulePlaces(),
  ])
  const [cart] = carts as unknown as Raw[]
  if (!cart) return null
  const [categories, customerGroups] = await Promise.all([
    places.has("category") ? categoriesOf(container, cart.items) : new Map<string, string[]>(),
    places.has("customer_group") ? groupsOf(container, cart.customer_id) : [],
  ])
  const code = cart.currency_code
  return {
    id: cart.id,
    completed: cart.completed_at !== null,
    currency: code,
    regionId: cart.region_id,
    customerId: cart.customer_id,
    customerGroups,
    country: cart.shipping_address?.country_code?.toLowerCase() ?? null,
    postalCode: cart.shipping_address?.postal_code ?? null,
    total: amountOf(cart.total, code),
    taxes: amountOf(cart.tax_total, code),
    lines: inOrder(cart.items).map((item) => lineOf(item, categories, code)),
    methods: inOrder(cart.shipping_methods).map(({ id, name, shipping_option_id, total, original_total }) => ({
      id,
      optionId: shipping_option_id,
      name,
      total: amountOf(total, code),
      listed: amountOf(original_total, code),
    })),
  }
}

function lineOf(item: RawItem, categories: ReadonlyMap<string, string[]>, code: string): CartLine {
  return {
    id: item.id,
    productId: item.product_id,
    categoryIds: (item.product_id && categories.get(item.product_id)) || [],
    title: item.product_title ?? item.title,
    variant: item.variant_title,
    sku: item.variant_sku,
    quantity: Number(item.quantity),
    total: amountOf(item.total, code),
    mark: extraMark(item.metadata),
  }
}

/** Core answers in any order: a list that only moved is no change. */
function inOrder<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Categories of the products of a cart. */
async function categoriesOf(container: MedusaContainer, items: readonly RawItem[]): Promise<Map<string, string[]>> {
  const id = items.flatMap(({ product_id }) => product_id ?? [])
  if (id.length === 0) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "product", fields: ["id", "categories.id"], filters: { id } })
  const products = data as { id: string; categories?: { id: string }[] }[]
  return new Map(products.map((one) => [one.id, (one.categories ?? []).map((category) => category.id).sort()]))
}

/** Groups of a customer with an account; none of somebody who only typed an address. */
export async function groupsOf(container: MedusaContainer, customerId: string | null): Promise<string[]> {
  if (!customerId) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["has_account", "groups.id"]
  const { data } = await query.graph({ entity: "customer", fields, filters: { id: customerId } })
  const [customer] = data as { has_account: boolean; groups?: { id: string }[] }[]
  // Core gives every typed address a customer: only an account has been put into a group.
  return customer?.has_account ? (customer.groups ?? []).map(({ id }) => id).sort() : []
}
