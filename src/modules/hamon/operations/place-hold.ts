import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { appendEvidence, type Fact } from "../evidence/append"
import type { HamonOptions } from "../options"
import type { CaseRow, WithdrawalLineRow, WithdrawalRow } from "../types"
import { writeLetter } from "./letters"
import { objectionCode } from "./objection-code"
import { stepDue } from "./steps"
import { unitsOfOrder, type UnitsWhere } from "./units"

/**
 * Holds the units of a declaration that has just found its order and that have not left: a parcel sent after the contract
 * ended costs everybody a way back. It can be lifted, so a matching address is enough; who only typed one is not known, so
 * the order's own customer is told, with a way to object.
 * @returns the declaration as it is then
 */
export async function placeHold(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  now: Date,
  options: HamonOptions,
): Promise<WithdrawalRow> {
  if (withdrawal.hold !== "none" || withdrawal.assurance === "unverified" || row.status === "canceled")
    return withdrawal
  const inside = insideOf(await unitsOfOrder(sql, row), withdrawal.id)
  if (inside.length === 0) return withdrawal
  const held = await changeHold(sql, withdrawal.id, { hold: "held", by: "machine" }, now)
  const lines = await sql<WithdrawalLineRow>("hamon_withdrawal_line").where({ withdrawal_id: withdrawal.id })
  if (withdrawal.assurance === "email_matched" && row.email) {
    await writeLetter(
      sql,
      {
        kind: "withdrawal_hold",
        causeKey: `withdrawal:${withdrawal.id}:hold`,
        recipient: row.email,
        locale: row.locale,
        orderId: row.order_id,
        withdrawalId: withdrawal.id,
        data: {
          displayId: row.display_id,
          place: row.place,
          reference: withdrawal.reference,
          sentAt: withdrawal.sent_at,
          sentOn: withdrawal.sent_on,
          code: objectionCode(options, withdrawal.id),
          lines: inside.map(({ line, inside: quantity }) => ({
            title: lines.find(({ order_line_id }) => order_line_id === line)?.title ?? line,
            quantity,
          })),
        },
      },
      now,
    )
  }
  await appendEvidence(sql, holdFact("withdrawal.held", held, { by: "machine", lines: unitFacts(inside) }), now)
  return held
}

/** Writes the new state of a hold, and makes the sweeper look at the declaration again. */
export async function changeHold(
  sql: Knex,
  id: string,
  { hold, by }: { readonly hold: WithdrawalRow["hold"]; readonly by: string },
  now: Date,
): Promise<WithdrawalRow> {
  const [changed] = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id })
    .update({ hold, hold_changed_at: now, hold_changed_by: by, ...stepDue(now) })
    .returning("*")
  await sql("hamon_withdrawal").where({ id }).update({ updated_at: now })
  return changed
}

/** The units of a declaration that have not left. */
export function insideOf(where: readonly UnitsWhere[], withdrawalId: string): UnitsWhere[] {
  return where.filter(({ withdrawal, inside }) => withdrawal === withdrawalId && inside > 0)
}

export function unitFacts(inside: readonly UnitsWhere[]) {
  return inside.map(({ line, inside: quantity }) => ({ line, quantity: String(quantity) }))
}

/** A fact of a declaration. */
export function holdFact(kind: string, { id, order_id: orderId }: WithdrawalRow, facts: Fact["facts"]): Fact {
  return { kind, subject: { type: "withdrawal", id }, orderId, facts }
}
