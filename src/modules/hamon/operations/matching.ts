import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { timeliness, WITHDRAWAL_EXCEPTIONS } from "../../../law"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import { typedOrderNumber } from "../order-number"
import type { CaseRow, DeadlineRow, OrderLine, Units, WithdrawalLineRow, WithdrawalRow } from "../types"
import { readArticles } from "./articles"
import { boughtOf, keepBought } from "./bought"
import { announcedException, type CheckoutRecordRow } from "./checkout"
import { lockCase } from "./case"
import { recomputeDeadlines } from "./deadlines"
import { unitsReturnedOtherwise } from "./goods"
import { followGoods } from "./phase"
import { placeHold } from "./place-hold"
import { stepDue } from "./steps"

/** Exceptions that take the right away from the order on (L221-28). */
const EXCLUDING = new Set(
  WITHDRAWAL_EXCEPTIONS.filter(({ effect }) => effect === "excludes").map(({ number }) => number),
)

/**
 * Looks for the order of a declaration: the one that was picked, or whose number was typed. It must be the declarer's: of
 * the account that declared, or of the address that he typed or proved. Anything else is for a person: `unmatched`. An order
 * that somebody picked is never exchanged for another.
 */
export async function matchDeclaration(
  sql: Knex,
  id: string,
  now: Date,
  options: HamonOptions,
): Promise<WithdrawalRow> {
  const { order_id, declared, email_key, customer_id } = await readWithdrawal(sql, id)
  if (order_id) return lockWithdrawal(sql, id)
  // No order has number -1: the same query runs where none was typed.
  const meant = declared.picked
    ? { order_id: declared.picked.orderId }
    : { display_id: typedOrderNumber(declared.orderNumber) ?? -1 }
  const found = await sql<CaseRow>("hamon_order_case")
    .where(meant)
    // Without an account, no order is meant by its account.
    .where((own) => own.where({ email_key: email_key ?? "" }).orWhere({ customer_id: customer_id ?? "" }))
    .orderBy("placed_at", "desc")
    .first("order_id")
  const row = found ? await lockCase(sql, found.order_id) : null
  const withdrawal = await lockWithdrawal(sql, id)
  if (withdrawal.order_id) return withdrawal
  if (row) {
    const ofAccount = customer_id !== null && row.customer_id === customer_id
    const assurance = ofAccount ? "account" : "email_matched"
    return bindToOrder(sql, row, withdrawal, { assurance, by: "machine" }, now, options)
  }
  const flags = withFlag(withdrawal.flags, "unmatched")
  await sql("hamon_withdrawal").where({ id }).update({ flags, updated_at: now })
  return { ...withdrawal, flags }
}

/**
 * Staff say to which order a declaration belongs, and which units it means.
 * @throws MedusaError not_allowed when it is bound to another order already or something rests on its units, invalid_data
 *   for an unknown line
 */
export async function matchByStaff(
  sql: Knex,
  id: string,
  match: { readonly orderId: string; readonly lines: readonly Units[]; readonly actor: string },
  now: Date,
  options: HamonOptions,
): Promise<WithdrawalRow> {
  const row = await lockCase(sql, match.orderId)
  const withdrawal = await lockWithdrawal(sql, id)
  if (withdrawal.order_id && withdrawal.order_id !== match.orderId) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "this declaration belongs to another order already")
  }
  const planned = await sql("hamon_refund").where({ withdrawal_id: id, kind: "refund" }).first("id")
  if (planned || withdrawal.return_id || !["received", "matched"].includes(withdrawal.status)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "a return or a refund rests on the units of this declaration already: they cannot be changed any more",
    )
  }
  const by = { assurance: "staff", by: match.actor, lines: match.lines } as const
  return bindToOrder(sql, row, withdrawal, by, now, options)
}

async function bindToOrder(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  match: {
    readonly assurance: "email_matched" | "account" | "staff"
    readonly by: string
    readonly lines?: readonly Units[]
  },
  now: Date,
  options: HamonOptions,
): Promise<WithdrawalRow> {
  const asked = match.lines
    ? { units: checkUnits(row, match.lines), unclear: false }
    : readArticles(withdrawal.declared, row.facts.lines)
  await keepBought(sql, row)
  const taken = await takeUnits(sql, row, withdrawal.id, asked.units)
  const flags = await flagsOf(sql, row, withdrawal, { ...asked, ...taken }, options)
  await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id: withdrawal.id })
    .update({
      order_id: row.order_id,
      display_id: row.display_id,
      // What was proven stays proven.
      assurance:
        withdrawal.assurance === "unverified" || match.assurance !== "email_matched"
          ? match.assurance
          : withdrawal.assurance,
      status: "matched",
      flags,
      matched_at: now,
      matched_by: match.by,
      // The machine matches within a step; what staff decide makes a new one due.
      ...(match.lines && stepDue(now)),
    })
  await followGoods(sql, row)
  const bound = await readWithdrawal(sql, withdrawal.id)
  await recomputeDeadlines(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: "withdrawal.matched",
      subject: { type: "withdrawal", id: withdrawal.id },
      orderId: row.order_id,
      facts: {
        by: match.by,
        phase: bound.phase,
        flags,
        lines: taken.granted.map(({ line, quantity }) => ({ line, quantity: String(quantity) })),
      },
    },
    now,
  )
  return placeHold(sql, row, bound, now, options)
}

