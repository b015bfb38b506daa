/**
 * `npm run demo`: a French shop with this plugin, from nothing, and one withdrawal from order to refund.
 * `-- --once` ends after the story, `-- --fresh` begins anew, `-- --payments` adds an emulated Stripe and PayPal.
 */
import path from "node:path"
import type { ChildProcess } from "node:child_process"
import { startEdges } from "../integration-tests/support/edges"
import { startMailbox } from "../scripts/mailbox"
import { Shop } from "../scripts/shop/client"
import { seedShop } from "../scripts/shop/seed"
import { buildStore, copySources } from "./build"
import { moveClock } from "./clock"
import { openDatabase } from "./database"
import { forget, HOME, PROVIDERS, recall, remember } from "./folder"
import { portNear } from "./ports"
import { startShopPage } from "./shop-page"
import { migrateStore, STAFF, startStore, stopStore, storeEnv } from "./store"
import { checkEarlier, playStories, type Stage } from "./story"
import { type Moment, timeline } from "./timeline"

const DAY = 24 * 60 * 60 * 1000
const WISHED = { store: 9000, shop: 8000, mailbox: 8025, stripe: 8111, paypal: 8112 }
const OPTIONS = ["--once", "--fresh", "--payments"]

const arguments_ = process.argv.slice(2)
const unknown = arguments_.find((one) => !OPTIONS.includes(one))
const once = arguments_.includes("--once")
const fresh = arguments_.includes("--fresh")
const payments = arguments_.includes("--payments")
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
  if (unknown) throw new Error(`there is no option ${unknown}; the options are ${OPTIONS.join(", ")}`)
  if (fresh) forget()
  const memory = recall()

  progress("PostgreSQL")
  const database = await openDatabase({ fresh, progress })
  open.push(database.close)
  // The shop opened a week before the story: its orders are confirmed by letter.
  await moveClock(new Date(Date.now() - 8 * DAY))

  const port = (name: keyof typeof WISHED) => portNear(memory.ports?.[name] ?? WISHED[name])
  const ports = {
    store: await port("store"),
    shop: await port("shop"),
    mailbox: await port("mailbox"),
    stripe: await port("stripe"),
    paypal: await port("paypal"),
  }
  remember({ ports })
  const mailbox = await startMailbox({ directory: path.join(HOME, "mails"), httpPort: ports.mailbox })
  open.push(() => mailbox.stop())

  const shopUrl = `http://localhost:${ports.shop}`
  // Their books are kept as the store's are: at a later start, earlier payments are found there.
  const edges = payments ? await startEdges({ shopUrl, ports, directory: PROVIDERS }) : null
  if (edges) open.push(edges.stop)
  edges?.tell(`http://localhost:${ports.store}`)
  const env = {
    ...storeEnv({ databaseUrl: database.url, smtpPort: mailbox.smtpPort, port: ports.store, shopUrl }, memory),
    ...edges?.env,
  }
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
  const seeded = await seedShop(shop, {
    progress: (part) => progress(`the shop: ${part}`),
    // A start without payments takes away what an earlier start offered.
    paymentProviders: ["pp_system_default", ...Object.values(edges?.means ?? {}).map(({ providerId }) => providerId)],
  })
  const page = await startShopPage({
    port: ports.shop,
    storeUrl: shop.url,
    publishableKey: seeded.publishableKey,
    regionId: seeded.regionId,
    ...(edges && { stripe: { url: edges.stripe.url, publishableKey: edges.stripe.publishableKey } }),
  })
  open.push(() => page.stop())

  const moments: Moment[] = []
  const stage: Stage = {
    shop,
    shopUrl,
    seeded,
    mailbox,
    edges,
    progress: (step) => progress(`  ${step}`),
    tell: (moment) => moments.push(moment),
  }
  for (const story of memory.stories ?? []) await checkEarlier(stage, story)
  if (memory.stories?.length) progress(`${memory.stories.length} earlier story checked: order, letters, refund`)
  progress("the story")
  const stories = await playStories(stage)
  remember({ stories: [...(memory.stories ?? []), ...stories].slice(-5) })
  progress("the story has ended as the law wants it")

  console.log(`\n${timeline(moments)}\n`)
  console.log(
    [
      ["boutique / shop", shopUrl],
      ["admin", `${shop.url}/app  (${STAFF.email} / ${STAFF.password})`],
      ["rétractation / withdrawal", `${shop.url}/retractation`],
      ["messages / mailbox", mailbox.url ?? ""],
      ...(edges
        ? [
            ["Stripe (émulé / emulated)", edges.stripe.url],
            ["PayPal (émulé / emulated)", edges.paypal.url],
          ]
        : []),
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
