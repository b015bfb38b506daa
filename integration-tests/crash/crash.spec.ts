import { type Mailbox, startMailbox } from "../../scripts/mailbox"
import { buy, capture } from "../../scripts/shop/checkout"
import { type Answer, Shop } from "../../scripts/shop/client"
import { type SeededShop, seedShop } from "../../scripts/shop/seed"
import type { Fault } from "../emulators/edge/faults"
import { createDatabase, type Database, openSession, type Session } from "../support/database"
import { type Edges, paymentOf, startEdges } from "../support/edges"
import { stopPrograms } from "../support/processes"
import { declared, until } from "../support/scenes"
import type { TestStore } from "../support/store"
import { StoreProcess } from "./store-process"

const STAFF = { email: "staff@maison-lin.example", password: "correct horse battery staple" }
/** One teapot of two, and its share of the delivery. */
const OWED = 4240

let database: Database
let sql: Session
let mailbox: Mailbox
let edges: Edges
let store: StoreProcess
let shop: Shop
let seeded: SeededShop

beforeAll(async () => {
  database = await createDatabase()
  mailbox = await startMailbox({ httpPort: null })
  edges = await startEdges()
  store = await StoreProcess.prepare(
    {
      DATABASE_URL: database.url,
      SMTP_HOST: "localhost",
      SMTP_PORT: String(mailbox.smtpPort),
      ...edges.env,
    },
    STAFF,
  )
  sql = await openSession(database.url)
  edges.tell(store.url)
  await store.start()
  shop = new Shop(store.url)
  await shop.logIn(STAFF.email, STAFF.password)
  seeded = await seedShop(shop)
}, 240_000)

afterAll(async () => {
  await stopPrograms()
  await sql?.end()
  await Promise.all([edges?.stop(), mailbox?.stop()])
  await database?.drop()
})

type Provider = { readonly name: "stripe" | "paypal"; readonly read: RegExp; readonly refund: RegExp }

const STRIPE: Provider = {
  name: "stripe",
  read: /^\/v1\/payment_intents\/[^/]+$/,
  refund: /^\/v1\/refunds$/,
}
const PAYPAL: Provider = {
  name: "paypal",
  read: /^\/v2\/checkout\/orders\/[^/]+$/,
  refund: /^\/v2\/payments\/captures\/[^/]+\/refund$/,
}

/** Where a process may die, from the approval to the last commit. Each waits until the store stands there. */
const POINTS: readonly { readonly where: string; readonly reached: (provider: Provider, due: Due) => Promise<void> }[] =
  [
    {
      where: "before the provider was asked for anything",
      reached: (provider, due) => silence(provider, "GET", provider.read, "before", due),
    },
    {
      where: "the refund was sent, and the provider has done nothing yet",
      reached: (provider, due) => silence(provider, "POST", provider.refund, "before", due),
    },
    {
      where: "the provider has paid, and its answer never came",
      reached: (provider, due) => silence(provider, "POST", provider.refund, "after", due),
    },
    {
      where: "the provider has answered, and core has not booked",
      reached: async (_, due) => {
        const release = await hold("order_transaction")
        await due.approve()
        await blockedOn("order_transaction")
        due.afterwards(release)
      },
    },
    {
      where: "core has booked, and the ledger has not",
      reached: async (_, due) => {
        const core = await hold("order_transaction")
        await due.approve()
        await blockedOn("order_transaction")
        due.afterwards(await hold("hamon_evidence"))
        await core()
        await blockedOn("hamon_evidence")
      },
    },
    {
      where: "everything has been booked",
      reached: async (_, due) => {
        await due.approve()
        await until(async () => ((await due.lines())[0]?.state === "booked" ? true : null))
      },
    },
  ]

type Due = {
  readonly approve: () => Promise<unknown>
  readonly lines: () => Promise<Answer[]>
  readonly afterwards: (act: () => Promise<void>) => void
}

