import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CaseRow, OrderFacts, ReceptionRow, WithdrawalLineRow, WithdrawalRow } from "../types"
import { standing, unitsOut } from "./goods"
import { receptionsInForce } from "./receptions"

/** Units of a line that a declaration withdraws, in the order in which the declarations were sent. */
export type Claim = { readonly withdrawal: string; readonly line: string; readonly quantity: number }

/** Where the withdrawn units of one line of one declaration are; the three add up to its quantity. */
export type UnitsWhere = Claim & {
  /** Taken out of the order in Medusa before they left. */
  readonly takenOut: number
  /** Still with the merchant: they may not leave. */
  readonly inside: number
  /** Left: on the way, with the customer, or back by a return. */
  readonly out: number
}

/**
 * Says of every withdrawn unit where it is. Units of a line are alike, so a declaration of some of them takes those first
 * that have not left: nobody has to send back what need not have come. Earlier declarations choose first.
 */
export function whereUnitsAre(
  facts: OrderFacts,
  receptions: readonly ReceptionRow[],
  claims: readonly Claim[],
): UnitsWhere[] {
  const free = new Map(
    facts.lines.map(({ id, quantity }) => {
      const gone = unitsOut(facts, receptions, id) + sum(takenOut(facts, { line: id }))
      return [id, Math.max(0, quantity - gone)]
    }),
  )
  return claims.map((claim) => {
    const taken = Math.min(claim.quantity, sum(takenOut(facts, claim)))
    // What its return asks back had left, whatever was cancelled since.
    const returned = Math.min(claim.quantity - taken, inReturn(facts, claim))
    const inside = Math.min(claim.quantity - taken - returned, free.get(claim.line) ?? 0)
    free.set(claim.line, (free.get(claim.line) ?? 0) - inside)
    return { ...claim, takenOut: taken, inside, out: claim.quantity - taken - inside }
  })
}

/** The same for the declarations of an order as they are stored: what was declined is nobody's. */
export async function unitsOfOrder(sql: Knex, row: Pick<CaseRow, "order_id" | "facts">): Promise<UnitsWhere[]> {
  const receptions = standing(row, await receptionsInForce(sql, row.order_id))
  const withdrawals = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .orderBy(["sent_at", "id"])
  const lines = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ order_id: row.order_id })
    .whereNot({ decision: "declined" })
  return whereUnitsAre(row.facts, receptions, claimsOf(withdrawals, lines))
}

/** Claims in the order in which the declarations were sent. @param withdrawals earliest first */
export function claimsOf(
  withdrawals: readonly Pick<WithdrawalRow, "id">[],
  lines: readonly WithdrawalLineRow[],
): Claim[] {
  return withdrawals.flatMap(({ id }) =>
    lines
      .filter(({ withdrawal_id }) => withdrawal_id === id)
      .map(({ order_line_id: line, quantity }) => ({ withdrawal: id, line, quantity })),
  )
}

/** Units in Medusa's order now: what was sold, less what declarations took out of it. */
export function unitsInCore(facts: OrderFacts, line: string): number {
  const sold = facts.lines.find(({ id }) => id === line)?.quantity ?? 0
  return sold - sum(takenOut(facts, { line }))
}

function takenOut({ takenOut: all = [] }: OrderFacts, { line, withdrawal }: { line: string; withdrawal?: string }) {
  return all.filter((one) => one.line === line && (withdrawal === undefined || one.withdrawal === withdrawal))
}

function inReturn({ returns }: OrderFacts, { withdrawal, line }: Claim): number {
  const own = returns.filter((one) => one.withdrawal === withdrawal && one.status !== "canceled")
  return sum(own.flatMap(({ lines }) => lines).filter((one) => one.line === line))
}

function sum(units: readonly { readonly quantity: number }[]): number {
  return units.reduce((all, { quantity }) => all + quantity, 0)
}
