import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import { typedOrderNumber } from "../order-number"
import type { CaseRow, Units, WithdrawalRow } from "../types"
import { readArticles } from "./articles"
import { keepBought } from "./bought"
import { othersYield } from "./claim-units"
import { lockCase } from "./case"
import { recomputeDeadlines } from "./deadlines"
import { flagsOf } from "./match-flags"
import { followGoods } from "./phase"
import { placeHold } from "./place-hold"
import { stepDue } from "./steps"
import { lineOf, standingBack, takeUnits } from "./take-units"

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
  // What was proven stays proven.
  const keeps = withdrawal.assurance !== "unverified" && match.assurance === "email_matched"
  const assurance = keeps ? withdrawal.assurance : match.assurance
  const back = await standingBack(sql, row, { ...withdrawal, assurance })
  const taken = await takeUnits(sql, row, { ...withdrawal, assurance }, asked.units, options)
  const flags = await flagsOf(sql, row, withdrawal, { ...asked, ...taken }, options)
  await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ id: withdrawal.id })
    .update({
      order_id: row.order_id,
      display_id: row.display_id,
      assurance,
      status: "matched",
      flags,
      // A dispatch before the order proves nothing of its goods.
      ...((withdrawal.proof_of_dispatch_on ?? row.concluded_on) < row.concluded_on && {
        ...{ proof_of_dispatch_on: null, proof_given_on: null },
      }),
      matched_at: now,
      matched_by: match.by,
      // The machine matches within a step; what staff decide makes a new one due.
      ...(match.lines && stepDue(now)),
    })
  await othersYield(sql, row, back, now, options)
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

function checkUnits(row: CaseRow, units: readonly Units[]): readonly Units[] {
  units.forEach(({ line }) => lineOf(row, line))
  return units
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
