/**
 * `npm run bench:checkout`: a whole checkout over HTTP, the same calls of Medusa's store API from cart to order, in a store
 * with the plugin and in one without. Both run what `medusa build` made of the same shop, the plugin installed from its
 * package, each with a process and a database of its own; their checkouts take turns, and each begins when both stores have
 * come to rest. Both are started anew many times: how a process has compiled and laid out its memory makes up to five per
 * cent, either way, for as long as it lives. The plugin's own calls are made where a shop makes them, and told apart.
 * `--pairs=N` for another number of checkouts a side and round, `--rounds=N` for another number of lives.
 */
import { mkdirSync, rmSync } from "node:fs"
import path from "node:path"
import type { Answer } from "../scripts/shop/client"
import { Shop } from "../scripts/shop/client"
import { type SeededShop, seedShop } from "../scripts/shop/seed"
import { startPostgres } from "../scripts/postgres"
import { buildStore, type InstalledStore, installStore } from "../integration-tests/host/installed-store"
import { packPlugin } from "../integration-tests/host/plugin-package"
import { stopPrograms } from "../integration-tests/support/processes"
import { StoreProcess } from "../integration-tests/support/store-process"
import { line, type Samples } from "./figures"
import { given } from "./given"
import { atRest } from "./at-rest"

const STAFF = { email: "bench@maison-lin.example", password: "theiere et bols de 2026" }
const WARM_UPS = 12
const ROUNDS = given("rounds", 16)
const PAIRS = given("pairs", 12)
const REPORTS = path.join(__dirname, "../reports")

type Side = {
  readonly process: StoreProcess
  readonly shop: Shop
  readonly seeded: SeededShop
  readonly plugin: boolean
}

/** Milliseconds of a checkout's calls of Medusa's API together, and of each of the plugin's own. */
type Checkout = { readonly core: number; readonly own: Readonly<Record<string, number>> }

async function checkout({ shop, seeded, plugin }: Side): Promise<Checkout> {
  let core = 0
  const own: Record<string, number> = {}
  const timed = async (count: (time: number) => void, call: () => Promise<Answer>): Promise<Answer> => {
    const began = performance.now()
    const answer = await call()
    count(performance.now() - began)
    return answer
  }
  const step = (call: () => Promise<Answer>) => timed((time) => (core += time), call)
  const extra = (name: string, call: () => Promise<Answer>) => timed((time) => (own[name] = time), call)

  const address = {
    first_name: "Claire",
    last_name: "Martin",
    address_1: "8 passage de la Bonne Graine",
    postal_code: "75011",
    city: "Paris",
    country_code: "fr",
  }
  const { teapot, bowl } = seeded.products
  const { cart } = await step(() => shop.store("/carts", { region_id: seeded.regionId }))
  const path = `/carts/${cart.id}`
  await step(() => shop.store(`${path}/line-items`, { variant_id: teapot.variantId, quantity: 1 }))
  await step(() => shop.store(`${path}/line-items`, { variant_id: bowl.variantId, quantity: 2 }))
  const who = { email: "claire.martin@client.example", shipping_address: address, billing_address: address }
  await step(() => shop.store(path, who))
  await step(() => shop.store(`/shipping-options?cart_id=${cart.id}`))
  await step(() => shop.store(`${path}/shipping-methods`, { option_id: seeded.standardDeliveryId }))
  if (plugin) {
    const { summary } = await extra("summary", () => shop.store(`/hamon${path}/summary?locale=fr`))
    await extra("acknowledge", () =>
      shop.store(`/hamon${path}/acknowledge`, {
        summary_hash: summary.summary_hash,
        button_label: summary.button_label,
        locale: "fr",
        terms: summary.terms?.id ?? null,
      }),
    )
  }
  const { payment_collection } = await step(() => shop.store("/payment-collections", { cart_id: cart.id }))
  await step(() =>
    shop.store(`/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_system_default" }),
  )
  const { type } = await step(() => shop.store(`${path}/complete`, {}))
  if (type !== "order") throw new Error(`the checkout ended in a ${type}, not in an order`)
  return { core, own }
}

/** The shop, with the plugin as npm would install it, built for production. */
async function build(): Promise<InstalledStore> {
  const folder = path.join(REPORTS, "bench-checkout")
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { tarball } = await packPlugin(folder)
  const store = await installStore(folder, tarball, path.join(__dirname, "store"))
  await buildStore(store, {})
  return store
}

async function open({ built }: InstalledStore, plugin: boolean, databaseUrl: string): Promise<Side> {
  const env = { DATABASE_URL: databaseUrl, ...(!plugin && { WITHOUT_PLUGIN: "true" }) }
  const store = await StoreProcess.prepare(env, STAFF, built)
  await store.start()
  const shop = new Shop(store.url)
  await shop.logIn(STAFF.email, STAFF.password)
  return { process: store, shop, seeded: await seedShop(shop, { plugin, stock: 1_000_000 }), plugin }
}

async function anew({ process }: Side): Promise<void> {
  await process.stop()
  await process.start()
}

async function measure(sides: readonly [Side, Side], pairs: number): Promise<[Checkout[], Checkout[]]> {
  const [with_, without] = sides
  const taken: [Checkout[], Checkout[]] = [[], []]
  for (let pair = 0; pair < pairs; pair++) {
    // Who begins changes: neither always runs on a machine that the other has warmed.
    const turn = [() => once(with_, taken[0]), () => once(without, taken[1])]
    for (const run of pair % 2 === 0 ? turn : turn.reverse()) await run()
  }
  return taken

  async function once(side: Side, into: Checkout[]): Promise<void> {
    await atRest(sides.map((one) => one.process.pid))
    into.push(await checkout(side))
  }
}

async function main(): Promise<void> {
  const directory = path.join(REPORTS, "bench-postgres")
  rmSync(directory, { recursive: true, force: true })
  const server = await startPostgres({ directory, durable: false })
  try {
    const databases = ["hamon_bench_with", "hamon_bench_without"]
    for (const name of databases) await server.createDatabase(name)
    const store = await build()
    const [own, other] = databases.map((name) => server.url(name))
    const sides = [await open(store, true, own), await open(store, false, other)] as const
    const with_: Checkout[] = []
    const without: Checkout[] = []
    for (let round = 0; round < ROUNDS; round++) {
      if (round > 0) for (const side of sides) await anew(side)
      await measure(sides, WARM_UPS)
      const [ours, theirs] = await measure(sides, PAIRS)
      console.error(`round ${round + 1} of ${ROUNDS}`)
      with_.push(...ours)
      without.push(...theirs)
    }
    const ours: Samples = with_.map(({ core }) => core)
    const reference: Samples = without.map(({ core }) => core)
    console.log(line("checkout.median", ours, reference, 0.5))
    console.log(line("checkout.p95", ours, reference, 0.95))
    for (const name of Object.keys(with_[0].own)) {
      console.log(
        line(
          `checkout.${name}`,
          with_.map(({ own }) => own[name]),
        ),
      )
    }
  } finally {
    await stopPrograms()
    await server.stop()
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
