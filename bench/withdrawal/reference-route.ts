import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Statement = { readonly sql: string; readonly bindings: readonly unknown[] }

/** The statements of each page, as the plugin's own list ran them once. */
const pages = new Map<string, readonly Statement[]>()

/** Only runs the SQL of `GET /admin/hamon/withdrawals`, in one transaction as it does, and answers the rows. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const knex: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [limit, offset] = [Number(req.query.limit), Number(req.query.offset)]
  const key = `${limit} ${offset}`
  if (!pages.has(key)) pages.set(key, await statementsOf(req, knex, { limit, offset }))
  const answers = await knex.transaction(async (sql) => {
    const rows: unknown[][] = []
    for (const { sql: text, bindings } of pages.get(key) ?? []) {
      const answer = await sql.raw<{ rows: unknown[] }>(text, bindings as Knex.RawBinding[])
      rows.push(answer.rows)
    }
    return rows
  })
  res.json({
    withdrawals: answers.find((rows) => rows.length === limit && "reference" in (rows[0] as object)),
    answers,
  })
}

async function statementsOf(
  req: MedusaRequest,
  knex: Knex,
  page: { limit: number; offset: number },
): Promise<readonly Statement[]> {
  const heard: Statement[] = []
  const listen = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
    if (/^select/i.test(sql)) heard.push({ sql: sql.replace(/\$\d+/g, "?"), bindings: bindings ?? [] })
  }
  knex.on("query", listen)
  const hamon = req.scope.resolve("hamon") as {
    withdrawalList(filter: { view: "all" }, page: object, now: Date): Promise<unknown>
  }
  await hamon.withdrawalList({ view: "all" }, { ...page, order: "-sent_at" }, new Date())
  knex.off("query", listen)
  return heard
}
