import { beginOrderEditOrderWorkflow, cancelOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { buy, capture, fillCart, receive, ship } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import {
  aMinuteLater,
  approve,
  changesOf,
  inCore,
  lineOf,
  matched,
  pack,
  provesAddress,
  refundedWhole,
  withdrawnUnsent,
} from "../support/before-dispatch"
import { EMAIL, giftCard, ordered, paysByHand, runJobs, today, until, withdrawalOf } from "../support/scenes"
import { storeSuite, type TestStore } from "../support/store"
import { editNote } from "../../src/workflows/before-shipment/reduce-order"

storeSuite("before dispatch: the order ends", (store) => {
  afterEach(() => jest.restoreAllMocks())

  it("L221-24 a whole order that was paid: refunded through the ledger first, then cancelled; nothing is paid twice", async () => {
    const { order, id } = await withdrawnUnsent(store)
    await runJobs(store)
    expect(await inCore(store, order.id)).toMatchObject({ status: "pending", reserved: 3 })
    await approve(store, id)
    await until(async () => ((await inCore(store, order.id)).status === "canceled" ? true : null))
    await aMinuteLater(store)
    expect(await inCore(store, order.id)).toMatchObject({
      ...{ status: "canceled", pending: 0, refunds: [100.2], reserved: 0 },
    })
    expect(await withdrawalOf(store, id)).toMatchObject({ status: "refunded", hold: "none", trouble: null })
    // Medusa's manual provider moves no money: the trader has paid once he says so.
    expect(await stateOf(id, "refund")).toBe("running")
    await paysByHand(store, id)
    expect(await stateOf(id, "refund")).toBe("met")
    expect((await inCore(store, order.id)).refunds).toEqual([100.2])
  })

  it("L221-24 a part: its units leave the order, then its refund is sent, and core's books are even; so is the rest afterwards", async () => {
    const { order, id } = await withdrawnUnsent(store, [["THE-60", 1]])
    await approve(store, id)
    expect((await refundedWhole(store, id)).refunds[0].amount).toBe("42.40")
    expect(await inCore(store, order.id)).toEqual({
      ...{ status: "pending", pending: 0, refunds: [42.4], credited: 2.5, given: false },
      units: { "THE-60": 1, "BOL-35": 1 },
      reserved: 2,
    })
    expect(await withdrawalOf(store, id)).toMatchObject({ hold: "none", phase: "not_shipped", return_id: null })

    const rest = await matched(store, order)
    expect(await withdrawalOf(store, rest.id)).toMatchObject({ hold: "held" })
    await provesAddress(store, rest)
    await approve(store, rest.id)
    await refundedWhole(store, rest.id)
    await until(async () => {
      await aMinuteLater(store)
      return (await inCore(store, order.id)).status === "canceled" ? true : null
    })
    expect(await inCore(store, order.id)).toMatchObject({ pending: 0, refunds: [42.4, 57.8], reserved: 0 })
  })

  it("the last article of a line leaves the order too, and the period of the rest does not wait for it", async () => {
    const { order, id } = await withdrawnUnsent(store, [["BOL-35", 1]])
    await approve(store, id)
    await refundedWhole(store, id)
    expect(await inCore(store, order.id)).toMatchObject({ pending: 0, reserved: 2 })
    const { hamon_order: file } = await store.shop.admin(`/hamon/orders/${order.id}`)
    expect(file.lines.map(({ sku, quantity, paid }: Answer) => [sku, quantity, paid]).sort()).toEqual([
      ["BOL-35", 1, "14.50"],
      ["THE-60", 2, "79.80"],
    ])
    const items = [{ id: lineOf(order, "THE-60"), quantity: 2 }]
    const parcel = await ship(store.shop, order.id, items, { locationId: store.seeded.locationId, tracking: "LA1" })
    await received(order, parcel)
    const { hamon_order: closed } = await store.shop.admin(`/hamon/orders/${order.id}`)
    const period = closed.deadlines.find(({ kind }: Answer) => kind === "withdrawal_period")
    expect(period.due_on).not.toBeNull()
  })

  it("a whole order of which nothing was taken is cancelled at once: the authorisation is given up, and nothing is owed", async () => {
    const order = await unpaid()
    const declaration = await matched(store, order)
    await provesAddress(store, declaration)
    const closed = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      return withdrawal.status === "closed" ? withdrawal : null
    })
    expect(closed).toMatchObject({ outcome: "nothing_due", hold: "none", refunds: [] })
    expect(closed.closed_at).not.toBeNull()
    expect(await inCore(store, order.id)).toMatchObject({ status: "canceled", given: true, refunds: [], reserved: 0 })
  })

  it("two declarations that withdraw all of it together: the authorisation is given up as for one", async () => {
    const order = await unpaid()
    const both = [await matched(store, order, [["THE-60", 2]]), await matched(store, order, [["BOL-35", 1]])]
    await provesAddress(store, both[0])
    await until(async () => (await withdrawalOf(store, both[0].id)).trouble)
    expect(await inCore(store, order.id)).toMatchObject({ status: "pending", given: false })
    await provesAddress(store, both[1])
    await until(async () => ((await inCore(store, order.id)).status === "canceled" ? true : null))
    await aMinuteLater(store)
    for (const { id } of both) {
      expect(await withdrawalOf(store, id)).toMatchObject({ status: "closed", outcome: "nothing_due", trouble: null })
    }
    expect(await inCore(store, order.id)).toMatchObject({ given: true, refunds: [], reserved: 0 })
  })

  it("L221-24 an order paid by gift card alone: it is owed, staff give it back, and the order is cancelled", async () => {
    const order = await paidByGiftCard()
    const declaration = await matched(store, order)
    await provesAddress(store, declaration)
    await aMinuteLater(store)
    expect(await withdrawalOf(store, declaration.id)).toMatchObject({ status: "matched", outcome: null, hold: "held" })
    expect((await inCore(store, order.id)).status).toBe("pending")
    await approve(store, declaration.id)
    const { refunds } = await withdrawalOf(store, declaration.id)
    expect(refunds).toMatchObject([{ amount: "45.80", payment_id: null, state: "planned" }])
    // Nothing is left to do, and nothing waits, until staff have paid.
    await aMinuteLater(store)
    const [{ next_step_at: next }] = await store.service.listWithdrawals({ id: declaration.id })
    expect(next).toBeNull()
    const paid = { means: "other", on: today(), proof: "gc_1" }
    await store.shop.admin(`/hamon/refunds/${refunds[0].id}/paid`, paid)
    await until(async () => {
      await aMinuteLater(store)
      return (await inCore(store, order.id)).status === "canceled" ? true : null
    })
    expect(await withdrawalOf(store, declaration.id)).toMatchObject({ status: "refunded", money: { sent: "45.80" } })
    expect(await stateOf(declaration.id, "refund")).toBe("met")
  })

  it("L221-24 cancelled by staff, what a gift card paid is owed all the same", async () => {
    const order = await paidByGiftCard()
    const { id } = await matched(store, order)
    await store.shop.admin(`/orders/${order.id}/cancel`, {})
    await aMinuteLater(store)
    expect(await withdrawalOf(store, id)).toMatchObject({ status: "matched", outcome: null })
    expect(await stateOf(id, "refund")).toBe("running")
  })

  it("L221-18: of a service sent for too late the units are held and nothing more, until staff accept the declaration", async () => {
    const order = await unpaid()
    // Services: nothing is received, so their period has run from the conclusion.
    await store.sql(
      `UPDATE order_line_item SET requires_shipping = false
       WHERE id IN (SELECT item_id FROM order_item WHERE order_id = '${order.id}')`,
    )
    await runJobs(store)
    await store.sql(
      `UPDATE hamon_order_case SET concluded_on = concluded_on::date - 90, facts_read_at = facts_read_at - interval '1 hour'`,
    )
    await runJobs(store)
    const declaration = await matched(store, order)
    await provesAddress(store, declaration)
    await aMinuteLater(store)
    expect(await withdrawalOf(store, declaration.id)).toMatchObject({
      flags: ["late"],
      hold: "held",
      status: "matched",
    })
    expect(await inCore(store, order.id)).toMatchObject({ status: "pending", given: false })
    const ground = "Geste commercial pour une cliente fidèle."
    await store.shop.admin(`/hamon/withdrawals/${declaration.id}/accept-late`, { ground })
    await until(async () => (await withdrawalOf(store, declaration.id)).status === "closed")
    expect(await inCore(store, order.id)).toMatchObject({ status: "canceled", given: true })
  })

  it("not proven, it cancels and reduces nothing", async () => {
    const order = await unpaid()
    const { id } = await matched(store, order)
    await aMinuteLater(store)
    expect(await inCore(store, order.id)).toMatchObject({ status: "pending", given: false })
    expect((await withdrawalOf(store, id)).hold).toBe("held")
  })

  it("a part of an order that is only authorised waits for the capture: an edit would void the customer's payment", async () => {
    const order = await unpaid()
    const declaration = await matched(store, order, [["BOL-35", 1]])
    await provesAddress(store, declaration)
    await until(async () => (await withdrawalOf(store, declaration.id)).trouble)
    expect((await withdrawalOf(store, declaration.id)).trouble.code).toBe("capture_first")
    expect(await inCore(store, order.id)).toMatchObject({ given: false, units: { "THE-60": 2, "BOL-35": 1 } })
    await capture(store.shop, order.id)
    await until(async () => ((await withdrawalOf(store, declaration.id)).trouble === null ? true : null))
    await approve(store, declaration.id)
    await refundedWhole(store, declaration.id)
    expect(await inCore(store, order.id)).toMatchObject({ pending: 0, reserved: 2, given: false })
  })

  it("goods that are packed wait for staff to cancel the fulfilment; the refund clock runs meanwhile", async () => {
    const order = await ordered(store)
    const { fulfillment } = await pack(store, order, [["THE-60", 2]])
    const declaration = await matched(store, order, [["THE-60", 1]])
    await provesAddress(store, declaration)
    await approve(store, declaration.id)
    const waiting = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      // Two sweepers say so, one after the other.
      return withdrawal.trouble && withdrawal.refunds[0]?.trouble ? withdrawal : null
    })
    expect(waiting.trouble).toEqual({ code: "goods_packed", facts: { fulfillment }, words: null })
    expect(waiting.refunds[0]).toMatchObject({ state: "planned", trouble: { code: "reduction_first" } })
    expect(await stateOf(declaration.id, "refund")).toBe("running")
    await cancelOrderFulfillmentWorkflow(store.container).run({
      input: { order_id: order.id, fulfillment_id: fulfillment },
    })
    await until(async () => {
      await aMinuteLater(store)
      return (await withdrawalOf(store, declaration.id)).status === "refunded" ? true : null
    })
    expect(await inCore(store, order.id)).toMatchObject({
      pending: 0,
      refunds: [42.4],
      units: { "THE-60": 1, "BOL-35": 1 },
    })
  })

  it("an open change of staff's is waited for, and never touched; the refund clock runs meanwhile", async () => {
    const { order, id } = await withdrawnUnsent(store, [["THE-60", 1]])
    await store.shop.admin("/order-edits", { order_id: order.id })
    await approve(store, id)
    await until(async () => (await withdrawalOf(store, id)).trouble)
    await aMinuteLater(store)
    const waiting = await withdrawalOf(store, id)
    expect(waiting).toMatchObject({ hold: "held", trouble: { code: "open_change" } })
    expect(await stateOf(id, "refund")).toBe("running")
    expect(await changesOf(store, order.id)).toEqual(["edit:pending"])
    await store.shop.admin(`/order-edits/${order.id}`, undefined, "DELETE")
    await until(async () => {
      await aMinuteLater(store)
      return (await withdrawalOf(store, id)).status === "refunded" ? true : null
    })
    expect(await inCore(store, order.id)).toMatchObject({ pending: 0, refunds: [42.4] })
  })

  it("a process that died after core's edit finds it done; one that died in the midst of it takes it back and begins again", async () => {
    const { order, id } = await withdrawnUnsent(store, [["THE-60", 1]])
    await beginOrderEditOrderWorkflow(store.container).run({
      input: { order_id: order.id, internal_note: editNote(id) },
    })
    store.loseEvents()
    await approve(store, id)
    const sync = store.service.syncOrder.bind(store.service)
    const edited = async () => (await changesOf(store, order.id)).some((one) => one === "edit:confirmed")
    jest.spyOn(store.service, "syncOrder").mockImplementation(async (...told) => {
      if (await edited()) throw new Error("killed")
      return sync(...told)
    })
    await aMinuteLater(store)
    expect(await inCore(store, order.id)).toMatchObject({ units: { "THE-60": 1 } })
    expect((await withdrawalOf(store, id)).hold).toBe("held")
    jest.restoreAllMocks()
    await aMinuteLater(store)
    await aMinuteLater(store)
    expect((await changesOf(store, order.id)).filter((one) => one === "edit:confirmed")).toHaveLength(1)
    expect(await withdrawalOf(store, id)).toMatchObject({ status: "refunded", hold: "none", trouble: null })
    expect(await inCore(store, order.id)).toMatchObject({
      pending: 0,
      refunds: [42.4],
      units: { "THE-60": 1, "BOL-35": 1 },
    })
  })

  it("a process that died after core's cancel finds it done", async () => {
    const order = await unpaid()
    const declaration = await matched(store, order)
    store.loseEvents()
    const sync = store.service.syncOrder.bind(store.service)
    jest.spyOn(store.service, "syncOrder").mockImplementation(async (...told) => {
      if (told[0].facts.canceledAt) throw new Error("killed")
      return sync(...told)
    })
    await store.shop.page("/retractation/suivi", { reference: declaration.reference, code: declaration.code })
    await runJobs(store)
    expect((await inCore(store, order.id)).status).toBe("canceled")
    jest.restoreAllMocks()
    await aMinuteLater(store)
    expect(await withdrawalOf(store, declaration.id)).toMatchObject({ status: "closed", hold: "none", trouble: null })
  })

  it("L221-24 a dearer delivery that was chosen: the seller keeps its surplus, so that the order is emptied, not cancelled", async () => {
    const { shop, seeded } = store
    const order = await buy(shop, seeded, {
      email: EMAIL,
      name: { first: "Claire", last: "Martin" },
      units: [{ variantId: seeded.products.bowl.variantId, quantity: 1 }],
      deliveryId: seeded.expressDeliveryId,
    })
    await capture(shop, order.id)
    const declaration = await matched(store, order)
    await provesAddress(store, declaration)
    await approve(store, declaration.id)
    await refundedWhole(store, declaration.id)
    const books = await inCore(store, order.id)
    expect(books).toMatchObject({ status: "pending", pending: 0, refunds: [20.4], reserved: 0 })
    await aMinuteLater(store)
    expect((await inCore(store, order.id)).refunds).toEqual([20.4])
  })

  it("L221-23 a line of which one unit is on its way: that one comes back, the other leaves the order, and the money is right", async () => {
    const order = await ordered(store)
    const items = [{ id: lineOf(order, "THE-60"), quantity: 1 }]
    await ship(store.shop, order.id, items, { locationId: store.seeded.locationId, tracking: "LA1" })
    const declaration = await matched(store, order)
    expect(await withdrawalOf(store, declaration.id)).toMatchObject({ hold: "held", phase: "in_transit" })
    await provesAddress(store, declaration)
    const { return_id } = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      return withdrawal.return_id ? withdrawal : null
    })
    const { return: opened } = await store.shop.admin(`/returns/${return_id}?fields=*items`)
    expect(opened.items.map(({ item_id, quantity }: Answer) => [item_id, quantity])).toEqual([[items[0].id, 1]])
    await approve(store, declaration.id)
    await until(async () => {
      await aMinuteLater(store)
      return (await withdrawalOf(store, declaration.id)).status === "refunded" ? true : null
    })
    await receive(store.shop, return_id)
    await aMinuteLater(store)
    expect(await inCore(store, order.id)).toMatchObject({
      status: "pending",
      pending: 0,
      refunds: [100.2],
      reserved: 0,
    })
  })

  it("of a line of which one is on its way, one withdrawn unit is the one that has not left: nothing has to come back", async () => {
    const order = await ordered(store)
    const items = [{ id: lineOf(order, "THE-60"), quantity: 1 }]
    await ship(store.shop, order.id, items, { locationId: store.seeded.locationId, tracking: "LA1" })
    const declaration = await matched(store, order, [["THE-60", 1]])
    await provesAddress(store, declaration)
    await approve(store, declaration.id)
    const refunded = await refundedWhole(store, declaration.id)
    expect(refunded).toMatchObject({ return_id: null, hold: "none" })
    const clock = refunded.deadlines.find(({ kind }: Answer) => kind === "return_of_goods")
    expect(clock?.state ?? "canceled").toBe("canceled")

    // The one that left is withdrawn later: a unit is withdrawn once, and this one comes back.
    const later = await matched(store, order, [["THE-60", 2]])
    expect((await withdrawalOf(store, later.id)).flags).toContain("more_than_left")
    await provesAddress(store, later)
    const { lines } = await until(async () => {
      const withdrawal = await withdrawalOf(store, later.id)
      return withdrawal.return_id ? withdrawal : null
    })
    expect(lines.map(({ quantity }: Answer) => quantity)).toEqual([1])
  })

  it("no unit comes back twice: core would return it again, the machine does not", async () => {
    const order = await ordered(store)
    const items = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
    await ship(store.shop, order.id, items, { locationId: store.seeded.locationId, tracking: "LA1" })
    const declaration = await matched(store, order, [["THE-60", 2]])
    store.loseEvents()
    // Staff took one back and closed their return before the customer proved his address; the case has not seen it.
    const bowls = [{ id: lineOf(order, "THE-60"), quantity: 1 }]
    const own = await staffReturn(order, bowls)
    await receive(store.shop, own)
    await store.shop.page("/retractation/suivi", { reference: declaration.reference, code: declaration.code })
    await aMinuteLater(store)
    const { return_id } = await withdrawalOf(store, declaration.id)
    const { return: opened } = await store.shop.admin(`/returns/${return_id}?fields=*items`)
    expect(opened.items.map(({ quantity }: Answer) => quantity)).toEqual([1])
  })

  it("staff cancel the return of a declaration: it is not opened again by the machine, and theirs is taken over", async () => {
    const order = await ordered(store)
    const items = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
    await ship(store.shop, order.id, items, { locationId: store.seeded.locationId, tracking: "LA1" })
    const declaration = await matched(store, order)
    await provesAddress(store, declaration)
    const { return_id } = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      return withdrawal.return_id ? withdrawal : null
    })
    await store.shop.admin(`/returns/${return_id}/cancel`, {})
    await aMinuteLater(store)
    await aMinuteLater(store)
    expect(await withdrawalOf(store, declaration.id)).toMatchObject({
      ...{ status: "matched", return_id: null, flags: ["return_canceled"] },
    })
    const own = await staffReturn(order, items)
    await aMinuteLater(store)
    expect((await withdrawalOf(store, declaration.id)).return_id).toBe(own)
  })

  it("staff cancel an order with an open declaration: what core refunded counts, and nothing is held or paid again", async () => {
    const { order, id } = await withdrawnUnsent(store)
    await store.shop.admin(`/orders/${order.id}/cancel`, {})
    await aMinuteLater(store)
    const withdrawal = await withdrawalOf(store, id)
    expect(withdrawal).toMatchObject({ status: "refunded", hold: "none" })
    expect(withdrawal.refunds.map(({ amount, state }: Answer) => [amount, state])).toEqual([["0.00", "booked"]])
    expect(await inCore(store, order.id)).toMatchObject({ status: "canceled", refunds: [100.2] })
  })

  it("staff edit the withdrawn units away: they are the declaration's, and it is refunded what was paid for them", async () => {
    const { order, id } = await withdrawnUnsent(store, [["THE-60", 1]])
    await store.shop.admin("/order-edits", { order_id: order.id })
    await store.shop.admin(`/order-edits/${order.id}/items/item/${lineOf(order, "THE-60")}`, { quantity: 1 })
    await store.shop.admin(`/order-edits/${order.id}/confirm`, {})
    await aMinuteLater(store)
    expect((await withdrawalOf(store, id)).hold).toBe("none")
    await approve(store, id)
    expect((await refundedWhole(store, id)).refunds[0].amount).toBe("42.40")
    expect(await inCore(store, order.id)).toMatchObject({ pending: 0, refunds: [42.4], units: { "THE-60": 1 } })
  })

  async function unpaid(): Promise<Answer> {
    return unpaidOrder(store)
  }

  /** A teapot and its delivery, all of it paid by a gift card. */
  async function paidByGiftCard(): Promise<Answer> {
    const { shop, seeded } = store
    const { cartId } = await fillCart(shop, seeded, {
      email: EMAIL,
      name: { first: "Claire", last: "Martin" },
      units: [{ variantId: seeded.products.teapot.variantId, quantity: 1 }],
    })
    await giftCard(store, cartId, 45.8)
    const { order } = await shop.store(`/carts/${cartId}/complete`, {})
    return order
  }

  async function stateOf(id: string, kind: string): Promise<string> {
    const { deadlines } = await withdrawalOf(store, id)
    return deadlines.find((one: Answer) => one.kind === kind)?.state
  }

  async function received(order: Answer, parcel: string): Promise<void> {
    const on = today()
    await store.shop.admin(`/hamon/orders/${order.id}/receptions`, {
      receptions: [{ fulfillment_id: parcel, received_on: on, proof: { kind: "tracking", text: "LA1" } }],
    })
  }

  async function staffReturn(order: Answer, items: readonly { id: string; quantity: number }[]): Promise<string> {
    const { return: begun } = await store.shop.admin("/returns", {
      order_id: order.id,
      location_id: store.seeded.locationId,
    })
    await store.shop.admin(`/returns/${begun.id}/request-items`, { items })
    await store.shop.admin(`/returns/${begun.id}/request`, {})
    return begun.id
  }
})

/** An order whose payment is authorised and not captured. */
async function unpaidOrder({ shop, seeded }: TestStore): Promise<Answer> {
  const { teapot, bowl } = seeded.products
  return buy(shop, seeded, {
    email: EMAIL,
    name: { first: "Claire", last: "Martin" },
    units: [
      { variantId: teapot.variantId, quantity: 2 },
      { variantId: bowl.variantId, quantity: 1 },
    ],
  })
}
