import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { civilDateIn, type Currency, type Minor, startOfDayIn, zoneOf } from "../../../law"
import type { CaseRow, CoreRefund, RefundBreakdown, RefundRow, Units, WithdrawalLineRow, WithdrawalRow } from "../types"
import { boughtOf } from "./bought"
import { total } from "./spread"

/** Money that went back otherwise than by a withdrawal's own lines, and in minor units what is left of it to be counted. */
export type Untaken = { readonly id: string; readonly left: Minor }

type Informed = Pick<WithdrawalRow, "informed_at" | "sent_on">

/**
 * From when on a refund by staff counts for a declaration. Of one that came by post or telephone only the day is known: staff
 * may have paid before they wrote it down.
 */
export function countsFrom({ place }: Pick<CaseRow, "place">, { informed_at, sent_on }: Informed): Date {
  if (sent_on === null) return informed_at
  const zone = zoneOf(place)
  return new Date(startOfDayIn(civilDateIn(informed_at.toISOString(), zone), zone))
}

/** Refunds that staff made with Medusa's own button since the declaration, oldest first. */
export function foreignRefunds(row: CaseRow, withdrawal: Informed): CoreRefund[] {
  return refundsSince(row, countsFrom(row, withdrawal))
}

function refundsSince(row: CaseRow, since: Date): CoreRefund[] {
  return row.facts.payments
    .flatMap(({ refunds }) => refunds)
    .filter(({ key, createdAt }) => key === null && new Date(createdAt) >= since)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
}

/**
 * What staff refunded in core since the declaration, less what other plans have taken of the very same refunds, and less
 * what they owed for units that left the order without a withdrawal: that money is no part of this one.
 */
export async function untakenRefunds(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  money: Currency,
): Promise<Untaken[]> {
  const taken = await takenBefore(sql, row, withdrawal.id)
  const all = await sql<WithdrawalRow>("hamon_withdrawal")
    .where({ order_id: row.order_id })
    .select("informed_at", "sent_on")
  const since = new Date(Math.min(...[withdrawal, ...all].map((one) => countsFrom(row, one).getTime())))
  const own = countsFrom(row, withdrawal)
  let debt = await owedOtherwise(sql, row, since, money)
  return refundsSince(row, since).flatMap(({ id, amount, createdAt }) => {
    const whole =
      money.read(amount, "amount") -
      total(
        money,
        taken.filter(({ refund }) => refund === id),
      )
    const settled = debt < whole ? debt : whole
    debt -= settled
    const left = whole - settled
    return left > 0n && new Date(createdAt) >= own ? [{ id, left }] : []
  })
}

/**
 * What the customer is owed for units that left his order, or came back, by staff's hand, before the first declaration or since, and that nobody withdrew. A
 * unit that was withdrawn, left the order for no hold and has no return of its own, is the first that staff took out, or
 * took back.
 */
export async function owedOtherwise(sql: Knex, row: CaseRow, since: Date, money: Currency): Promise<Minor> {
  const withdrawals = await sql<WithdrawalRow>("hamon_withdrawal").where({ order_id: row.order_id })
  const ours = withdrawals.flatMap(({ return_id }) => return_id ?? [])
  const withdrawn = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ order_id: row.order_id })
    .whereNot({ decision: "declined" })
  const [own, others] = [true, false].map((mine) =>
    row.facts.returns.filter((one) => (one.withdrawal !== null || ours.includes(one.id)) === mine),
  )
  const returning = own.filter(({ status }) => status !== "canceled").flatMap(({ lines }) => lines)
  const back = others
    .filter(({ receivedAt }) => receivedAt !== null && new Date(receivedAt) >= since)
    .flatMap(({ lines }) => lines.map(({ line, received }) => ({ line, quantity: received })))
  const { lines, owedBefore = money.write(0n) } = boughtOf(row)
  return lines
    .map(({ id, paid, quantity }) => {
      const left = quantity - (row.facts.lines.find((line) => line.id === id)?.quantity ?? 0)
      const waiting = count(
        id,
        withdrawn.map((one) => ({ line: one.order_line_id, quantity: one.quantity })),
      )
      const unbound = waiting - Math.min(waiting, count(id, [...returning, ...(row.facts.takenOut ?? [])]))
      const units = Math.max(0, left + count(id, back) - unbound)
      return (money.read(paid, "paid") * BigInt(units)) / BigInt(quantity)
    })
    .reduce((sum, one) => sum + one, money.read(owedBefore, "owedBefore"))
}

function count(id: string, units: readonly Units[]): number {
  return units.filter(({ line }) => line === id).reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Extras without consent whose money went back already (L121-17): withdrawn afterwards, they are not paid twice. */
export async function refundedExtras(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  owed: Pick<RefundBreakdown, "lines" | "delivery">,
  money: Currency,
): Promise<Untaken[]> {
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund", withdrawal_id: null })
    .orderBy("id")
  const taken = await takenBefore(sql, row, withdrawal.id)
  return lines.flatMap(({ id, amount, breakdown }) => {
    const withdrawn = breakdown.lines.flatMap(({ line }) => owed.lines.filter((one) => one.line === line))
    const owedOfIt = total(money, breakdown.lines.length > 0 ? withdrawn : [{ amount: owed.delivery }])
    const left =
      money.read(amount, "amount") -
      total(
        money,
        taken.filter(({ refund }) => refund === id),
      )
    const part = left < owedOfIt ? left : owedOfIt
    return part > 0n ? [{ id, left: part }] : []
  })
}

/** What plans of other withdrawals have taken of refunds that were made otherwise. */
async function takenBefore(
  sql: Knex,
  row: CaseRow,
  except: string,
): Promise<RefundBreakdown["takenRefunds"][number][]> {
  const plans = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund" })
    .whereNotNull("withdrawal_id")
    .whereNot({ withdrawal_id: except })
  return [...new Map(plans.map((line) => [line.withdrawal_id, line.breakdown.takenRefunds])).values()].flat()
}

export function takeFrom(
  free: readonly Untaken[],
  amount: Minor,
  money: Currency,
): { readonly taken: RefundBreakdown["takenRefunds"]; readonly left: Minor } {
  let left = amount
  const taken = free.flatMap(({ id, left: there }) => {
    const part = there < left ? there : left
    left -= part
    return part > 0n ? [{ refund: id, amount: money.write(part) }] : []
  })
  return { taken, left }
}
