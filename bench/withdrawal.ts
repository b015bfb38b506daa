/**
 * `npm run bench:withdrawal`, in one store in production mode: declarations against core's returns; then, beside a million
 * withdrawals and more clocks, the claim of what is due and the list of staff, each against its own SQL alone.
 * `--pairs=N` for another number of declarations, `--rows=N` for another size than a million.
 */
import { rmSync } from "node:fs"
import path from "node:path"
import { stopPrograms } from "../integration-tests/support/processes"
import { StoreProcess } from "../integration-tests/support/store-process"
import { startPostgres } from "../scripts/postgres"
import { Shop } from "../scripts/shop/client"
import { seedShop } from "../scripts/shop/seed"
import { given } from "./given"
import { benchDeclaring } from "./withdrawal/declare"
import { benchList } from "./withdrawal/list"
import { layReferencePlugin } from "./withdrawal/reference-plugin"
import { fill, openClocks } from "./withdrawal/rows"
import { benchSweep } from "./withdrawal/sweep"

const STAFF = { email: "bench@maison-lin.example", password: "theiere et bols de 2026" }
const REPORTS = path.join(__dirname, "../reports")

async function main(): Promise<void> {
  const directory = path.join(REPORTS, "bench-withdrawal-postgres")
  rmSync(directory, { recursive: true, force: true })
  const server = await startPostgres({ directory, durable: false })
  try {
    await server.createDatabase("hamon_bench_withdrawal")
    const databaseUrl = server.url("hamon_bench_withdrawal")
    const env = { DATABASE_URL: databaseUrl, HAMON_BESIDE: layReferencePlugin(path.join(REPORTS, "bench-reference")) }
    const store = await StoreProcess.prepare(env, STAFF)
    await store.start()
    const shop = new Shop(store.url)
    await shop.logIn(STAFF.email, STAFF.password)
    const seeded = await seedShop(shop, { stock: 1_000_000 })
    await benchDeclaring(store, shop, seeded, given("pairs", 60))

    const rows = given("rows", 1_000_000)
    await fill(databaseUrl, rows)
    await benchList(shop, store)
    await store.stop()
    await benchSweep(databaseUrl, "deadlines.sweep")
    await openClocks(databaseUrl, rows)
    await benchSweep(databaseUrl, "deadlines.sweep-twice-as-many")
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
