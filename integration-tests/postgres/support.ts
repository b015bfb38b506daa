/** Other processes and plain queries, for the specs of the embedded PostgreSQL. */
import { Client } from "@medusajs/framework/pg"
import { spawn, spawnSync, type ChildProcess } from "node:child_process"
import path from "node:path"

const ROOT = path.join(__dirname, "../..")
const LAUNCHER = path.join(ROOT, "scripts/postgres/index.ts")

/** The rows of a statement. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

/** Another process that starts the server of `directory`, makes the database `shop`, then stays, or runs `then`. */
export function otherProcess(directory: string, then = "setInterval(() => {}, 1000)"): ChildProcess {
  const script = `require(${JSON.stringify(LAUNCHER)}).startPostgres({ directory: ${JSON.stringify(directory)}, durable: false })
    .then(async (postgres) => { await postgres.createDatabase("shop"); process.send("ready"); ${then} })`
  return spawn(process.execPath, ["-r", "ts-node/register", "-e", script], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
}

/** Resolves with the exit code, or the signal, of a process. */
export function end(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)))
}

/** Resolves when the other process has its server and its database. */
export function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve())
    child.once("exit", (code) => reject(new Error(`the other process ended with ${code}`)))
  })
}

/** Resolves when the condition holds; looks often, for moments that are short. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("it did not happen within 20 s")
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** False for a zombie too: it holds nothing any more. */
export function isAlive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" })
  return !["", "Z"].includes(stdout.trim().slice(0, 1))
}
