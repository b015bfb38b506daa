import { Modules } from "@medusajs/framework/utils"
import type { Answer } from "../../scripts/shop/client"
import { coreRefunds } from "../support/books"
import { delivered, declared, goodsBack, proven, runJobs, until, withdrawalOf } from "../support/scenes"
import { sendRefund } from "../../src/workflows/refunds/send-refund"
import { storeSuite } from "../support/store"

storeSuite("refunds: money moves exactly once (L221-24)", (store) => {
  it("refunds the unit and its share of the standard delivery, and the rest adds up to the order", async () => {
    const order = await delivered(store)
    const totals: string[] = []
    for (const articles of [
      [["THE-60", 1]],
      [
        ["THE-60", 1],
        ["BOL-35", 1],
      ],
    ] as const) {
      const declaration = await declared(store, order, { articles })
      await proven(store, declaration)
      totals.push((await refunded(declaration.id)).refunds[0].amount)
    }
    expect(totals).toEqual(["42.40", "57.80"])
    expect(await coreRefunds(store, order.id)).toEqual([42.4, 57.8])
  })

  it("two approvals at the same moment pay once", async () => {
    const provider = spyOnProvider()
    const { id } = await goodsBack(store, [["THE-60", 1]])
    await Promise.all([approve(id), approve(id), approve(id)])
    await until(async () => (await withdrawalOf(store, id)).status === "refunded")
    await Promise.all([runJobs(store), runJobs(store)])
    expect(provider).toHaveBeenCalledTimes(1)
    expect((await withdrawalOf(store, id)).refunds).toHaveLength(1)
  })

  it("a provider that fails, or times out after it paid, is not asked again by the machine", async () => {
    const { id } = await goodsBack(store, [["THE-60", 1]])
    const provider = spyOnProvider().mockRejectedValueOnce(new Error("socket hang up"))
    await approve(id)
    const [line] = await until(async () => {
      const { refunds } = await withdrawalOf(store, id)
      return refunds[0]?.state === "unknown" ? refunds : null
    })
    expect(line.last_error).toMatch(/socket hang up.*look at the provider/)
    expect(line.trouble).toEqual({ code: "outcome_unknown", facts: {}, words: "socket hang up" })
    await runJobs(store)
    await runJobs(store)
    expect(provider).toHaveBeenCalledTimes(1)

    // Staff have looked: it was not paid.
    await store.shop.admin(`/hamon/refunds/${line.id}/retry`, {})
    await until(async () => (await withdrawalOf(store, id)).status === "refunded")
    expect(provider).toHaveBeenCalledTimes(2)
    await expect(store.shop.admin(`/hamon/refunds/${line.id}/retry`, {})).rejects.toMatchObject({ status: 400 })
  })

  it("a process killed between paying and booking finds the payment in core and does not pay again", async () => {
    const provider = spyOnProvider()
    const { id } = await goodsBack(store, [["THE-60", 1]])
    const booked = jest.spyOn(store.service, "refundBooked").mockRejectedValue(new Error("killed"))
    const synced = jest.spyOn(store.service, "syncOrder").mockRejectedValue(new Error("killed"))
    await store.service.approveRefund(id, { by: "staff" }, new Date())
    await runJobs(store)
    expect((await withdrawalOf(store, id)).refunds[0].state).toBe("sending")
    booked.mockRestore()
    synced.mockRestore()
    await leaseExpires("hamon_refund")
    await runJobs(store)
    expect((await withdrawalOf(store, id)).refunds[0].state).toBe("booked")
    expect(provider).toHaveBeenCalledTimes(1)
  })

  it("a line found half sent, with no trace in core, may have been paid: it is for a person", async () => {
    const provider = spyOnProvider().mockRejectedValueOnce(new Error("time-out after the effect"))
    const { id } = await goodsBack(store, [["THE-60", 1]])
    const unknown = jest.spyOn(store.service, "refundUnknown").mockRejectedValueOnce(new Error("killed"))
    await store.service.approveRefund(id, { by: "staff" }, new Date())
    await runJobs(store)
    expect((await withdrawalOf(store, id)).refunds[0].state).toBe("sending")
    unknown.mockRestore()
    await leaseExpires("hamon_refund")
    await runJobs(store)
    expect((await withdrawalOf(store, id)).refunds[0]).toMatchObject({
      state: "unknown",
      trouble: { code: "half_sent" },
    })
    expect(provider).toHaveBeenCalledTimes(1)
  })

  it("a worker that lost its claim does not pay, and two lines of one order never fly together", async () => {
    const provider = spyOnProvider()
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    store.loseEvents()
    await approve(id)
    const [claimed] = await store.service.claimRefunds(new Date(), 1)
    await leaseExpires("hamon_refund")
    await runJobs(store)
    await sendRefund(store.container, claimed)
    expect(provider).toHaveBeenCalledTimes(1)
    expect(await coreRefunds(store, order.id)).toEqual([42.4])

    jest.restoreAllMocks()
    const other = await delivered(store, "other@client.example")
    const email = "other@client.example"
    const two = [
      await declared(store, other, { articles: [["THE-60", 1]], email }),
      await declared(store, other, { articles: [["BOL-35", 1]], email }),
    ]
    await until(async () => (await statuses(two)).every((status) => status === "matched"))
    await Promise.all(two.map((one) => approve(one.id)))
    await until(async () => {
      await due("hamon_refund", "next_attempt_at")
      await Promise.all([runJobs(store), runJobs(store)])
      return (await statuses(two)).every((status) => status === "refunded")
    })
    // Which one takes the odd cent depends on which was approved first; together they are 57.80.
    const paid = await coreRefunds(store, other.id)
    expect(paid.map((amount) => Math.round(amount * 100)).reduce((sum, cents) => sum + cents)).toBe(5780)
    expect(await transactions(other.id)).toEqual(paid.map((amount) => -amount).reverse())
  })

  it("a refund by staff between the approval and the sending is taken off, seen before or at the sending", async () => {
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    store.loseEvents()
    await approve(id)
    await refundInCore(order.id, 39)
    // The sweeper comes before anybody has told of that refund: nothing is sent.
    const [claimed] = await store.service.claimRefunds(new Date(), 1)
    await sendRefund(store.container, claimed)
    expect((await withdrawalOf(store, id)).refunds[0]).toMatchObject({
      state: "failed",
      last_error: expect.stringContaining("since the approval"),
      trouble: { code: "refunded_in_medusa_since" },
    })
    expect(await coreRefunds(store, order.id)).toEqual([39])

    await runJobs(store)
    expect((await withdrawalOf(store, id)).refunds).toMatchObject([{ amount: "3.40", state: "booked", trouble: null }])
    expect(await coreRefunds(store, order.id)).toEqual([3.4, 39])
  })

  it("a refund row in core without its transaction may not have been paid: it is shown, not repeated", async () => {
    const provider = spyOnProvider()
    const { id } = await goodsBack(store, [["THE-60", 1]])
    const [line] = await store.service.approveRefund(id, { by: "staff" }, new Date())
    await store.container.resolve(Modules.PAYMENT).refundPayment({
      payment_id: line.payment_id,
      amount: 42.4,
      metadata: { hamon_refund: line.key },
    } as never)
    await runJobs(store)
    const [now] = (await withdrawalOf(store, id)).refunds
    expect(now).toMatchObject({ state: "unknown", last_error: expect.stringContaining("no transaction") })
    expect(now.trouble).toMatchObject({ code: "half_booked", facts: { refund: expect.stringMatching(/^ref_/) } })
    expect(provider).toHaveBeenCalledTimes(1)
  })

  it("what staff refunded in Medusa since the declaration is taken off, down to nothing", async () => {
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    await refundInCore(order.id, 40)
    await approve(id)
    const first = await until(async () => refundedOrNull(id))
    expect(first.refunds[0]).toMatchObject({ amount: "2.40", breakdown: { alreadyRefunded: "40.00", total: "42.40" } })

    const second = await goodsBack(store, [["BOL-35", 1]])
    await refundInCore(second.order.id, 30)
    await approve(second.id)
    const settled = await until(async () => refundedOrNull(second.id))
    expect(settled.refunds).toEqual([expect.objectContaining({ amount: "0.00", state: "booked" })])
    expect(await coreRefunds(store, second.order.id)).toEqual([30])
  })

  it("waits for another open change of the order: core would fail after the money had left", async () => {
    const provider = spyOnProvider()
    const { id, order } = await goodsBack(store, [["THE-60", 1]])
    const { order_change } = await store.shop.admin("/order-edits", { order_id: order.id })
    await approve(id)
    await until(async () => (await withdrawalOf(store, id)).refunds[0]?.last_error)
    expect((await withdrawalOf(store, id)).refunds[0]).toMatchObject({
      state: "planned",
      trouble: { code: "open_change" },
    })
    expect(provider).not.toHaveBeenCalled()
    await cancelEdit(order_change.order_id)
    await due("hamon_refund", "next_attempt_at")
    await runJobs(store)
    expect((await withdrawalOf(store, id)).refunds[0]).toMatchObject({
      state: "booked",
      last_error: null,
      trouble: null,
    })
    expect(provider).toHaveBeenCalledTimes(1)
  })

  it("refuses with a sentence that says what to do first", async () => {
    const { id } = await declared(store, { display_id: "999999" })
    await expect(approve(id)).rejects.toMatchObject({
      status: 400,
      answer: expect.stringContaining("match the declaration"),
    })
    await expect(approve("nothing")).rejects.toMatchObject({ status: 404 })
  })

  function approve(id: string): Promise<Answer> {
    return store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
  }

  async function refunded(id: string): Promise<Answer> {
    await approve(id)
    return until(() => refundedOrNull(id))
  }

  async function refundedOrNull(id: string): Promise<Answer | null> {
    const withdrawal = await withdrawalOf(store, id)
    return withdrawal.status === "refunded" ? withdrawal : null
  }

  /** The last door before the money: the provider behind Medusa's payment module. */
  function spyOnProvider() {
    const payment = store.container.resolve(Modules.PAYMENT) as unknown as {
      paymentProviderService_: { refundPayment: (...input: unknown[]) => Promise<unknown> }
    }
    return jest.spyOn(payment.paymentProviderService_, "refundPayment")
  }

  async function statuses(withdrawals: readonly { id: string }[]): Promise<string[]> {
    return Promise.all(withdrawals.map(async ({ id }) => (await withdrawalOf(store, id)).status))
  }

  async function transactions(orderId: string): Promise<number[]> {
    const { order } = await store.shop.admin(`/orders/${orderId}?fields=*transactions`)
    const refunds = order.transactions.filter(({ reference }: Answer) => reference === "refund")
    return refunds.map(({ amount }: Answer) => amount).sort((a: number, b: number) => a - b)
  }

  async function refundInCore(orderId: string, amount: number): Promise<void> {
    const { order } = await store.shop.admin(`/orders/${orderId}?fields=*payment_collections.payments`)
    await store.shop.admin(`/payments/${order.payment_collections[0].payments[0].id}/refund`, { amount })
  }

  async function cancelEdit(orderId: string): Promise<void> {
    await fetch(`${store.shop.url}/admin/order-edits/${orderId}`, {
      method: "DELETE",
      headers: store.shop.staffHeaders,
    })
  }

  async function leaseExpires(table: string): Promise<void> {
    await store.sql(`UPDATE ${table} SET locked_until = now() - interval '1 second'`)
  }

  async function due(table: string, column: string): Promise<void> {
    await store.sql(`UPDATE ${table} SET ${column} = now() - interval '1 second' WHERE ${column} IS NOT NULL`)
  }

  afterEach(() => jest.restoreAllMocks())
})
