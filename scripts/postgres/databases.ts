import { Client } from "@medusajs/framework/pg"
import { codeOf, reasonOf } from "./files"

const PATIENCE_MS = 5_000
/** PostgreSQL cuts longer names, and two of them could become one. */
const LONGEST_NAME = 63
const ALREADY_THERE = ["42P04", "23505"]

/**
 * The address of a database. Always by the name localhost: Medusa's test runner asks other hosts for TLS.
 * @throws Error for a name that PostgreSQL would cut, or that clients would read differently in an address
 */
export function urlOf(server: { user: string; password: string; port: number }, database: string): string {
  const bytes = Buffer.byteLength(database)
  const encoded = encodeURIComponent(database)
  // node-postgres decodes it so: an escaped "/" or "?" stays escaped, and would name another database.
  if (bytes === 0 || bytes > LONGEST_NAME || decodeURI(encoded) !== database) {
    throw new Error(`A database name has 1 to ${LONGEST_NAME} bytes and none of ; / ? : @ & = + $ , #: "${database}".`)
  }
  return `postgres://${server.user}:${server.password}@localhost:${server.port}/${encoded}`
}

/** What a server says of itself, or why it did not let us in. */
export type Answer = { data: string; durable: boolean } | { refusal: string }

/** Asks the server behind `url` who it is. Never throws. */
export async function ask(url: string): Promise<Answer> {
  try {
    const [row] = await query<{ data: string; durable: boolean }>(
      url,
      "SELECT current_setting('data_directory') AS data, current_setting('fsync')::boolean AS durable",
    )
    return row
  } catch (error) {
    return { refusal: reasonOf(error) }
  }
}

/**
 * Makes a database. Not an error when it is there already, or somebody else makes it at the same moment.
 * @throws the error of the server
 */
export async function createDatabase(maintenanceUrl: string, name: string): Promise<void> {
  try {
    // Nobody can be connected to template0: with template1 a concurrent connection would make this fail.
    await query(maintenanceUrl, `CREATE DATABASE "${name.replaceAll('"', '""')}" TEMPLATE template0`)
  } catch (error) {
    if (!ALREADY_THERE.includes(codeOf(error) ?? "")) throw error
  }
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
  // A server that stops meanwhile says so out of turn (57P01), which would otherwise end this process.
  client.on("error", () => undefined)
  try {
    await client.connect()
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}
