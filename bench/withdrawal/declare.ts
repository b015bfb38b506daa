import { buy, capture, ship } from "../../scripts/shop/checkout"
import type { Shop } from "../../scripts/shop/client"
import type { SeededShop } from "../../scripts/shop/seed"
import type { StoreProcess } from "../../integration-tests/support/store-process"
import { atRest } from "../at-rest"
import { line } from "../figures"

const WARM_UPS = 12
const NAME = { first: "Claire", last: "Martin" }

type Store = {
  readonly process: StoreProcess
  readonly shop: Shop
  readonly seeded: SeededShop
  readonly wayBack: string
}
type Order = { readonly id: string; readonly displayId: number; readonly line: string; readonly email: string }

/** A delivered order of two teapots: one unit for each side. */
async function order({ shop, seeded }: Store, n: number): Promise<Order> {
  const email = `claire.${n}@client.example`
  const units = [{ variantId: seeded.products.teapot.variantId, quantity: 2 }]
  const made = await buy(shop, seeded, { email, name: NAME, units })
  await capture(shop, made.id)
  const [{ id }] = made.items
  const goods = [{ id, quantity: 2 }]
  const parcel = await ship(shop, made.id, goods, { locationId: seeded.locationId, tracking: "LA1" })
  await shop.admin(`/orders/${made.id}/fulfillments/${parcel}/mark-as-delivered`, {})
  return { id: made.id, displayId: made.display_id, line: id, email }
}

/** A draft is made before, untimed: it stores nothing. @returns what is timed */
async function declaring({ shop }: Store, { displayId, email }: Order): Promise<() => Promise<unknown>> {
  const { draft } = await shop.store("/hamon/withdrawals", {
    name: "Claire Martin",
    email,
    order_number: String(displayId),
    articles: [{ article: "A1", quantity: 1 }],
  })
  return () => shop.store("/hamon/withdrawals/confirm", { draft })
}

function returning({ shop, wayBack }: Store, { id, line }: Order): () => Promise<unknown> {
  const body = { order_id: id, items: [{ id: line, quantity: 1 }], return_shipping: { option_id: wayBack } }
  return () => shop.store("/returns", body)
}

async function timed({ process }: Store, act: () => Promise<unknown>): Promise<number> {
  await atRest([process.pid])
  const began = performance.now()
  await act()
  return performance.now() - began
}

async function pair(store: Store, n: number): Promise<{ declared: number; returned: number }> {
  const made = await order(store, n)
  const declare = await declaring(store, made)
  const giveBack = returning(store, made)
  // Who begins changes: neither always runs on an order that the other has touched.
  if (n % 2 === 0) {
    const declared = await timed(store, declare)
    return { declared, returned: await timed(store, giveBack) }
  }
  const returned = await timed(store, giveBack)
  return { declared: await timed(store, declare), returned }
}

/** The way back that core asks for in a return. */
async function makeWayBack(shop: Shop, { standardDeliveryId }: SeededShop): Promise<string> {
  const { shipping_option: out } = await shop.admin(`/shipping-options/${standardDeliveryId}`)
  const { shipping_option } = await shop.admin("/shipping-options", {
    name: "Retour",
    price_type: "flat",
    provider_id: out.provider_id,
    service_zone_id: out.service_zone_id,
    shipping_profile_id: out.shipping_profile_id,
    type: { label: "Retour", description: "Retour", code: "return" },
    prices: [{ currency_code: "eur", amount: 0 }],
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" },
      { attribute: "is_return", value: "true", operator: "eq" },
    ],
  })
  return shipping_option.id
}

/**
 * A declaration of withdrawal through the plugin (the call that sends it, with its evidence, its acknowledgement and its
 * limits) against core's `POST /store/returns`, over HTTP in one store in production mode. Both act on a unit of the same
 * delivered order, in turns, each when the store has come to rest.
 */
export async function benchDeclaring(
  process: StoreProcess,
  shop: Shop,
  seeded: SeededShop,
  many: number,
): Promise<void> {
  const store = { process, shop, seeded, wayBack: await makeWayBack(shop, seeded) }
  for (let n = 0; n < WARM_UPS; n++) await pair(store, n)
  const pairs: Awaited<ReturnType<typeof pair>>[] = []
  for (let n = 0; n < many; n++) pairs.push(await pair(store, WARM_UPS + n))
  const ours = pairs.map(({ declared }) => declared)
  const core = pairs.map(({ returned }) => returned)
  console.log(line("withdrawal.declare", ours, core, 0.5))
  console.log(line("withdrawal.declare-p95", ours, core, 0.95))
}