describe.each([STRIPE, PAYPAL])(
  "kill -9 while $name refunds (L221-24): the money at the provider is the money owed",
  (provider) => {
    it.each(POINTS)("$where", async ({ reached }) => {
      const { order, payment, id } = await owed(provider)
      const after: (() => Promise<void>)[] = []
      const lines = async () => (await shop.admin(`/hamon/withdrawals/${id}`)).withdrawal.refunds as Answer[]
      const approve = () => shop.admin(`/hamon/withdrawals/${id}/refund`, {})
      await reached(provider, { approve, lines, afterwards: (act) => after.push(act) })

      await store.kill()
      for (const act of after) await act()
      edges[provider.name].server.faults.clear()
      // The lease of the dead process, and the wait before another try, are over.
      await sql.query(
        "UPDATE hamon_refund SET locked_until = NULL, next_attempt_at = now() WHERE next_attempt_at IS NOT NULL",
      )
      await store.start()
      await approve()
      const [line] = await until(async () => {
        const all = await lines()
        return all.every(({ state, provider_status: arrived }) => state === "booked" && arrived) ? all : null
      })

      expect(await lines()).toHaveLength(1)
      expect(line).toMatchObject({ amount: "42.40", provider_status: "succeeded" })
      expect(edges[provider.name].ledger.refunded(payment)).toBe(OWED)
      expect(await coreRefunds(order.id)).toEqual([42.4])
      expect(await transactions(order.id)).toEqual([-42.4])
    })
  },
)

/** A paid order of which one unit is withdrawn, so that a refund may be approved. */
async function owed({ name }: Provider) {
  const email = `claire.${name}.${Date.now()}@client.example`
  const order = await buy(shop, seeded, {
    email,
    name: { first: "Claire", last: "Martin" },
    units: [
      { variantId: seeded.products.teapot.variantId, quantity: 2 },
      { variantId: seeded.products.bowl.variantId, quantity: 1 },
    ],
    means: edges.means[name],
  })
  await capture(shop, order.id)
  const { id } = await declared({ shop, mailbox } as unknown as TestStore, order, { email, articles: [["THE-60", 1]] })
  await until(async () => {
    const { withdrawal } = await shop.admin(`/hamon/withdrawals/${id}`)
    return withdrawal.status === "matched" ? true : null
  })
  return { order, id, payment: await paymentOf(shop, order.id) }
}

/** The provider falls silent at a call, before or after its effect; the store stands there once the call has come. */
async function silence(provider: Provider, method: string, path: RegExp, when: Fault["when"], due: Due): Promise<void> {
  const { server, ledger } = edges[provider.name]
  const calls = () => server.calls.filter((call) => call.method === method && path.test(call.path)).length
  const [before, paid] = [calls(), ledger.refunded()]
  server.faults.plan(method, path, { kind: "silence", when }, Infinity)
  await due.approve()
  await until(async () => (calls() > before && (when === "before" || ledger.refunded() > paid) ? true : null))
}

/** Locks a table, so that the store stops where it writes to it. @returns how to let it go on */
async function hold(table: string): Promise<() => Promise<void>> {
  const session = await openSession(database.url)
  await session.query(`BEGIN; LOCK TABLE "${table}" IN EXCLUSIVE MODE`)
  return async () => {
    await session.query("ROLLBACK")
    await session.end()
  }
}

async function blockedOn(table: string): Promise<void> {
  await until(async () => {
    const waiting = await sql.query(`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"${table}"'::regclass`)
    return waiting.rows.length > 0 ? true : null
  })
}

async function coreRefunds(orderId: string): Promise<number[]> {
  const { order } = await shop.admin(`/orders/${orderId}?fields=*payment_collections.payments.refunds`)
  const refunds = order.payment_collections.flatMap(({ payments }: Answer) =>
    payments.flatMap((one: Answer) => one.refunds),
  )
  return refunds.map(({ amount }: Answer) => amount)
}

async function transactions(orderId: string): Promise<number[]> {
  const { rows } = await sql.query(
    `SELECT amount FROM order_transaction WHERE order_id = '${orderId}' AND reference = 'refund' AND deleted_at IS NULL`,
  )
  return rows.map(({ amount }) => Number(amount))
}