/** A unit is withdrawn once, whatever core allows: what earlier declarations took is not there any more. */
async function takeUnits(sql: Knex, row: CaseRow, withdrawalId: string, units: readonly Units[]) {
  const others = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ order_id: row.order_id })
    .whereNot({ withdrawal_id: withdrawalId })
    .whereNot({ decision: "declined" })
  await sql("hamon_withdrawal_line").where({ withdrawal_id: withdrawalId }).delete()
  const record = await sql<CheckoutRecordRow>("hamon_checkout_record").where({ order_id: row.order_id }).first()
  const granted: Units[] = []
  for (const { line, quantity } of units) {
    const ordered = lineOf(row, line)
    const before = others.filter((one) => one.order_line_id === line).reduce((sum, one) => sum + one.quantity, 0)
    const left = Math.min(quantity, unitsLeft(row, ordered, before) - (await returnedOtherwise(sql, row, line)))
    if (left <= 0) continue
    granted.push({ line, quantity: left })
    const exception = announcedException(record ?? null, ordered)
    await sql("hamon_withdrawal_line").insert({
      id: generateEntityId(undefined, "hamwl"),
      withdrawal_id: withdrawalId,
      order_id: row.order_id,
      order_line_id: line,
      title: ordered.title,
      quantity: left,
      exception,
      // An exception that depends on what the customer does with the good (unsealing, mixing) leaves the right as it is
      // until somebody has seen the good.
      decision: exception && EXCLUDING.has(exception) ? "pending" : "none_needed",
    })
  }
  const asked = units.reduce((sum, one) => sum + one.quantity, 0)
  return { granted, fewer: granted.reduce((sum, one) => sum + one.quantity, 0) < asked }
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

async function flagsOf(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  { unclear, granted, fewer }: { unclear: boolean; granted: readonly Units[]; fewer: boolean },
  options: HamonOptions,
): Promise<string[]> {
  const period = await sql<DeadlineRow>("hamon_deadline")
    .where({ subject_type: "order", subject_id: row.order_id, kind: "withdrawal_period" })
    .first()
  const { inTime } = timeliness(withdrawal.sent_at.toISOString(), period?.due_on ?? null, row.place, options.law)
  const excepted = await sql("hamon_withdrawal_line")
    .where({ withdrawal_id: withdrawal.id, decision: "pending" })
    .first("id")
  return [
    ...(inTime ? [] : ["late"]),
    ...(unclear ? ["unclear_articles"] : []),
    ...(fewer ? [granted.length === 0 ? "withdrawn_before" : "more_than_left"] : []),
    ...(excepted ? ["excepted"] : []),
  ]
}

function checkUnits(row: CaseRow, units: readonly Units[]): readonly Units[] {
  units.forEach(({ line }) => lineOf(row, line))
  return units
}

function lineOf(row: CaseRow, id: string): OrderLine {
  const found = row.facts.lines.find((line) => line.id === id)
  if (found) return found
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `order ${row.display_id} has no line ${id}`)
}

/** A declaration as it is now; it may change until it is locked. @throws MedusaError not_found */
export async function readWithdrawal(sql: Knex, id: string): Promise<WithdrawalRow> {
  const row = await sql<WithdrawalRow>("hamon_withdrawal").where({ id }).first()
  if (row) return row
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no withdrawal ${id}`)
}

/** Locks a declaration. Who needs its order's case too locks the case first: everybody in the same order. */
export async function lockWithdrawal(sql: Knex, id: string): Promise<WithdrawalRow> {
  const row = await sql<WithdrawalRow>("hamon_withdrawal").where({ id }).forUpdate().first()
  if (row) return row
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no withdrawal ${id}`)
}

function withFlag(flags: readonly string[], flag: string): string[] {
  return [...new Set([...flags, flag])]
}
