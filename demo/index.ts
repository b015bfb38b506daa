/**
 * `npm run demo`: a French shop with this plugin, from nothing, and one withdrawal from order to refund.
 * `-- --once` ends after the story, `-- --fresh` begins anew.
 */
import path from "node:path"
import type { ChildProcess } from "node:child_process"
import { startMailbox } from "../scripts/mailbox"
import { Shop } from "../scripts/shop/client"
import { seedShop } from "../scripts/shop/seed"
import { buildStore, copySources } from "./build"
import { moveClock } from "./clock"
import { openDatabase } from "./database"
import { forget, HOME, recall, remember } from "./folder"
import { portNear } from "./ports"
import { startShopPage } from "./shop-page"
import { migrateStore, STAFF, startStore, stopStore, storeEnv } from "./store"
import { checkEarlier, playStory } from "./story"
import { timeline } from "./timeline"

const DAY = 24 * 60 * 60 * 1000
const WISHED = { store: 9000, shop: 8000, mailbox: 8025 }

const arguments_ = process.argv.slice(2)
const unknown = arguments_.find((one) => one !== "--once" && one !== "--fresh")
const once = arguments_.includes("--once")
const fresh = arguments_.includes("--fresh")
const began = Date.now()

/** What has to be stopped, last opened first. */
const open: (() => Promise<unknown>)[] = []

function progress(step: string): void {
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${step}`)
}

async function closeAll(): Promise<void> {
  for (const close of open.splice(0).reverse()) await close().catch((error: unknown) => console.error(String(error)))
}

async function main(): Promise<void> {
  if (unknown) throw new Error(`there is no option ${unknown}; the options are --once and --fresh`)
  if (fresh) forget()
  const memory = recall()

  progress("PostgreSQL")
  const database = await openDatabase({ fresh, progress })
  open.push(database.close)
  // The shop opened a week before the story: its orders are confirmed by letter.
  await moveClock(new Date(Date.now() - 8 * DAY))

  const ports = {
    store: await portNear(memory.ports?.store ?? WISHED.store),
    shop: await portNear(memory.ports?.shop ?? WISHED.shop),
    mailbox: await portNear(memory.ports?.mailbox ?? WISHED.mailbox),
  }
  remember({ ports })
  const mailbox = await startMailbox({ directory: path.join(HOME, "mails"), httpPort: ports.mailbox })
  open.push(() => mailbox.stop())

  const shopUrl = `http://localhost:${ports.shop}`
  const env = storeEnv({ databaseUrl: database.url, smtpPort: mailbox.smtpPort, port: ports.store, shopUrl }, memory)
  const fingerprint = copySources()
  progress("the tables, and the store with its admin (about a minute the first time)")
  const steps = [
    migrateStore(fingerprint, memory, env).then((did) => did && progress("the tables are made")),
    buildStore(fingerprint, memory, env).then((did) => did && progress("the store is built")),
  ]
  // Both end, well or not, before anything else does: neither may go on writing behind a failure of the other.
  const outcome = await Promise.allSettled(steps)
  outcome.forEach((one) => {
    if (one.status === "rejected") throw one.reason
  })

  progress("the store starts")
  const store: ChildProcess = await startStore(ports.store, env)
  open.push(() => stopStore(store))
  const shop = new Shop(`http://localhost:${ports.store}`)
  await shop.logIn(STAFF.email, STAFF.password)
  const seeded = await seedShop(shop, (part) => progress(`the shop: ${part}`))
  const page = await startShopPage({
    port: ports.shop,
    storeUrl: shop.url,
    publishableKey: seeded.publishableKey,
    regionId: seeded.regionId,
  })
  open.push(() => page.stop())

  const stage = { shop, seeded, mailbox, progress: (step: string) => progress(`  ${step}`) }
  for (const story of memory.stories ?? []) await checkEarlier(stage, story)
  if (memory.stories?.length) progress(`${memory.stories.length} earlier story checked: order, letters, refund`)
  progress("the story")
  const { moments, earlier } = await playStory(stage)
  remember({ stories: [...(memory.stories ?? []), earlier].slice(-5) })
  progress("the story has ended as the law wants it")

  console.log(`\n${timeline(moments)}\n`)
  console.log(
    [
      ["boutique / shop", shopUrl],
      ["admin", `${shop.url}/app  (${STAFF.email} / ${STAFF.password})`],
      ["rétractation / withdrawal", `${shop.url}/retractation`],
      ["messages / mailbox", mailbox.url ?? ""],
    ]
      .map(([name, address]) => `  ${name.padEnd(28)}${address}`)
      .join("\n"),
  )
  if (once) return
  console.log("\n  Ctrl+C pour arrêter / to stop\n")
  await new Promise((resolve) => {
    process.once("SIGINT", resolve)
    process.once("SIGTERM", resolve)
    store.once("close", () => {
      process.exitCode = 1
      console.error("the store has ended; see .demo/logs/store.log")
      resolve(undefined)
    })
  })
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    void closeAll().then(() => process.exit(process.exitCode ?? 130))
  })
}

main()
  .catch((error: unknown) => {
    console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  })
  .then(closeAll)
  .then(() => process.exit())
