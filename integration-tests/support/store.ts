import type { AuthenticationInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import path from "node:path"
import { type Mailbox, startMailbox } from "../../scripts/mailbox"
import { type Edges, startEdges } from "./edges"
import { followEvents } from "./events"
import { describeWithRedis, type Redis, startRedis } from "./redis"
import { Shop } from "../../scripts/shop/client"
import { type SeededShop, seedShop } from "../../scripts/shop/seed"
import type HamonModuleService from "../../src/modules/hamon/service"
import { setClock } from "../../src/kit/clock"
import { hamonService } from "../../src/workflows/service"

/** What each test of a suite finds. */
export type TestStore = {
  readonly shop: Shop
  readonly seeded: SeededShop
  readonly mailbox: Mailbox
  readonly container: MedusaContainer
  readonly service: HamonModuleService
  /** What no door offers: the clock of the database, a lost lease, an installation of tomorrow. */
  readonly sql: (statement: string) => Promise<unknown>
  /** Events are lost from here on, as when a process dies before they are handled; until `jest.restoreAllMocks()`. */
  readonly loseEvents: () => void
  /** Waits until everything that events began has ended. */
  readonly quiet: () => Promise<void>
  /** Statements that this process sent to the database while `act` ran. */
  readonly countQueries: (act: () => Promise<unknown>) => Promise<number>
  /** Stripe and PayPal, in a suite with `payments`. */
  readonly edges: Edges
  /** Sets the plugin's clock; null: the real one. */
  readonly at: (instant: string | null) => void
}

/**
 * A real store for a suite: real database, real HTTP, a real SMTP server, the French shop seeded once over the admin API.
 * Every test starts from that shop.
 */
export function storeSuite(
  name: string,
  tests: (store: TestStore) => void,
  { redis = false, payments = false } = {},
): void {
  const describeHere = redis ? describeWithRedis : describe
  describeHere(name, () => {
    const store = {} as { -readonly [K in keyof TestStore]: TestStore[K] }
    let queue: Redis | null = null

    // Before the runner reads the configuration: the store is told where its mail server listens.
    beforeAll(async () => {
      store.mailbox = await startMailbox({ httpPort: null })
      process.env.SMTP_HOST = "localhost"
      process.env.SMTP_PORT = String(store.mailbox.smtpPort)
      // Jobs run when a test says so, not when the minute is full. With Redis, events too are a worker's.
      process.env.MEDUSA_WORKER_MODE = redis ? "shared" : "server"
      if (redis) queue = await startRedis()
      if (queue) process.env.REDIS_URL = queue.url
      if (payments) {
        // Where PayPal sends customers back to: the pages that the store answers.
        store.edges = await startEdges({ shopUrl: process.env.STORE_CORS })
        Object.assign(process.env, store.edges.env)
      }
    })
    afterAll(async () => {
      await store.mailbox.stop()
      delete process.env.REDIS_URL
      Object.keys(store.edges?.env ?? {}).forEach((name) => delete process.env[name])
      await store.edges?.stop()
      await queue?.stop()
    })

    medusaIntegrationTestRunner({
      // PostgreSQL cuts longer names of databases, and the runner looks for the whole one.
      moduleName: name.replace(/\W+/g, "-").slice(0, 24),
      inApp: true,
      cwd: path.join(__dirname, "../.."),
      testSuite: ({ getContainer, api, dbConnection }) => {
        beforeAll(async () => {
          const container = getContainer() as MedusaContainer
          store.quiet = followEvents(container)
          const shop = new Shop(api.defaults.baseURL as string)
          store.edges?.tell(shop.url)
          await makeStaff(container)
          await shop.logIn(STAFF.email, STAFF.password)
          store.seeded = await seedShop(shop)
          store.at = (instant) => setClock(instant === null ? null : () => new Date(instant))
          Object.assign(store, { shop, container, service: hamonService(container) })
          store.sql = (statement) => dbConnection.raw(statement)
          store.loseEvents = () => {
            jest.spyOn(container.resolve(Modules.EVENT_BUS), "emit").mockResolvedValue(undefined as never)
          }
          store.countQueries = async (act) => {
            const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
            let count = 0
            const counted = () => void count++
            knex.on("query", counted)
            await act()
            knex.removeListener("query", counted)
            return count
          }
        })
        beforeEach(() => store.mailbox.clear())
        afterEach(async () => {
          await store.quiet()
          setClock(null)
        })

        tests(store)
      },
    })
  })
}

const STAFF = { email: "staff@maison-lin.example", password: "correct horse battery staple" }

/** A member of staff, made as `medusa user` does. */
async function makeStaff(container: MedusaContainer): Promise<void> {
  const user = await container.resolve(Modules.USER).createUsers({ email: STAFF.email })
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity } = await auth.register("emailpass", { body: STAFF } as unknown as AuthenticationInput)
  await auth.updateAuthIdentities({ id: authIdentity?.id as string, app_metadata: { user_id: user.id } })
}
