import { buy, capture, receive, ship } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { hamonReconcileWorkflow } from "../../src/workflows/sweeps/reconcile"
import { refundedWhole } from "../support/before-dispatch"
import {
  declared,
  delivered,
  EMAIL,
  goodsBack,
  ordered,
  proven,
  runJobs,
  today,
  until,
  withdrawalOf,
} from "../support/scenes"
import { storeSuite } from "../support/store"

storeSuite("facts that Medusa knows first", (store) => {
  it("a draft order is no contract: no letter, no clock, until staff make it an order", async () => {
    const { shop, seeded } = store
    const { draft_order } = await shop.admin("/draft-orders", {
      email: EMAIL,
      region_id: seeded.regionId,
      items: [{ variant_id: seeded.products.teapot.variantId, quantity: 1 }],
    })
    await runJobs(store)
    await expect(shop.admin(`/hamon/orders/${draft_order.id}`)).rejects.toMatchObject({ status: 404 })
    expect(await store.mailbox.messages()).toEqual([])
    await shop.admin(`/draft-orders/${draft_order.id}/convert-to-order`, {})
    await store.mailbox.waitFor(({ subject }) => subject.includes("Confirmation"))
  })

  it("L221-20: of an order placed before the seller said who he is, the period is a year longer, until the confirmation informs", async () => {
    const { shop } = store
    const { merchant_profile } = await shop.admin("/hamon/merchant-profile")
    // What was published is kept: the shop of before the publication is made by the database's owner alone.
    await store.sql("ALTER TABLE hamon_merchant_profile DISABLE TRIGGER USER; DELETE FROM hamon_merchant_profile")
    const order = await delivered(store)
    const period = async () => {
      const { due_on } = (await caseOf(order.id)).deadlines.find(({ kind }: Answer) => kind === "withdrawal_period")
      return (Date.parse(due_on) - Date.parse(today())) / 86_400_000
    }
    await runJobs(store)
    expect(await store.mailbox.messages()).toEqual([])
    expect(await period()).toBeGreaterThan(365)

    await shop.admin("/hamon/merchant-profile", { merchant: merchant_profile.content })
    store.at(new Date(Date.now() + 86_400_000).toISOString())
    await runJobs(store)
    await store.mailbox.waitFor(({ subject }) => subject.includes("Confirmation"))
    // Fourteen days from tomorrow, and on to a working day.
    await until(async () => (await period()) < 60)
    expect(await period()).toBeGreaterThanOrEqual(15)
  })

  it("L221-23, L221-24: of two parcels only one left; a unit that never left has nothing to send back", async () => {
    const { shop, seeded } = store
    const order = await ordered(store)
    const pots = order.items.find((item: Answer) => item.variant_sku === "THE-60")
    await ship(shop, order.id, [{ id: pots.id, quantity: 2 }], { locationId: seeded.locationId, tracking: "LA1" })
    const kept = await declared(store, order, { articles: [["BOL-35", 1]] })
    const sent = await declared(store, order, { articles: [["THE-60", 1]] })
    await until(async () => (await withdrawalOf(store, sent.id)).status === "matched")
    await until(async () => (await withdrawalOf(store, kept.id)).status === "matched")
    expect(await clocks(kept.id)).toMatchObject({ return_of_goods: "canceled", refund: "running" })
    expect(await clocks(sent.id)).toMatchObject({ return_of_goods: "running", refund: "waiting" })
    // The rest of the order does not wait for the bowl, which will never come.
    const [parcel] = (await caseOf(order.id)).parcels
    await receivedOn(order.id, parcel.id)
    expect((await caseOf(order.id)).deadlines.find(({ kind }: Answer) => kind === "withdrawal_period").state).toBe(
      "running",
    )
  })

  it("L221-24: of one declaration some units left and one never did: one refund, which may wait for those (U22)", async () => {
    const { shop, seeded } = store
    const order = await ordered(store)
    const pots = order.items.find((item: Answer) => item.variant_sku === "THE-60")
    await ship(shop, order.id, [{ id: pots.id, quantity: 2 }], { locationId: seeded.locationId, tracking: "LA1" })
    const both = await declared(store, order)
    await until(async () => (await withdrawalOf(store, both.id)).status === "matched")
    expect(await clocks(both.id)).toMatchObject({ return_of_goods: "running", refund: "waiting" })
    const { deadlines } = await withdrawalOf(store, both.id)
    const { reason } = deadlines.find(({ kind }: Answer) => kind === "refund")
    expect(reason.fr).toContain("en une fois, biens qui n'étaient pas partis compris")
  })

  it("goods that staff let leave after the declaration was proven get their return then", async () => {
    const { shop, seeded } = store
    const order = await ordered(store)
    const declaration = await declared(store, order)
    await shop.page("/retractation/suivi", { reference: declaration.reference, code: declaration.code })
    await runJobs(store)
    expect((await withdrawalOf(store, declaration.id)).return_id).toBeNull()
    const lift = { act: "lift", ground: "Le colis était déjà confié au transporteur." }
    await shop.admin(`/hamon/withdrawals/${declaration.id}/hold`, lift)
    const units = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
    await ship(shop, order.id, units, { locationId: seeded.locationId, tracking: "LA1" })
    expect(await until(async () => (await withdrawalOf(store, declaration.id)).return_id)).toMatch(/^return_/)
  })

  it("a return waits for another open change of the order, and staff read what it waits for", async () => {
    const { shop } = store
    const order = await delivered(store)
    const { order_change } = await shop.admin("/order-edits", { order_id: order.id })
    const declaration = await declared(store, order)
    await shop.page("/retractation/suivi", { reference: declaration.reference, code: declaration.code })
    const waiting = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      return withdrawal.last_error ? withdrawal : null
    })
    expect(waiting).toMatchObject({ return_id: null, trouble: { code: "open_change", facts: {}, words: null } })
    await fetch(`${shop.url}/admin/order-edits/${order_change.order_id}`, {
      method: "DELETE",
      headers: shop.staffHeaders,
    })
    await store.sql("UPDATE hamon_withdrawal SET next_step_at = now() WHERE next_step_at IS NOT NULL")
    await runJobs(store)
    const opened = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      return withdrawal.last_error === null ? withdrawal : null
    })
    expect(opened).toMatchObject({ return_id: expect.stringMatching(/^return_/), trouble: null })
  })

  it("a return that staff open with Medusa's own button is the declaration's, and ends its deferral", async () => {
    const { shop, seeded } = store
    const order = await delivered(store)
    const declaration = await declared(store, order, { articles: [["BOL-35", 1]] })
    await until(async () => (await withdrawalOf(store, declaration.id)).status === "matched")
    const bowl = order.items.find((item: Answer) => item.variant_sku === "BOL-35")
    const { return: begun } = await shop.admin("/returns", { order_id: order.id, location_id: seeded.locationId })
    await shop.admin(`/returns/${begun.id}/request-items`, { items: [{ id: bowl.id, quantity: 1 }] })
    await shop.admin(`/returns/${begun.id}/request`, {})
    await receive(shop, begun.id)
    const back = await until(async () => {
      const withdrawal = await withdrawalOf(store, declaration.id)
      return withdrawal.goods_back_on ? withdrawal : null
    })
    expect(back).toMatchObject({ return_id: begun.id, goods_back_on: today(), status: "goods_back" })
    expect(await clocks(declaration.id)).toMatchObject({ refund: "running" })
  })

  it("a refund that staff make with Medusa's own button settles the withdrawal, and goods that come later do not undo it", async () => {
    const { shop } = store
    const order = await delivered(store)
    const declaration = await declared(store, order, { articles: [["BOL-35", 1]] })
    const { return_id } = await proven(store, declaration)
    const { order: core } = await shop.admin(`/orders/${order.id}?fields=*payment_collections.payments`)
    await shop.admin(`/payments/${core.payment_collections[0].payments[0].id}/refund`, { amount: 15.41 })
    await until(async () => (await withdrawalOf(store, declaration.id)).status === "refunded")
    expect(await clocks(declaration.id)).toMatchObject({ refund: "met" })
    await receive(shop, return_id)
    await until(async () => (await withdrawalOf(store, declaration.id)).goods_back_on)
    expect((await withdrawalOf(store, declaration.id)).status).toBe("refunded")
  })

  it("L221-24: a proof of dispatch ends the deferral", async () => {
    const order = await delivered(store)
    const declaration = await declared(store, order)
    await until(async () => (await withdrawalOf(store, declaration.id)).status === "matched")
    expect(await clocks(declaration.id)).toMatchObject({ refund: "waiting" })
    const { withdrawal } = await store.shop.admin(`/hamon/withdrawals/${declaration.id}/proof-of-dispatch`, {
      on: today(),
      proof: "LaPoste 6A00001",
    })
    expect(withdrawal.deadlines.find(({ kind }: Answer) => kind === "refund").state).toBe("running")
  })

  it("L221-28: staff decide on an excepted article, with a ground; the rest of the order does not wait", async () => {
    const { shop, seeded } = store
    const { engraved, bowl } = seeded.products
    const order = await buy(shop, seeded, {
      email: EMAIL,
      name: { first: "Claire", last: "Martin" },
      units: [
        { variantId: engraved.variantId, quantity: 1 },
        { variantId: bowl.variantId, quantity: 1 },
      ],
    })
    const letter = await store.mailbox.waitFor(({ subject }) => subject.includes("Confirmation"))
    expect(letter.text).toContain(
      "Mug gravé à votre nom\u00a0: le droit de rétractation ne peut pas être exercé (L221-28, 3°)",
    )
    await capture(shop, order.id)
    const units = order.items.map(({ id, quantity }: Answer) => ({ id, quantity }))
    await ship(shop, order.id, units, { locationId: seeded.locationId, tracking: "LA1" })
    const declaration = await declared(store, order)
    await proven(store, declaration)
    const before = await withdrawalOf(store, declaration.id)
    const pending = before.lines.find(({ decision }: Answer) => decision === "pending")
    await expect(shop.admin(`/hamon/withdrawals/${declaration.id}/refund`, {})).rejects.toMatchObject({ status: 400 })
    const decide = (ground: string) =>
      shop.admin(`/hamon/withdrawals/${declaration.id}/decisions`, {
        decisions: [{ line_id: pending.id, decision: "declined", ground, exception: 3 }],
      })
    await expect(decide("non")).rejects.toMatchObject({ status: 400 })
    const { withdrawal } = await decide("Le mug porte le prénom choisi par le client.")
    expect(withdrawal.flags).not.toContain("excepted")
    // Told again, nothing happens: one letter, one trace.
    const { withdrawal: again } = await decide("Le mug porte le prénom choisi par le client.")
    expect(again.timeline.filter(({ code }: Answer) => code === "withdrawal.decided")).toHaveLength(1)
    expect(again.letters.filter(({ kind }: Answer) => kind === "withdrawal_declined")).toHaveLength(1)
    const { withdrawal: approved } = await shop.admin(`/hamon/withdrawals/${declaration.id}/refund`, {})
    expect(approved.refunds[0].breakdown.lines).toMatchObject([{ title: "Bol en grès", quantity: 1 }])
  })

  it("the number of an article stays what the confirmation said, whatever is added to the order", async () => {
    const order = await delivered(store)
    const numbers = async () => (await caseOf(order.id)).lines.map(({ id, number }: Answer) => [id, number])
    const before = await numbers()
    await store.sql(
      `UPDATE hamon_order_case SET facts_read_at = facts_read_at - interval '1 day', facts = jsonb_set(facts, '{lines}', (SELECT jsonb_agg(line ORDER BY (line->>'number')::int DESC) FROM jsonb_array_elements(facts->'lines') line))`,
    )
    await hamonReconcileWorkflow(store.container).run()
    expect(Object.fromEntries(await numbers())).toEqual(Object.fromEntries(before))
  })

  it("an order that cannot be brought up to date keeps nobody else's waiting", async () => {
    store.loseEvents()
    const [bad, good] = [await ordered(store), await ordered(store, "other@client.example")]
    const real = store.service.syncOrder.bind(store.service)
    jest.spyOn(store.service, "syncOrder").mockImplementation(async (order, at) => {
      if (order.opening.orderId === bad.id) throw new Error("odd order")
      return real(order, at)
    })
    await runJobs(store)
    expect((await caseOf(good.id)).order_id).toBe(good.id)
    jest.restoreAllMocks()
    await runJobs(store)
    expect((await caseOf(bad.id)).order_id).toBe(bad.id)
  })

  it("many acts on one order at the same moment: no deadlock, one truth", async () => {
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    const others = await Promise.all(
      [1, 2, 3].map((n) =>
        declared(store, order, { articles: [["BOL-35", 1]], email: EMAIL }).then((one) => ({ n, ...one })),
      ),
    )
    const results = await Promise.allSettled([
      ...others.map(({ id: other }) => store.service.matchDeclaration(other, new Date())),
      ...Array.from({ length: 6 }, () => runJobs(store)),
      store.shop.admin(`/hamon/withdrawals/${id}/refund`, {}),
      ...Array.from({ length: 4 }, () => hamonReconcileWorkflow(store.container).run()),
    ])
    expect(results.filter(({ status }) => status === "rejected")).toEqual([])
    const sweeps = (await store.shop.admin("/hamon/sweeps")).sweeps
    expect(sweeps.map(({ last_error }: Answer) => last_error).filter(Boolean)).toEqual([])
    // What met another act in the midst of its own is tried again a minute later.
    await refundedWhole(store, id)
    const bowls = (await Promise.all(others.map(({ id: other }) => withdrawalOf(store, other)))).flatMap(
      ({ lines }) => lines,
    )
    expect(bowls).toHaveLength(1)
  })

  async function caseOf(orderId: string): Promise<Answer> {
    return (await store.shop.admin(`/hamon/orders/${orderId}`)).hamon_order
  }

  async function clocks(withdrawalId: string): Promise<Record<string, string>> {
    const { deadlines } = await withdrawalOf(store, withdrawalId)
    return Object.fromEntries(deadlines.map(({ kind, state }: Answer) => [kind, state]))
  }

  function receivedOn(orderId: string, parcel: string) {
    return store.shop.admin(`/hamon/orders/${orderId}/receptions`, {
      receptions: [{ fulfillment_id: parcel, received_on: today(), proof: { kind: "tracking", text: "LA1" } }],
    })
  }

  afterEach(() => jest.restoreAllMocks())
})
