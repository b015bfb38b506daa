import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { readLegible, sameSecret } from "../../../kit/secrets"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import type { WithdrawalRow } from "../types"
import { objectionCode } from "./objection-code"
import { changeHold } from "./place-hold"
import { stepDue } from "./steps"
import { unitsFreed } from "./take-again"

/**
 * "I did not send this": the order's own customer objects to a declaration in his name. The hold is lifted where nobody has
 * proven the address since; the declaration stays recorded, flagged for a person, and the machine does nothing more with it.
 * @returns the declaration; null for an unknown reference and for a wrong code, in the same way
 */
export async function recordObjection(
  sql: Knex,
  typed: { readonly reference: string; readonly code: string },
  now: Date,
  options: HamonOptions,
): Promise<WithdrawalRow | null> {
  const reference =
    readLegible(typed.reference)
      .match(/.{1,4}/g)
      ?.join("-") ?? ""
  const seen = await sql<WithdrawalRow>("hamon_withdrawal").where({ reference }).first("id", "order_id")
  const right = sameSecret(readLegible(objectionCode(options, seen?.id ?? "")), readLegible(typed.code))
  if (!seen || !right) return null
  await sql("hamon_order_case")
    .where({ order_id: seen.order_id ?? "" })
    .forUpdate()
    .first("id")
  const row = (await sql<WithdrawalRow>("hamon_withdrawal").where({ id: seen.id }).forUpdate().first()) as WithdrawalRow
  if (row.flags.includes("objected")) return row

  const flags = [...row.flags, "objected"]
  await sql("hamon_withdrawal")
    .where({ id: row.id })
    .update({ flags, updated_at: now, ...stepDue(now) })
  await unitsFreed(sql, row.order_id, now)
  const lifts = row.hold === "held" && row.assurance === "email_matched"
  const changed = lifts ? await changeHold(sql, row.id, { hold: "lifted", by: "customer" }, now) : { ...row, flags }
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.objected",
      subject: { type: "withdrawal", id: row.id },
      orderId: row.order_id,
      facts: { by: "code", hold: changed.hold, assurance: row.assurance },
    },
    now,
  )
  return changed
}
