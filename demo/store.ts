import type { ChildProcess } from "node:child_process"
import { BUILT_STORE, STORE_SOURCES } from "./build"
import { CLOCK_ENV } from "./clock"
import { type Memory, remember } from "./folder"
import { runMedusa, startMedusa, tail } from "./processes"

export const STAFF = { email: "admin@maison-lin.example", password: "theiere-et-bols-2026" }
const PATIENCE = 120_000

export type StoreEnvironment = {
  readonly databaseUrl: string
  readonly smtpPort: number
  readonly port: number
  readonly shopUrl: string
}

/** Environment of every process of the store. */
export function storeEnv(store: StoreEnvironment, { secret }: Memory): NodeJS.ProcessEnv {
  return {
    ...CLOCK_ENV,
    NODE_ENV: "production",
    DATABASE_URL: store.databaseUrl,
    SMTP_HOST: "localhost",
    SMTP_PORT: String(store.smtpPort),
    STORE_CORS: `${store.shopUrl},${store.shopUrl.replace("localhost", "127.0.0.1")}`,
    HAMON_STOREFRONT_URL: store.shopUrl,
    HAMON_PUBLIC_URL: `http://localhost:${store.port}`,
    HAMON_SECRET: secret,
    JWT_SECRET: `jwt ${secret}`,
    COOKIE_SECRET: `cookie ${secret}`,
  }
}

/** Migrates the database and makes the member of staff, unless both were done with these sources. */
export async function migrateStore(fingerprint: string, memory: Memory, env: NodeJS.ProcessEnv): Promise<boolean> {
  const done = `${env.DATABASE_URL} ${fingerprint}`
  if (memory.migrated === done) return false
  await runMedusa(["db:migrate"], { cwd: STORE_SOURCES, env, name: "migrate" })
  await makeStaff(env)
  remember({ migrated: done })
  return true
}

/** `medusa user` fails when the member of staff is there already: that is what is wanted. */
async function makeStaff(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await runMedusa(["user", "-e", STAFF.email, "-p", STAFF.password], { cwd: STORE_SOURCES, env, name: "user" })
  } catch (error) {
    if (!/exists/i.test(tail("user"))) throw error
  }
}

/** Starts the store and waits until it answers. @throws Error with the end of its log */
export async function startStore(port: number, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = startMedusa(["start", "-p", String(port)], { cwd: BUILT_STORE, env, name: "store" })
  let ended: number | null = null
  child.on("close", (code) => (ended = code ?? 1))
  const until = Date.now() + PATIENCE
  while (Date.now() < until) {
    if (ended !== null) throw new Error(`the store ended with ${String(ended)}.\n${tail("store")}`)
    if (await answers(`http://localhost:${port}/health`)) return child
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill("SIGKILL")
  throw new Error(`the store did not answer within ${PATIENCE / 1000} s.\n${tail("store")}`)
}

/** Stops the store and waits for it: its last work ends first. */
export async function stopStore(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = new Promise((resolve) => child.once("close", resolve))
  child.kill("SIGTERM")
  const killer = setTimeout(() => child.kill("SIGKILL"), 10_000)
  await closed
  clearTimeout(killer)
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}
