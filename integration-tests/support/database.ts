import { Client } from "@medusajs/framework/pg"
import { randomBytes } from "node:crypto"

const { DB_HOST = "localhost", DB_PORT = "5432", DB_USERNAME = "postgres", DB_PASSWORD = "" } = process.env

export type Database = { readonly url: string; drop(): Promise<void> }

/** A fresh database on the server that the environment names, as for the other suites. */
export async function createDatabase(): Promise<Database> {
  const name = `hamon-test-${randomBytes(6).toString("hex")}`
  await execute(`CREATE DATABASE "${name}"`)
  return { url: urlOf(name), drop: () => execute(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) }
}

async function execute(sql: string): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres") })
  client.on("error", () => undefined)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  const [user, password] = [DB_USERNAME, DB_PASSWORD].map(encodeURIComponent)
  return `postgres://${user}:${password}@${DB_HOST}:${DB_PORT}/${database}`
}

export type Session = { query(sql: string): Promise<{ rows: Record<string, unknown>[] }>; end(): Promise<void> }

/** A connection of the test's own: to hold a lock, or to read what no door shows. */
export async function openSession(url: string): Promise<Session> {
  const client = new Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  return {
    query: async (sql) => {
      // A text of several statements has several results; the last one is wanted.
      const result = (await client.query(sql)) as unknown
      return [result].flat().at(-1) as { rows: Record<string, unknown>[] }
    },
    end: () => client.end(),
  }
}
