import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { WITHDRAWAL_EXCEPTIONS } from "../../../law"
import type { HamonOptions } from "../options"
import type { CaseRow, OrderLine, Units, WithdrawalLineRow, WithdrawalRow } from "../types"
import { boughtOf } from "./bought"
import { announcedException, type CheckoutRecordRow } from "./checkout"
import { endedExtras } from "./ended-extras"
import { unitsReturnedOtherwise } from "./goods"
import { isProven } from "./proof"

/** Exceptions that take the right away from the order on (L221-28). */
const EXCLUDING = new Set(
  WITHDRAWAL_EXCEPTIONS.filter(({ effect }) => effect === "excludes").map(({ number }) => number),
)

/**
 * A unit is withdrawn once, whatever core allows: what earlier declarations took is not there any more. Extras that end with
 * their article (L221-27) are withdrawn with it, unless the customer named them himself.
 * @returns the units taken, and whether they are fewer than were asked for
 */
export async function takeUnits(
  sql: Knex,
  row: CaseRow,
  withdrawal: Pick<WithdrawalRow, "id" | "assurance">,
  units: readonly Units[],
  options: HamonOptions,
) {
  const { id: withdrawalId } = withdrawal
  const back = await standingBack(sql, row, withdrawal)
  const others = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ order_id: row.order_id })
    .whereNotIn("withdrawal_id", [withdrawalId, ...back.map(({ id }) => id)])
    .whereNot({ decision: "declined" })
  await sql("hamon_withdrawal_line").where({ withdrawal_id: withdrawalId }).delete()
  const record =
    (await sql<CheckoutRecordRow>("hamon_checkout_record").where({ order_id: row.order_id }).first()) ?? null
  const before = others.map(({ order_line_id: line, quantity }) => ({ line, quantity }))
  const granted = await whatIsLeft(sql, row, units, before)
  const ended = await endedExtras(sql, row, [...before, ...granted], record?.content ?? null, options)
  const taken = [...granted, ...(await whatIsLeft(sql, row, ended, [...before, ...granted]))]
  for (const { line, quantity } of together(taken)) {
    const ordered = lineOf(row, line)
    const exception = announcedException(record, ordered)
    await sql("hamon_withdrawal_line").insert({
      id: generateEntityId(undefined, "hamwl"),
      withdrawal_id: withdrawalId,
      order_id: row.order_id,
      order_line_id: line,
      title: ordered.title,
      quantity,
      exception,
      // An exception that depends on what the customer does with the good (unsealing, mixing) leaves the right as it is
      // until somebody has seen the good.
      decision: exception && EXCLUDING.has(exception) ? "pending" : "none_needed",
    })
  }
  return { granted: taken, fewer: unitsIn(granted) < unitsIn(units) }
}

/** Of units that are asked for, those that nobody withdrew and that did not come back otherwise. */
async function whatIsLeft(
  sql: Knex,
  row: CaseRow,
  units: readonly Units[],
  before: readonly Units[],
): Promise<Units[]> {
  const left: Units[] = []
  for (const { line, quantity } of units) {
    const taken = unitsIn([...before, ...left].filter((one) => one.line === line))
    const free = unitsLeft(row, lineOf(row, line), taken) - (await returnedOtherwise(sql, row, line))
    if (free > 0) left.push({ line, quantity: Math.min(quantity, free) })
  }
  return left
}

/** A line once, with all its units. */
function together(units: readonly Units[]): Units[] {
  return [...new Set(units.map(({ line }) => line))].map((line) => ({
    line,
    quantity: unitsIn(units.filter((one) => one.line === line)),
  }))
}

function unitsIn(units: readonly Units[]): number {
  return units.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Units of a line that nobody withdrew: staff may have taken out of the order what was withdrawn before, or others. */
function unitsLeft(row: CaseRow, { id, quantity }: OrderLine, before: number): number {
  const bought = boughtOf(row).lines.find((line) => line.id === id)?.quantity ?? quantity
  return Math.min(bought - before, quantity)
}

/** Units that came back by a return of Medusa's that belongs to no declaration are not there to withdraw any more. */
async function returnedOtherwise(sql: Knex, row: CaseRow, line: string): Promise<number> {
  const ours = await sql("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .whereNotNull("return_id")
    .pluck("return_id")
  return unitsReturnedOtherwise(row.facts, ours, line)
}

/**
 * The declarations of an order that stand back behind one for the same units: the order's customer objected to them, or nobody
 * proved who sent them while the sender of this one is known. What a return, a refund or a decision rests on stays.
 */
export async function standingBack(
  sql: Knex,
  row: CaseRow,
  { id, assurance }: Pick<WithdrawalRow, "id" | "assurance">,
): Promise<WithdrawalRow[]> {
  const others = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id, status: "matched" })
    .whereNot({ id })
    .whereNotIn(
      "id",
      sql("hamon_refund").where({ order_id: row.order_id }).whereNotNull("withdrawal_id").select("withdrawal_id"),
    )
    .whereNotIn(
      "id",
      sql("hamon_withdrawal_line").where({ order_id: row.order_id }).whereNotNull("decided_by").select("withdrawal_id"),
    )
    .orderBy(["sent_at", "id"])
  return others.filter((one) => one.flags.includes("objected") || (!isProven(one.assurance) && isProven(assurance)))
}

/** A line of the order. @throws MedusaError invalid_data for an unknown one */
export function lineOf(row: CaseRow, id: string): OrderLine {
  const found = row.facts.lines.find((line) => line.id === id)
  if (found) return found
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `order ${row.display_id} has no line ${id}`)
}
