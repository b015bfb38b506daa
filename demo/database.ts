import path from "node:path"
import { Client } from "@medusajs/framework/pg"
import { startPostgres } from "../scripts/postgres"
import { HOME } from "./folder"

const NAME = "hamon_demo"

/**
 * The demo's database: the one that `DATABASE_URL` names, or an embedded PostgreSQL of its own.
 * @param fresh empties it first; of `DATABASE_URL` only the schema `public`
 */
export async function openDatabase({ fresh, progress }: { fresh: boolean; progress: (step: string) => void }) {
  const given = process.env.DATABASE_URL
  if (given) {
    if (fresh) await query(given, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    return { url: given, close: async () => undefined }
  }
  const server = await startPostgres({ directory: path.join(HOME, "postgres"), log: progress })
  if (fresh) await query(server.url("postgres"), `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`)
  await server.createDatabase(NAME)
  return { url: server.url(NAME), close: () => server.stop() }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
