import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { HamonOptions } from "../options"
import type { GoodsCondition, WithdrawalRow } from "../types"
import { lockBoth, recordAct, unitsOf } from "./closing"
import { recomputeDeadlines } from "./deadlines"
import { advanceStatus } from "./returns"
import { checkTypedDay } from "./typed-day"

/**
 * Keeps what staff saw of the goods that came back. It lowers no refund by itself: diminished value is proposed apart
 * (L221-23), with its ground. Goods that came in several parcels are told together, each time whole.
 * @throws MedusaError invalid_data for units that the declaration does not withdraw, or a day that cannot be
 */
export async function recordCondition(
  sql: Knex,
  withdrawalId: string,
  condition: GoodsCondition,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { row, withdrawal } = await lockBoth(sql, withdrawalId)
  await checkCondition(sql, withdrawal, condition)
  checkTypedDay(row, "on", condition.on, now)
  if (sameCondition(withdrawal.condition, condition)) return
  const { goods_back_on: before } = withdrawal
  // Core forgets what it received before when the rest comes: whether all of them are back, staff have said here.
  const back = (await allBack(sql, withdrawalId, condition)) && (before === null || condition.on < before)
  await sql("hamon_withdrawal")
    .where({ id: withdrawalId })
    .update({
      ...{ condition: JSON.stringify(condition), updated_at: now },
      ...(back && { goods_back_on: condition.on }),
    })
  if (back) await advanceStatus(sql, withdrawalId, "goods_back")
  if (row) await recomputeDeadlines(sql, row, now, options)
  await recordAct(
    sql,
    withdrawal,
    "withdrawal.condition_recorded",
    {
      by: condition.by,
      on: condition.on,
      all_back: back || before !== null,
      lines: condition.lines.map(({ line, quantity, state }) => ({ line, quantity: String(quantity), state })),
    },
    now,
    // What is said of a worn thing may say something of a person.
    { notes: condition.lines.map(({ note }) => note) },
  )
}

/** Whether every unit that the declaration withdraws came back: the refund waits for the last of them (L221-24). */
async function allBack(sql: Knex, withdrawalId: string, { lines }: GoodsCondition): Promise<boolean> {
  const units = (await unitsOf(sql, withdrawalId)).filter(({ decision }) => decision !== "declined")
  return units.every(({ order_line_id, quantity }) => {
    const came = lines.filter(({ line, state }) => line === order_line_id && state !== "missing")
    return came.reduce((sum, one) => sum + one.quantity, 0) >= quantity
  })
}

/** @throws MedusaError invalid_data naming the line */
export async function checkCondition(sql: Knex, withdrawal: WithdrawalRow, { lines }: GoodsCondition): Promise<void> {
  const units = (await unitsOf(sql, withdrawal.id)).filter(({ decision }) => decision !== "declined")
  for (const { line } of lines) {
    const unit = units.find(({ order_line_id }) => order_line_id === line)
    if (!unit) throw new MedusaError(MedusaError.Types.INVALID_DATA, `the declaration withdraws no units of ${line}`)
    const told = lines.filter((one) => one.line === line).reduce((sum, one) => sum + one.quantity, 0)
    if (told <= unit.quantity) continue
    const sentence = `${told} units of “${unit.title}” are told, and the declaration withdraws ${unit.quantity}`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, sentence)
  }
}

/** Whether the same was recorded already, whoever recorded it. */
function sameCondition(one: GoodsCondition | null, other: GoodsCondition): boolean {
  const facts = (condition: GoodsCondition) => JSON.stringify([condition.on, condition.lines.map(told).sort()])
  return one !== null && facts(one) === facts(other)
}

function told({ line, quantity, state, note }: GoodsCondition["lines"][number]): string {
  return JSON.stringify([line, quantity, state, note])
}
