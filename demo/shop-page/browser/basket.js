import { h } from "./dom.js"
import { countOf, regionId, storeUrl } from "./settings.js"
import { store } from "./store.js"

/** Kept apart by store: the same browser may have visited another one under this address. */
const KEY = `cart ${storeUrl}`

/** The store leaves the totals of the lines out, and the payments that were started, unless it is asked for them. */
const FIELDS = "fields=%2Bitems.total,*payment_collection.payment_sessions"

let cart = null
let expired = false

export function currentCart() {
  return cart
}

/** Whether a cart of an earlier visit had to be dropped; told once. */
export function wasExpired() {
  const was = expired
  expired = false
  return was
}

/** The cart of this browser as the store has it. One that is an order already, or that the store forgot, is dropped. */
export async function loadCart() {
  const id = localStorage.getItem(KEY)
  if (!id) return take(null)
  try {
    const { cart: found } = await store(`/carts/${id}?${FIELDS}`)
    if (!found.completed_at && found.region_id === regionId) return take(found)
    return take(null)
  } catch (error) {
    if (error.kind !== "gone") throw error
    return drop()
  }
}

/** Leaves a cart that the store forgot, or that became an order elsewhere, for the view of an empty one. */
export function leaveIfGone(error) {
  if (error.kind !== "gone") return false
  drop()
  // The view is shown anew even where it is the one in sight.
  if (location.hash === "#cart") dispatchEvent(new HashChangeEvent("hashchange"))
  else location.hash = "cart"
  return true
}

function drop() {
  expired = true
  return take(null)
}

/** Takes what the store answered for the cart; null forgets it. */
export function take(next) {
  cart = next
  if (cart) localStorage.setItem(KEY, cart.id)
  else localStorage.removeItem(KEY)
  showCount()
  return cart
}

export async function addToCart(variantId) {
  const item = { variant_id: variantId, quantity: 1 }
  try {
    if (cart) return take((await store(`/carts/${cart.id}/line-items?${FIELDS}`, item)).cart)
  } catch (error) {
    if (error.kind !== "gone") throw error
  }
  return take((await store(`/carts?${FIELDS}`, { region_id: regionId, items: [item] })).cart)
}

export async function setQuantity(lineId, quantity) {
  return take((await store(`/carts/${cart.id}/line-items/${lineId}?${FIELDS}`, { quantity })).cart)
}

export async function removeLine(lineId) {
  await store(`/carts/${cart.id}/line-items/${lineId}`, undefined, "DELETE")
  return loadCart()
}

/** The store cannot take a chosen delivery off a cart: when nothing is left to deliver, the rest goes into a new cart. */
export async function dropIdleDelivery() {
  if (!hasIdleDelivery()) return
  const items = linesOf(cart).map(({ variant_id, quantity }) => ({ variant_id, quantity }))
  take((await store(`/carts?${FIELDS}`, { region_id: regionId, items })).cart)
}

export function hasIdleDelivery() {
  return !needsDelivery() && cart.shipping_methods.length > 0
}

export function pieces() {
  return (cart?.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
}

export function needsDelivery() {
  return cart.items.some(({ requires_shipping }) => requires_shipping)
}

/** In the order they were put in: the store answers them in any. */
export function linesOf({ items }) {
  return [...items].sort((a, b) => a.created_at.localeCompare(b.created_at))
}

function showCount() {
  const badge = document.getElementById("cart-count")
  badge.hidden = pieces() === 0
  badge.replaceChildren(
    h("span", { "aria-hidden": "true" }, String(pieces())),
    h("span", { class: "unseen" }, countOf(pieces())),
  )
}
