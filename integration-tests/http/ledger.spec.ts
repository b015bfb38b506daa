import type { Answer } from "../../scripts/shop/client"
import { buy, capture, fillCart, pay, ship } from "../../scripts/shop/checkout"
import { balance, coreRefunds } from "../support/books"
import {
  declared,
  EMAIL,
  giftCard,
  goodsBack,
  paysByHand,
  ordered,
  proven,
  runJobs,
  today,
  until,
  withdrawalOf,
} from "../support/scenes"
import { storeSuite } from "../support/store"

storeSuite("ledger: what is owed, what was paid, what went back", (store) => {
  it("L221-24: of an order captured in part, what was paid goes back; what is captured after all follows, once", async () => {
    const order = await bought()
    await captureInPart(order.id, 50)
    const { id } = await matched(order)
    const [line] = await approve(id)
    expect(line).toMatchObject({ amount: "50.00", breakdown: { total: "100.20", notPaid: "50.20" } })
    await until(async () => (await withdrawalOf(store, id)).status === "refunded")

    await captureInPart(order.id, 50.2)
    const both = await until(async () => {
      await runJobs(store)
      const { refunds } = await withdrawalOf(store, id)
      return refunds.length === 2 && refunds.every(({ state }: Answer) => state === "booked") ? refunds : null
    })
    expect(both.map(({ amount }: Answer) => amount)).toEqual(["50.00", "50.20"])
    expect(both[1].key).toBe(`${both[0].key}:2`)
    expect(await coreRefunds(store, order.id)).toEqual([50, 50.2])
  })

  it("L221-24: a payment that was only authorised is given up, and nothing is owed", async () => {
    const order = await bought()
    const { id } = await matched(order)
    await approve(id)
    const closed = await until(async () => {
      const withdrawal = await withdrawalOf(store, id)
      return withdrawal.status === "closed" ? withdrawal : null
    })
    expect(closed).toMatchObject({ outcome: "nothing_due", refunds: [{ amount: "0.00", state: "booked" }] })
    const { order: after } = await store.shop.admin(`/orders/${order.id}?fields=*payment_collections.payments`)
    expect(after.payment_collections[0].payments[0].canceled_at).toEqual(expect.any(String))
    expect(await coreRefunds(store, order.id)).toEqual([])
  })

  it("what staff refund in Medusa after the refund is shown as overpaid, and never counted again", async () => {
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    await approve(id)
    await until(async () => (await withdrawalOf(store, id)).status === "refunded")
    await refundInCore(order.id, 10)
    await runJobs(store)
    const { money, refunds } = await withdrawalOf(store, id)
    expect(money).toMatchObject({ owed: "42.40", sent: "42.40", taken: "0.00", overpaid: "10.00" })
    expect(refunds).toHaveLength(1)
  })

  it("what was withdrawn before dispatch and then taken out of the order is owed whole, and core's balance is nothing", async () => {
    const order = await ordered(store)
    const { id } = await matched(order, [["THE-60", 1]])
    await reduce(order, "THE-60", 1)
    await approve(id)
    const { refunds } = await until(async () => {
      await runJobs(store)
      const withdrawal = await withdrawalOf(store, id)
      return withdrawal.status === "refunded" ? withdrawal : null
    })
    expect(refunds).toMatchObject([{ amount: "42.40" }])
    expect(await balance(store, order.id)).toBe(0)
  })

  it("L221-23: only diminished value that the customer accepted is taken off, line by line", async () => {
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    store.loseEvents()
    const { id: deduction, line } = await deducted(id, order, "proposed")
    expect((await approve(id))[0]).toMatchObject({ amount: "42.40", breakdown: { deductions: [] } })
    await store.service.updateDeductions({ id: deduction, state: "accepted" })
    expect((await approve(id))[0]).toMatchObject({
      amount: "37.40",
      breakdown: { total: "37.40", deductions: [{ line, amount: "5.00" }] },
    })
    await runJobs(store)
    expect(await coreRefunds(store, order.id)).toEqual([37.4])
  })

  it("L221-23: what was agreed for an article that is declined afterwards is not taken from the others", async () => {
    const { id, order } = await goodsBack(store, [
      ["THE-60", 1],
      ["BOL-35", 1],
    ])
    store.loseEvents()
    const { line } = await deducted(id, order, "accepted")
    const unit = (await withdrawalOf(store, id)).lines.find((one: Answer) => one.order_line_id === line)
    const ground = "Le sceau d'hygiène a été rompu après la livraison."
    const decisions = [{ line_id: unit.id, decision: "declined", exception: 5, ground }]
    await store.shop.admin(`/hamon/withdrawals/${id}/decisions`, { decisions })
    expect((await approve(id))[0]).toMatchObject({ amount: "15.41", breakdown: { deductions: [] } })
  })

  it("L221-24: what was paid by gift card goes back so, also once a return has made another version of the order", async () => {
    const { shop, seeded } = store
    const { cartId } = await fillCart(shop, seeded, {
      email: EMAIL,
      name: { first: "Claire", last: "Martin" },
      units: [{ variantId: seeded.products.teapot.variantId, quantity: 1 }],
    })
    await giftCard(store, cartId, 20)
    await pay(shop, cartId)
    const { order } = await shop.store(`/carts/${cartId}/complete`, {})
    await capture(shop, order.id)
    const goods = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
    const parcel = await ship(shop, order.id, goods, { locationId: seeded.locationId, tracking: "LA1" })
    const reception = { fulfillment_id: parcel, received_on: today(), proof: { kind: "tracking", text: "LA1" } }
    await shop.admin(`/hamon/orders/${order.id}/receptions`, { receptions: [reception] })
    const declaration = await declared(store, order)
    await proven(store, declaration)
    await runJobs(store)
    const lines = await approve(declaration.id)
    // 39.90 and 5.90 of delivery, of which 20.00 by gift card.
    expect(lines.map(({ amount, payment_id }) => [amount, payment_id === null]).sort()).toEqual([
      ["20.00", true],
      ["25.80", false],
    ])
    expect((await withdrawalOf(store, declaration.id)).refunds[0].breakdown).toMatchObject({ notPaid: "0.00" })
  })

  it("L221-24: another means by consent waits for staff, who record it without asking for the consent again", async () => {
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    const consent = { means: "transfer", details: "FR76", textShown: "J'accepte le virement.", at: "today" }
    await store.service.updateWithdrawals({ id, other_means: { ...consent, assurance: "email_proven" } })
    const [line] = await approve(id)
    await runJobs(store)
    expect((await withdrawalOf(store, id)).refunds).toMatchObject([
      { amount: "42.40", state: "planned", payment_id: null },
    ])
    const paid = { means: "transfer", on: day(0), proof: "VIR 12" }
    const { refund } = await store.shop.admin(`/hamon/refunds/${line.id}/paid`, paid)
    expect(refund.paid_otherwise.consent).toContain("J'accepte le virement.")
    expect(await withdrawalOf(store, id)).toMatchObject({ status: "refunded", money: { sent: "42.40" } })
    expect(await coreRefunds(store, order.id)).toEqual([])
    // Core owes nothing any more: its own refund button would pay the customer twice.
    expect(await balance(store, order.id)).toBe(0)
    await runJobs(store)
    expect(await withdrawalOf(store, id)).toMatchObject({ status: "refunded", money: { overpaid: "0.00" } })
  })

  it("declined after the plan, what was not sent is planned no more; reopened, it is planned again with the same amount", async () => {
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    store.loseEvents()
    await approve(id)
    await decide(id, "declined")
    await runJobs(store)
    expect(await withdrawalOf(store, id)).toMatchObject({ status: "closed", money: { owed: "0.00", sent: "0.00" } })
    expect(await coreRefunds(store, order.id)).toEqual([])

    await decide(id, "withdrawn")
    await approve(id)
    await runJobs(store)
    expect(await withdrawalOf(store, id)).toMatchObject({ status: "refunded", outcome: null, money: { sent: "42.40" } })
    expect(await coreRefunds(store, order.id)).toEqual([42.4])
  })

  it("L242-4: a late refund shows what it costs today, owes it from the day it is paid, and staff record its payment", async () => {
    const { id } = await goodsBack(store, [["THE-60", 1]])
    await longAgo(id, 60)
    // 46 days late, or two less where the last day fell on a week-end: 20 % of 42.40.
    const before = await withdrawalOf(store, id)
    expect(before.money.surcharge).toMatchObject({ accruing: true, owed: "8.48", sums: "42.40", refundId: null })
    await approve(id)
    await until(async () => (await withdrawalOf(store, id)).status === "refunded")
    // Medusa's manual provider moves no money: it is still not paid.
    expect((await withdrawalOf(store, id)).money.surcharge).toMatchObject({ accruing: true, refundId: null })
    await paysByHand(store, id)
    const late = await until(async () => {
      const withdrawal = await withdrawalOf(store, id)
      return withdrawal.money.surcharge?.refundId ? withdrawal : null
    })
    const line = late.refunds.find(({ kind }: Answer) => kind === "surcharge")
    expect(line).toMatchObject({ key: `surcharge:${id}`, amount: "8.48", state: "planned", payment_id: null })
    expect(late.money.surcharge).toMatchObject({ accruing: false, owed: "8.48", paid: "0.00" })
    await runJobs(store)

    await store.shop.admin(`/hamon/refunds/${line.id}/paid`, { means: "transfer", on: day(0), proof: "VIR 13" })
    await runJobs(store)
    expect((await withdrawalOf(store, id)).money.surcharge).toMatchObject({ owed: "8.48", paid: "8.48" })
    const { rows } = (await store.sql(
      `SELECT kind FROM hamon_evidence WHERE kind LIKE 'surcharge.%' ORDER BY sequence`,
    )) as { rows: Answer[] }
    expect(rows.map(({ kind }) => kind)).toEqual(["surcharge.owed", "surcharge.recorded_as_paid"])
  })

  it("a refund in time owes no surcharge", async () => {
    const { id } = await goodsBack(store, [["THE-60", 1]])
    await approve(id)
    await until(async () => (await withdrawalOf(store, id)).status === "refunded")
    const { money, refunds } = await withdrawalOf(store, id)
    expect(money.surcharge).toBeNull()
    expect(refunds).toHaveLength(1)
  })

  it("an order cancelled in Medusa after the approval is refunded by core alone", async () => {
    const order = await ordered(store)
    const { id } = await matched(order)
    store.loseEvents()
    await approve(id)
    await store.shop.admin(`/orders/${order.id}/cancel`, {})
    await runJobs(store)
    await runJobs(store)
    expect(await coreRefunds(store, order.id)).toEqual([100.2])
    expect(await withdrawalOf(store, id)).toMatchObject({
      status: "refunded",
      money: { taken: "100.20", sent: "0.00" },
    })
  })

  async function bought(): Promise<Answer> {
    const { teapot, bowl } = store.seeded.products
    return buy(store.shop, store.seeded, {
      email: "claire.martin@client.example",
      name: { first: "Claire", last: "Martin" },
      units: [
        { variantId: teapot.variantId, quantity: 2 },
        { variantId: bowl.variantId, quantity: 1 },
      ],
    })
  }

  async function matched(order: Answer, articles: readonly (readonly [string, number])[] | null = null) {
    const declaration = await declared(store, order, { articles })
    await until(async () => (await withdrawalOf(store, declaration.id)).order_id)
    return declaration
  }

  async function approve(id: string): Promise<Answer[]> {
    await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
    return (await withdrawalOf(store, id)).refunds
  }

  /** 5.00 for a teapot that was used more than its examination needs. */
  async function deducted(withdrawalId: string, order: Answer, state: "proposed" | "accepted") {
    const line: string = order.items.find(({ variant_sku: sku }: Answer) => sku === "THE-60").id
    const [{ id }] = await store.service.createDeductions([
      {
        withdrawal_id: withdrawalId,
        order_id: order.id,
        order_line_id: line,
        currency: "eur",
        amount: "5.00",
        ground: "broken lid",
        state,
        proposed_by: "staff",
        proposed_at: new Date(),
      },
    ])
    return { id, line }
  }

  async function captureInPart(orderId: string, amount: number): Promise<void> {
    await store.shop.admin(`/payments/${await paymentId(orderId)}/capture`, { amount })
  }

  async function refundInCore(orderId: string, amount: number): Promise<void> {
    await store.shop.admin(`/payments/${await paymentId(orderId)}/refund`, { amount })
  }

  async function paymentId(orderId: string): Promise<string> {
    const { order } = await store.shop.admin(`/orders/${orderId}?fields=*payment_collections.payments`)
    return order.payment_collections[0].payments[0].id
  }

  /** Staff take units out of an order that has not left. */
  async function reduce(order: Answer, sku: string, quantity: number): Promise<void> {
    const item = order.items.find(({ variant_sku }: Answer) => variant_sku === sku)
    await store.shop.admin("/order-edits", { order_id: order.id })
    await store.shop.admin(`/order-edits/${order.id}/items/item/${item.id}`, { quantity })
    await store.shop.admin(`/order-edits/${order.id}/confirm`, {})
  }

  async function decide(id: string, decision: "withdrawn" | "declined"): Promise<void> {
    await store.sql(`UPDATE hamon_withdrawal_line SET decision = '${decision}' WHERE withdrawal_id = '${id}'`)
  }

  /** The declaration came, and the goods came back, that many days ago. */
  async function longAgo(id: string, days: number): Promise<void> {
    const changes = `informed_at = informed_at - interval '${days} days', goods_back_on = '${day(days)}'`
    await store.sql(`UPDATE hamon_withdrawal SET ${changes} WHERE id = '${id}'`)
    const { order_id } = await withdrawalOf(store, id)
    await store.service.recordReceptions(order_id, [], new Date())
  }

  function day(ago: number): string {
    const then = new Date(Date.now() - ago * 24 * 60 * 60 * 1000)
    return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(then)
  }

  afterEach(() => jest.restoreAllMocks())
})
