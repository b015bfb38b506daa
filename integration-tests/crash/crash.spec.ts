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
import { StoreProcess } from "../support/store-process"

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

type Due = {
  readonly provider: Provider
  readonly approve: () => Promise<unknown>
  readonly lines: () => Promise<Answer[]>
}

/** What a test does once the process is dead: locks that it held are released. */
type Afterwards = (act: () => Promise<void>) => void

/** Where a process may die, from the approval to the last commit. Each waits until the store stands there, at each provider. */
const POINTS: readonly {
  readonly where: string
  readonly reached: (dues: Due[], then: Afterwards) => Promise<void>
}[] = [
  {
    where: "before the provider was asked for anything",
    reached: (dues) => each(dues, (due) => silence(due, "GET", due.provider.read, "before")),
  },
  {
    where: "the refund was sent, and the provider has done nothing yet",
    reached: (dues) => each(dues, (due) => silence(due, "POST", due.provider.refund, "before")),
  },
  {
    where: "the provider has paid, and its answer never came",
    reached: (dues) => each(dues, (due) => silence(due, "POST", due.provider.refund, "after")),
  },
  {
    where: "the provider has answered, and core has not booked",
    reached: async (dues, then) => {
      then(await hold("order_transaction"))
      await each(dues, ({ approve }) => approve())
      await blockedOn("order_transaction", dues.length)
    },
  },
  {
    where: "core has booked, and the ledger has not",
    reached: async (dues, then) => {
      const core = await hold("order_transaction")
      await each(dues, ({ approve }) => approve())
      await blockedOn("order_transaction", dues.length)
      then(await hold("hamon_evidence"))
      await core()
      await blockedOn("hamon_evidence", 1)
      for (const { order } of underway) await until(async () => (await transactions(order)).length > 0)
    },
  },
  {
    where: "everything has been booked",
    reached: async (dues) => {
      await each(dues, ({ approve }) => approve())
      for (const { lines } of dues) {
        await until(async () => ((await lines())[0]?.state === "booked" ? true : null))
      }
    },
  },
]

/** Orders of the test that runs. */
let underway: { readonly order: string }[] = []

describe("kill -9 while Stripe and PayPal refund (L221-24): the money at the provider is the money owed", () => {
  it.each(POINTS)("$where", async ({ reached }) => {
    const cases = [await owed(STRIPE), await owed(PAYPAL)]
    underway = cases.map(({ order }) => ({ order: order.id }))
    const after: (() => Promise<void>)[] = []
    await reached(
      cases.map(({ due }) => due),
      (act) => after.push(act),
    )

    await store.kill()
    for (const act of after) await act()
    for (const { due } of cases) edges[due.provider.name].server.faults.clear()
    // The lease of the dead process, and the wait before another try, are over.
    await sql.query(
      "UPDATE hamon_refund SET locked_until = NULL, next_attempt_at = now() WHERE next_attempt_at IS NOT NULL",
    )
    await store.start()

    for (const { order, payment, due } of cases) {
      await due.approve()
      const [line] = await until(async () => {
        const all = await due.lines()
        return all.every(({ state, provider_status: arrived }) => state === "booked" && arrived) ? all : null
      })
      expect(await due.lines()).toHaveLength(1)
      expect(line).toMatchObject({ amount: "42.40", provider_status: "succeeded" })
      expect(edges[due.provider.name].ledger.refunded(payment)).toBe(OWED)
      expect(await coreRefunds(order.id)).toEqual([42.4])
      expect(await transactions(order.id)).toEqual([-42.4])
    }
  })
})

async function each(dues: readonly Due[], act: (due: Due) => Promise<unknown>): Promise<void> {
  for (const due of dues) await act(due)
}

/** A paid order of which one unit is withdrawn, so that a refund may be approved. */
async function owed(provider: Provider) {
  const { name } = provider
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
  const due: Due = {
    provider,
    approve: () => shop.admin(`/hamon/withdrawals/${id}/refund`, {}),
    lines: async () => (await shop.admin(`/hamon/withdrawals/${id}`)).withdrawal.refunds,
  }
  return { order, due, payment: await paymentOf(shop, order.id) }
}

/** The provider falls silent at a call, before or after its effect; the store stands there once the call has come. */
async function silence(due: Due, method: string, path: RegExp, when: Fault["when"]): Promise<void> {
  const { server, ledger } = edges[due.provider.name]
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

async function blockedOn(table: string, sessions: number): Promise<void> {
  await until(async () => {
    const waiting = await sql.query(`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"${table}"'::regclass`)
    return waiting.rows.length >= sessions ? true : null
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
