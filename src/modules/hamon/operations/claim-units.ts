import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { HamonOptions } from "../options"
import type { CaseRow, Units, WithdrawalLineRow, WithdrawalRow } from "../types"
import { readArticles } from "./articles"
import { flagsOf } from "./match-flags"
import { changeHold, holdFact, insideOf } from "./place-hold"
import { appendEvidence } from "../evidence/append"
import { takeUnits } from "./take-units"
import { unitsOfOrder } from "./units"

/** Flags that say what became of the units that a declaration asks for. */
const OF_UNITS = ["late", "unclear_articles", "withdrawn_before", "more_than_left", "excepted"]

/**
 * Has a declaration that is bound to its order take its units anew, from what is free now.
 * @returns the units it has then
 */
export async function claimUnits(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  now: Date,
  options: HamonOptions,
): Promise<readonly Units[]> {
  const asked = await askedBy(sql, row, withdrawal)
  const taken = await takeUnits(sql, row, withdrawal, asked.units, options)
  const fresh = await flagsOf(sql, row, withdrawal, { ...asked, ...taken }, options)
  const kept = withdrawal.flags.filter((flag) => !OF_UNITS.includes(flag))
  const flags = [...fresh.filter((flag) => !(flag === "late" && kept.includes("late_accepted"))), ...kept]
  await sql("hamon_withdrawal").where({ id: withdrawal.id }).update({ flags, updated_at: now })
  return taken.granted
}

/** Declarations that stand back behind another which has taken its units: they have what is left, and hold nothing else. */
export async function othersYield(
  sql: Knex,
  row: CaseRow,
  back: readonly WithdrawalRow[],
  now: Date,
  options: HamonOptions,
): Promise<void> {
  for (const other of back) {
    await claimUnits(sql, row, other, now, options)
    if (other.hold !== "held" || insideOf(await unitsOfOrder(sql, row), other.id).length > 0) continue
    const ended = await changeHold(sql, other.id, { hold: "none", by: "machine" }, now)
    await appendEvidence(sql, holdFact("withdrawal.hold_ended", ended, {}), now)
  }
}

/** What a declaration asks for: as its customer said, or as staff read it. */
async function askedBy(sql: Knex, row: CaseRow, { id, declared, matched_by: by }: WithdrawalRow) {
  if (by === "machine") return readArticles(declared, row.facts.lines)
  const lines = await sql<WithdrawalLineRow>("hamon_withdrawal_line").where({ withdrawal_id: id })
  return { units: lines.map(({ order_line_id: line, quantity }) => ({ line, quantity })), unclear: false }
}
