import { hamonDeliverLettersWorkflow } from "../../src/workflows/sweeps/deliver-letters"
import { hamonSendRefundsWorkflow } from "../../src/workflows/sweeps/send-refunds"
import { buy, capture } from "../../scripts/shop/checkout"
import type { Answer } from "../../scripts/shop/client"
import { paymentOf } from "../support/edges"
import { declared, EMAIL, goodsBack, ordered, until, withdrawalOf } from "../support/scenes"
import { storeSuite, type TestStore } from "../support/store"

const REFUND = { stripe: /^\/v1\/refunds$/, paypal: /\/refund$/ }
/** One teapot of two at 39.90, with its share of the delivery. */
const OWED = 4240

storeSuite(
  "with Redis: events, workflows and locks of several servers",
  (store) => {
    it("one withdrawal goes from order to refund", async () => {
      const { id } = await goodsBack(store, [["THE-60", 1]])
      await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
      await until(async () => (await withdrawalOf(store, id)).status === "refunded")
      const mails = await until(async () => {
        const all = await store.mailbox.messages()
        return all.length === 3 ? all : null
      })
      expect(mails.map(({ subject }) => subject.split(" ")[0])).toEqual(["Confirmation", "Nous", "Votre"])
    })

    it("a worker that was stalled and runs again sends no second letter", async () => {
      await ordered(store)
      await store.mailbox.waitFor(({ subject }) => subject.includes("Confirmation"))
      await Promise.all([1, 2, 3].map(() => hamonDeliverLettersWorkflow(store.container).run()))
      expect(await store.mailbox.messages()).toHaveLength(1)
    })

    it("attempts to log in are counted there, for all servers", async () => {
      const logIn = () =>
        fetch(`${store.shop.url}/auth/customer/emailpass`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ email: "claire.martin@client.example", password: "wrong password 1" }),
        }).then(({ status }) => status)
      const statuses = await Promise.all(Array.from({ length: 20 }, logIn))
      // Three at once, and the one whose pause begins with it.
      expect(statuses.filter((status) => status === 401)).toHaveLength(4)
      expect(statuses.filter((status) => status === 429)).toHaveLength(16)
      expect(await store.sql("SELECT * FROM hamon_rate_limit")).toMatchObject({ rows: [] })
    })

    describe.each(["stripe", "paypal"] as const)("%s", (provider) => {
      afterEach(() => store.edges[provider].server.faults.clear())

      it("a refund through the engine's workers carries the ledger's key, as without Redis", async () => {
        const { id, payment } = await owed(store, provider)
        await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
        await until(async () => (await lineOf(store, id)).state === "booked")
        const [line] = await store.service.listRefunds({ withdrawal_id: id })
        expect(keysAt(store, provider, payment)).toEqual([line.key])
        expect(store.edges[provider].ledger.refunded(payment)).toBe(OWED)
      })

      it("silence after the effect: the sweeper's second try finds the refund by its key, and the money leaves once", async () => {
        const { order, id, payment } = await owed(store, provider)
        const { server, ledger } = store.edges[provider]
        server.faults.plan("POST", REFUND[provider], { kind: "silence", when: "after" }, Infinity)
        await store.shop.admin(`/hamon/withdrawals/${id}/refund`, {})
        await until(async () => ledger.refunded(payment) === OWED)
        // Nor can it be looked up at once.
        server.faults.plan("GET", /./, { kind: "status", status: 503, when: "before" }, Infinity)
        await until(async () => {
          server.hangUp()
          return (await lineOf(store, id)).state === "unknown"
        })

        server.faults.clear()
        store.at(new Date(Date.now() + 10 * 60_000).toISOString())
        // Or a worker, which an event told.
        await until(async () => {
          await hamonSendRefundsWorkflow(store.container).run()
          return (await lineOf(store, id)).state === "booked"
        })
        expect(await lineOf(store, id)).toMatchObject({ amount: "42.40" })
        const [line] = await store.service.listRefunds({ withdrawal_id: id })
        expect(keysAt(store, provider, payment)).toEqual([line.key])
        expect(ledger.refunded(payment)).toBe(OWED)
        expect(await coreRefunds(store, order.id)).toEqual([{ amount: 42.4, key: line.key }])
      })
    })
  },
  { redis: true, payments: true },
)

let customers = 0

/** A paid order of which one teapot is withdrawn, and whose refund nobody has approved. */
async function owed(store: TestStore, provider: "stripe" | "paypal") {
  const { teapot, bowl } = store.seeded.products
  const email = `${provider}${++customers}.${EMAIL}`
  const order = await buy(store.shop, store.seeded, {
    email,
    name: { first: "Claire", last: "Martin" },
    units: [
      { variantId: teapot.variantId, quantity: 2 },
      { variantId: bowl.variantId, quantity: 1 },
    ],
    means: store.edges.means[provider],
  })
  await capture(store.shop, order.id)
  const { id } = await declared(store, order, { email, articles: [["THE-60", 1]] })
  await until(async () => (await withdrawalOf(store, id)).status === "matched")
  return { order, id, payment: await paymentOf(store.shop, order.id) }
}

async function lineOf(store: TestStore, id: string): Promise<Answer> {
  const { refunds } = await withdrawalOf(store, id)
  return refunds[0]
}

/** The key that the provider shows on each refund of a payment. */
function keysAt({ edges: { stripe, paypal } }: TestStore, provider: "stripe" | "paypal", payment: string) {
  if (provider === "stripe") {
    const refunds = [...stripe.state.refunds.values()].filter(({ payment_intent }) => payment_intent === payment)
    return refunds.map(({ metadata }) => metadata?.hamon_refund)
  }
  return paypal.refundsOf(payment).map(({ customId }) => customId)
}

async function coreRefunds({ shop }: TestStore, orderId: string): Promise<Answer[]> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=*payment_collections.payments.refunds`)
  const [{ payments }] = order.payment_collections
  return payments[0].refunds.map(({ amount, metadata }: Answer) => ({ amount, key: metadata.hamon_refund }))
}
