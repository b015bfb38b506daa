import type { Answer, Shop } from "./client"
import type { SeededShop } from "./seed"

export type Purchase = {
  readonly email: string
  readonly name: { readonly first: string; readonly last: string }
  readonly units: readonly { readonly variantId: string; readonly quantity: number }[]
  readonly locale?: "fr" | "en"
  /** Shipping option; default standard, null for a digital cart. One that is named is chosen, as by a customer who ticks. */
  readonly deliveryId?: string | null
  readonly postalCode?: string
  /** Codes of promotions. */
  readonly codes?: readonly string[]
  /** How it is paid; default: the manual provider, where nothing has to be approved. */
  readonly means?: Means
}

/** A means of payment: Medusa's provider, and what the customer does with the session before the order. */
export type Means = {
  readonly providerId: string
  /** @param data of the payment session, as the store API shows it to the shop page */
  readonly approve: (data: Answer) => Promise<void>
}

const MANUAL: Means = { providerId: "pp_system_default", approve: async () => undefined }

/**
 * Buys as a guest over the store API: cart, address, delivery, summary, payment, order.
 * @returns the order as the store API gives it
 */
export async function buy(shop: Shop, seeded: SeededShop, purchase: Purchase): Promise<Answer> {
  const { cartId } = await fillCart(shop, seeded, purchase)
  await pay(shop, cartId, purchase.means)
  const { order } = await shop.store(`/carts/${cartId}/complete`, {})
  return order
}

/** A cart that only has to be paid: articles, address, delivery, and the summary that was seen. */
export async function fillCart(shop: Shop, seeded: SeededShop, purchase: Purchase): Promise<{ cartId: string }> {
  const cartId = await openCart(shop, seeded, purchase)
  if (purchase.deliveryId) await chooseExtras(shop, cartId, purchase.locale)
  await acknowledge(shop, cartId, purchase.locale)
  return { cartId }
}

/** A cart whose summary was not shown yet: articles, address, delivery. @returns its id */
export async function openCart(shop: Shop, seeded: SeededShop, purchase: Purchase): Promise<string> {
  const { email, name, units, deliveryId = seeded.standardDeliveryId, postalCode = "75011", codes } = purchase
  const address = {
    first_name: name.first,
    last_name: name.last,
    address_1: "8 passage de la Bonne Graine",
    postal_code: postalCode,
    city: postalCode.startsWith("97") ? "Saint-Denis" : "Paris",
    country_code: "fr",
  }
  const { cart } = await shop.store("/carts", {
    region_id: seeded.regionId,
    email,
    shipping_address: address,
    billing_address: address,
    items: units.map(({ variantId, quantity }) => ({ variant_id: variantId, quantity })),
    ...(codes && { promo_codes: codes }),
  })
  if (deliveryId) await shop.store(`/carts/${cart.id}/shipping-methods`, { option_id: deliveryId })
  return cart.id
}

/** What a shop page does when its customer presses the button: he saw the summary, its words on the button, and the terms. */
export async function acknowledge(shop: Shop, cartId: string, locale: "fr" | "en" = "fr"): Promise<Answer> {
  const { summary } = await shop.store(`/hamon/carts/${cartId}/summary?locale=${locale}`)
  const { summary_hash, button_label, terms } = summary
  const seen = { summary_hash, button_label, locale, terms: terms?.id ?? null }
  const { acknowledgement } = await shop.store(`/hamon/carts/${cartId}/acknowledge`, seen)
  return { summary, acknowledgement }
}

/** Chooses every paid extra of a cart as it is shown, as a customer who ticks each box (L121-17). */
export async function chooseExtras(shop: Shop, cartId: string, locale: "fr" | "en" = "fr"): Promise<Answer[]> {
  const { extras } = await shop.store(`/hamon/carts/${cartId}/extras?locale=${locale}`)
  const chosen: Answer[] = []
  for (const { key, text_version, amount } of extras) {
    const body = { locale, text_version, amount, preselected: false }
    chosen.push((await shop.store(`/hamon/carts/${cartId}/extras/${key}`, body, "PUT")).extra)
  }
  return chosen
}

/** Begins the payment of a cart, and does what the customer does at the provider. @returns the payment session */
export async function pay(shop: Shop, cartId: string, means: Means = MANUAL): Promise<Answer> {
  const { payment_collection: made } = await shop.store("/payment-collections", { cart_id: cartId })
  const { payment_collection } = await shop.store(`/payment-collections/${made.id}/payment-sessions`, {
    provider_id: means.providerId,
  })
  const session = payment_collection.payment_sessions.find((one: Answer) => one.provider_id === means.providerId)
  await means.approve(session.data)
  return session
}

/** Staff capture every payment of an order. */
export async function capture(shop: Shop, orderId: string): Promise<void> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=*payment_collections.payments`)
  for (const { payments } of order.payment_collections) {
    for (const payment of payments) if (!payment.captured_at) await shop.admin(`/payments/${payment.id}/capture`, {})
  }
}

/** Staff fulfil units of an order and ship them as one parcel. @returns id of the fulfilment */
export async function ship(
  shop: Shop,
  orderId: string,
  units: readonly { readonly id: string; readonly quantity: number }[],
  { locationId, tracking }: { locationId: string; tracking: string },
): Promise<string> {
  const before = await parcels(shop, orderId)
  await shop.admin(`/orders/${orderId}/fulfillments`, { location_id: locationId, items: units })
  const made = (await parcels(shop, orderId)).find((id) => !before.includes(id)) as string
  await shop.admin(`/orders/${orderId}/fulfillments/${made}/shipments`, {
    items: units,
    labels: [{ tracking_number: tracking, tracking_url: "#", label_url: "#" }],
  })
  return made
}

async function parcels(shop: Shop, orderId: string): Promise<string[]> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=id,*fulfillments`)
  return order.fulfillments.map(({ id }: { id: string }) => id)
}

/** Staff receive the goods of a return, all of them. */
export async function receive(shop: Shop, returnId: string): Promise<void> {
  const { return: begun } = await shop.admin(`/returns/${returnId}/receive`, {})
  const items = begun.items ?? (await shop.admin(`/returns/${returnId}?fields=*items`)).return.items
  await shop.admin(`/returns/${returnId}/receive-items`, {
    items: items.map(({ item_id, quantity }: { item_id: string; quantity: number }) => ({ id: item_id, quantity })),
  })
  await shop.admin(`/returns/${returnId}/receive/confirm`, {})
}
