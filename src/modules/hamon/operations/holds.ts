import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { appendEvidence } from "../evidence/append"
import type { CaseRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { changeHold, holdFact, insideOf, unitFacts } from "./place-hold"
import { unitsOfOrder } from "./units"

export type HoldAct = { readonly act: "lift" | "hold"; readonly ground: string; readonly actor: string }

/**
 * Staff lift a hold, or place it (again), each with its ground. Placing it settles an objection: the machine goes on.
 * @throws MedusaError not_found; not_allowed where there is nothing to lift or to hold
 */
export async function setHold(sql: Knex, id: string, { act, ground, actor }: HoldAct, now: Date): Promise<void> {
  const { order_id: orderId } = await readWithdrawal(sql, id)
  if (!orderId) refuse("match the declaration to its order first: nobody knows what to hold")
  const row = await lockCase(sql, orderId)
  const withdrawal = await lockWithdrawal(sql, id)
  const inside = insideOf(await unitsOfOrder(sql, row), id)
  if (act === "lift" && withdrawal.hold !== "held") refuse("nothing of this declaration is held")
  if (act === "hold" && (row.status === "canceled" || inside.length === 0)) {
    refuse("nothing of this declaration can be held: its units have left, or the order ended for them")
  }
  const settled = act === "hold" ? withdrawal.flags.filter((flag) => flag !== "objected") : withdrawal.flags
  const hold = act === "hold" ? "held" : "lifted"
  await sql("hamon_withdrawal").where({ id }).update({ flags: settled })
  const changed = await changeHold(sql, id, { hold, by: actor }, now)
  const kind = act === "hold" ? "withdrawal.held" : "withdrawal.hold_lifted"
  await appendEvidence(sql, holdFact(kind, changed, { by: actor, ground, lines: unitFacts(inside) }), now)
}

export type HeldDeclaration = {
  readonly id: string
  readonly reference: string
  readonly units: readonly { readonly line: string; readonly quantity: number }[]
}

/** What may not leave of an order, by declaration. One short reading where nothing is held, which is nearly always. */
export async function heldUnits(sql: Knex, orderId: string): Promise<HeldDeclaration[]> {
  const held = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: orderId, hold: "held" })
    .select("id", "reference")
  if (held.length === 0) return []
  const row = await sql<CaseRow>("hamon_order_case").where({ order_id: orderId }).first()
  if (!row) return []
  const where = await unitsOfOrder(sql, row)
  return held.map(({ id, reference }) => ({
    id,
    reference,
    units: insideOf(where, id).map(({ line, inside: quantity }) => ({ line, quantity })),
  }))
}

function refuse(sentence: string): never {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
}
