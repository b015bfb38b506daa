import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CaseRow, ReceptionRow, WithdrawalRow } from "../types"
import { standing, unitsToReceive } from "./goods"
import { receptionsInForce } from "./receptions"
import { unitsOfOrder, type UnitsWhere } from "./units"

type Phase = NonNullable<WithdrawalRow["phase"]>

/** Where the goods of each declaration of an order are, as its case was last read. What is closed keeps its last word. */
export async function followGoods(sql: Knex, row: CaseRow): Promise<void> {
  const open = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .whereNot({ status: "closed" })
    .select("id", "phase")
  if (open.length === 0) return
  const receptions = standing(row, await receptionsInForce(sql, row.order_id))
  const where = await unitsOfOrder(sql, row)
  for (const { id, phase: before } of open) {
    const phase = phaseOf(
      row,
      receptions,
      where.filter(({ withdrawal }) => withdrawal === id),
    )
    if (phase !== before) await sql("hamon_withdrawal").where({ id }).update({ phase })
  }
}

/** Nothing left, on the way at least in part, or all there: of the withdrawn units, or of the order where none is known. */
function phaseOf(row: CaseRow, receptions: readonly ReceptionRow[], units: readonly UnitsWhere[]): Phase {
  if (units.length === 0) return phaseOfOrder(row, receptions)
  const out = units.filter((one) => one.out > 0)
  if (out.length === 0) return "not_shipped"
  const there = out.every((one) => receivedOf(receptions, one.line) >= one.out)
  return there && units.every(({ inside }) => inside === 0) ? "delivered" : "in_transit"
}

function phaseOfOrder(row: CaseRow, receptions: readonly ReceptionRow[]): Phase {
  if (receptions.length > 0 && unitsToReceive(row, receptions, []) === 0) return "delivered"
  const left = row.facts.parcels.some(({ canceled, shippedAt }) => !canceled && shippedAt !== null)
  return receptions.length > 0 || left ? "in_transit" : "not_shipped"
}

function receivedOf(receptions: readonly ReceptionRow[], line: string): number {
  return receptions
    .filter(({ order_line_id }) => order_line_id === line)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}
