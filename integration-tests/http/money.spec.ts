import { Modules } from "@medusajs/framework/utils"
import { acknowledge, buy, capture, chooseExtras, fillCart, pay, receive, ship } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { balance, coreRefunds, refunded } from "../support/books"
import { declared, EMAIL, proven, runJobs, today, until, withdrawalOf } from "../support/scenes"
import { storeSuite } from "../support/store"

/** Units of an order, by the article's number. */
type Part = readonly (readonly [sku: string, units: number])[]

type Bought = {
  readonly units: readonly (readonly [product: "teapot" | "bowl", quantity: number])[]
  readonly codes?: readonly string[]
  readonly deliveryId?: string
}

storeSuite("money: what is owed, by the shape of the order (L221-24)", (store) => {
  it("a rebate on the whole order: each article goes back for what was paid for it, odd thirds add up to the cent", async () => {
    await promotion("DIXEUROS", { type: "fixed", target_type: "order", value: 10, currency_code: "eur" })
    // 43.50 less 10.00, and 5.90 of delivery: 33.50 of goods in three parts that no cent divides.
    const order = await received({ units: [["bowl", 3]], codes: ["DIXEUROS"] })
    expect(order.total).toBe(39.4)
    const amounts = await withdrawnInTurn(order, [[["BOL-35", 1]], [["BOL-35", 1]], [["BOL-35", 1]]])
    expect(amounts.reduce((sum, amount) => sum + cents(amount), 0)).toBe(3940)
    for (const amount of amounts) expect(Math.abs(cents(amount) - 3940 / 3)).toBeLessThan(1)
    await isSettled(order, 39.4)
  })

  it("a share off every article: what was paid goes back, and no share of the rebate twice", async () => {
    await promotion("QUINZE", { type: "percentage", target_type: "items", value: 15, allocation: "across" })
    const order = await received({
      units: [
        ["teapot", 2],
        ["bowl", 1],
      ],
      codes: ["QUINZE"],
    })
    // 39.90 less 15 %: 33.915; with 14.50 less 15 %: 12.325. Delivery in the same shares.
    expect(await withdrawnInTurn(order, [[["BOL-35", 1]], [["THE-60", 2]]])).toEqual(["13.23", "72.83"])
    await isSettled(order, order.total)
  })

  it("prices without tax: the tax goes back with the article and with the delivery", async () => {
    await taxInclusive(false)
    try {
      // (39.90 × 2 + 14.50 + 5.90) × 1.2
      const order = await received({
        units: [
          ["teapot", 2],
          ["bowl", 1],
        ],
      })
      expect(order.total).toBe(120.24)
      // 47.88 and its share of 7.08: 47.88 / 113.16 × 7.08 = 3.00
      expect(
        await withdrawnInTurn(order, [
          [["THE-60", 1]],
          [
            ["THE-60", 1],
            ["BOL-35", 1],
          ],
        ]),
      ).toEqual(["50.88", "69.36"])
      await isSettled(order, 120.24)

      // 39.90 and 11.90, and their tax; of the express the standard 5.90 with its tax goes back.
      const express = await received({ units: [["teapot", 1]], deliveryId: store.seeded.expressDeliveryId })
      expect(express.total).toBe(62.16)
      expect(await withdrawnInTurn(express, [[["THE-60", 1]]])).toEqual(["54.96"])
    } finally {
      await taxInclusive(true)
    }
  })

  it("free delivery from a threshold: what is kept below it is not charged for delivery afterwards", async () => {
    const deliveryId = await freeFrom(50)
    const order = await received({
      units: [
        ["teapot", 1],
        ["bowl", 1],
      ],
      deliveryId,
    })
    expect(order.total).toBe(54.4)
    expect(await withdrawnInTurn(order, [[["THE-60", 1]]])).toEqual(["39.90"])
    expect(await withdrawnInTurn(order, [[["BOL-35", 1]]])).toEqual(["14.50"])
    await isSettled(order, 54.4)
  })

  it("a dearer delivery that was expressly chosen: the price of the standard one goes back, and no more (L221-24, al. 3)", async () => {
    const order = await received({ units: [["teapot", 1]], deliveryId: store.seeded.expressDeliveryId })
    expect(order.total).toBe(51.8)
    const [amount] = await withdrawnInTurn(order, [[["THE-60", 1]]])
    expect(amount).toBe("45.80")
    expect(await coreRefunds(store, order.id)).toEqual([45.8])
    // What the customer chose to pay more stays with the merchant: core's books are closed all the same.
    expect(await balance(store, order.id)).toBe(0)
  })

  it("the way back that core sells with a return is no delivery of the order", async () => {
    const order = await received({
      units: [
        ["teapot", 2],
        ["bowl", 1],
      ],
    })
    const bowl = order.items.find(({ variant_sku: sku }: Answer) => sku === "BOL-35").id
    const return_shipping = { option_id: await wayBack(5) }
    await store.shop.store("/returns", { order_id: order.id, items: [{ id: bowl, quantity: 1 }], return_shipping })
    const declaration = await declared(store, order, { articles: [["THE-60", 1]] })
    await proven(store, declaration)
    await store.shop.admin(`/hamon/withdrawals/${declaration.id}/refund`, {})
    const { refunds } = await withdrawalOf(store, declaration.id)
    expect(refunds).toMatchObject([{ amount: "42.40", breakdown: { delivery: "2.50" } }])
  })

  it("two parcels, withdrawn by one declaration each: the delivery goes back once", async () => {
    const order = await received(
      {
        units: [
          ["teapot", 2],
          ["bowl", 2],
        ],
      },
      [[["THE-60", 2]], [["BOL-35", 2]]],
    )
    // 5.90 of delivery by value: 79.80 and 29.00 of 108.80.
    expect(await withdrawnInTurn(order, [[["BOL-35", 2]], [["THE-60", 2]]])).toEqual(["30.57", "84.13"])
    await isSettled(order, 114.7)
  })

  it("an order that was only authorised and cancelled by staff: the withdrawal is recorded, and nothing is owed", async () => {
    const order = await bought({ units: [["teapot", 1]] })
    const { id } = await declared(store, order)
    await store.shop.admin(`/orders/${order.id}/cancel`, {})
    const withdrawal = await until(async () => {
      await runJobs(store)
      const now = await withdrawalOf(store, id)
      return now.status === "closed" || now.status === "refunded" ? now : null
    })
    expect(withdrawal).toMatchObject({ outcome: "nothing_due", money: { sent: "0.00", overpaid: "0.00" } })
    expect(await coreRefunds(store, order.id)).toEqual([])
  })

  it("extras end with what is withdrawn (L221-27): one tied to an article with its last unit, another with the last article", async () => {
    const { shop, seeded } = store
    const { cartId } = await fillCart(shop, seeded, {
      email: EMAIL,
      name: { first: "Claire", last: "Martin" },
      units: [
        { variantId: seeded.products.teapot.variantId, quantity: 2 },
        { variantId: seeded.products.bowl.variantId, quantity: 1 },
      ],
    })
    await store.container
      .resolve(Modules.CART)
      .addLineItems(cartId, [
        charge("Assurance casse", 6, { hamon_extra: "insurance", hamon_extra_of: seeded.products.teapot.id }),
        charge("Emballage cadeau", 3, { hamon_extra: "gift_wrap" }),
      ])
    await chooseExtras(shop, cartId)
    await acknowledge(shop, cartId)
    await pay(shop, cartId)
    const { order } = await shop.store(`/carts/${cartId}/complete`, {})
    await capture(shop, order.id)
    const lines = async (part: Part) => {
      const declaration = await declared(store, order, { articles: part })
      const { lines } = await until(async () => {
        const withdrawal = await withdrawalOf(store, declaration.id)
        return withdrawal.order_id ? withdrawal : null
      })
      const told = lines.map(({ title, quantity }: Answer) => [title, quantity])
      return { ...declaration, told: told.sort() }
    }
    expect((await lines([["THE-60", 1]])).told).toHaveLength(1)
    const teapots = await lines([["THE-60", 1]])
    expect(teapots.told).toContainEqual(["Assurance casse", 1])
    expect(teapots.told).toHaveLength(2)
    const rest = await lines([["BOL-35", 1]])
    expect(rest.told).toContainEqual(["Emballage cadeau", 1])
    expect(rest.told).toHaveLength(2)
    for (const { id } of [teapots, rest]) await shop.admin(`/hamon/withdrawals/${id}/refund`, {})
    // Delivery follows the articles by value, each extra its own.
    const breakdown = async (id: string) => (await withdrawalOf(store, id)).refunds[0].breakdown
    expect(amounts(await breakdown(teapots.id))).toMatchObject({ "Assurance casse": "6.00" })
    expect(amounts(await breakdown(rest.id))).toMatchObject({ "Emballage cadeau": "3.00" })
  })

  function charge(title: string, unit_price: number, metadata: Record<string, unknown>) {
    return { title, unit_price, quantity: 1, is_tax_inclusive: true, requires_shipping: false, metadata } as never
  }

  function amounts({ lines }: Answer): Record<string, string> {
    return Object.fromEntries(lines.map(({ title, amount }: Answer) => [title, amount]))
  }

  async function bought({ units, codes, deliveryId }: Bought): Promise<Answer> {
    const { shop, seeded } = store
    return buy(shop, seeded, {
      email: EMAIL,
      name: { first: "Claire", last: "Martin" },
      units: units.map(([product, quantity]) => ({ variantId: seeded.products[product].variantId, quantity })),
      ...(codes && { codes }),
      ...(deliveryId && { deliveryId }),
    })
  }

  /** A paid order that was shipped, in one parcel unless others are named, and received today. */
  async function received(purchase: Bought, parcels?: readonly Part[]): Promise<Answer> {
    const { shop, seeded } = store
    const order = await bought(purchase)
    await capture(shop, order.id)
    const lines = order.items.map(({ id, variant_sku, quantity }: Answer) => ({ id, sku: variant_sku, quantity }))
    for (const [index, part] of (parcels ?? [null]).entries()) {
      const goods = lines.flatMap(({ id, sku, quantity }: Answer) => {
        const units = part ? (part.find(([one]) => one === sku)?.[1] ?? 0) : quantity
        return units > 0 ? [{ id, quantity: units }] : []
      })
      const tracking = `LA${index}`
      const parcel = await ship(shop, order.id, goods, { locationId: seeded.locationId, tracking })
      const reception = { fulfillment_id: parcel, received_on: today(), proof: { kind: "tracking", text: tracking } }
      await shop.admin(`/hamon/orders/${order.id}/receptions`, { receptions: [reception] })
    }
    return order
  }

  /** Each part is declared, sent back and refunded before the next. @returns what went back for each */
  async function withdrawnInTurn(order: Answer, parts: readonly Part[]): Promise<string[]> {
    const amounts: string[] = []
    for (const articles of parts) {
      const declaration = await declared(store, order, { articles })
      const { return_id } = await proven(store, declaration)
      await receive(store.shop, return_id)
      await until(async () => (await withdrawalOf(store, declaration.id)).goods_back_on)
      const { refunds } = await refunded(store, declaration.id)
      expect(refunds).toHaveLength(1)
      amounts.push(refunds[0].amount)
    }
    return amounts
  }

  /** Everything went back, once: the customer has what he paid, and core's books are even. */
  async function isSettled(order: Answer, paid: number): Promise<void> {
    const refunds = await coreRefunds(store, order.id)
    expect(refunds.reduce((sum, amount) => sum + cents(amount), 0)).toBe(cents(paid))
    expect(await balance(store, order.id)).toBe(0)
  }

  function cents(amount: number | string): number {
    return Math.round(Number(amount) * 100)
  }

  async function promotion(code: string, { type, ...method }: Record<string, unknown>): Promise<void> {
    await store.shop.admin("/promotions", {
      code,
      type: "standard",
      status: "active",
      is_tax_inclusive: true,
      application_method: { type, ...method },
    })
  }

  async function taxInclusive(is_tax_inclusive: boolean): Promise<void> {
    const { price_preferences } = await store.shop.admin("/price-preferences?attribute=currency_code&value=eur")
    await store.shop.admin(`/price-preferences/${price_preferences[0].id}`, { is_tax_inclusive })
    await store.shop.admin(`/regions/${store.seeded.regionId}`, { is_tax_inclusive })
  }

  /** A standard delivery that costs nothing from an amount of goods on. */
  function freeFrom(amount: number): Promise<string> {
    return delivery(`Livraison offerte dès ${amount} €`, "false", [
      { currency_code: "eur", amount: 5.9 },
      { currency_code: "eur", amount: 0, rules: [{ attribute: "item_total", operator: "gte", value: amount }] },
    ])
  }

  function wayBack(amount: number): Promise<string> {
    return delivery("Retour", "true", [{ currency_code: "eur", amount }])
  }

  async function delivery(name: string, isReturn: "true" | "false", prices: readonly object[]): Promise<string> {
    const { shop, seeded } = store
    const { shipping_option: standard } = await shop.admin(`/shipping-options/${seeded.standardDeliveryId}`)
    const { shipping_option } = await shop.admin("/shipping-options", {
      name,
      price_type: "flat",
      provider_id: standard.provider_id,
      service_zone_id: standard.service_zone_id,
      shipping_profile_id: standard.shipping_profile_id,
      type: { label: name, description: name, code: isReturn === "true" ? "return" : "standard" },
      prices,
      rules: [
        { attribute: "enabled_in_store", value: "true", operator: "eq" },
        { attribute: "is_return", value: isReturn, operator: "eq" },
      ],
    })
    return shipping_option.id
  }
})
