import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type Amount, type Currency, currency, LawError, type Minor, refundAmount } from "../../../law"
import type { HamonOptions } from "../options"
import type { CheckoutRecordRow } from "./checkout"
import type {
  CaseRow,
  CoreRefund,
  OrderFacts,
  OrderPayment,
  RefundBreakdown,
  RefundRow,
  WithdrawalLineRow,
  WithdrawalRow,
} from "../types"

export type RefundPlan = {
  readonly breakdown: RefundBreakdown
  readonly parts: readonly { readonly payment: OrderPayment; readonly amount: Amount }[]
}

/**
 * What a withdrawal is owed (L221-24), spread over the payments it was paid with (« en utilisant le même moyen de
 * paiement »). What staff have already refunded in Medusa since the declaration is taken off: our ledger never adds to it.
 * @throws MedusaError not_allowed with the reason, where nothing can be refunded
 */
export async function planOf(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  options: HamonOptions,
): Promise<RefundPlan> {
  const money = currency(row.currency)
  const units = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ order_id: row.order_id })
    .whereNot({ decision: "declined" })
  const mine = units.filter((unit) => unit.withdrawal_id === withdrawal.id)
  if (mine.length === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "say which units the declaration means first: it names none that are left",
    )
  }
  if (mine.some(({ decision }) => decision === "pending")) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "decide first on the articles that are announced as excepted (L221-28)",
    )
  }
  const earlier = await earlierWithdrawals(sql, row, withdrawal)
  const refunded = total(
    money,
    earlier.map(({ breakdown }) => breakdown.delivery),
  )
  const delivery = await deliveryFacts(sql, row, money)
  const owed = amountOwed(
    {
      currency: row.currency,
      lines: row.facts.lines.map(({ id, paid, quantity }) => ({ id, paid, quantity })),
      ...(delivery && {
        delivery: { ...delivery, ...(earlier.length > 0 && { refundedBefore: money.write(refunded) }) },
      }),
      before: earlier.map(({ breakdown }) => breakdown.lines.map(({ line, quantity }) => ({ line, quantity }))),
      withdrawn: mine.map((unit) => ({ line: unit.order_line_id, quantity: unit.quantity })),
    },
    options.law,
  )
  const free = [
    ...(await untakenRefunds(sql, row, withdrawal, money)),
    ...(await refundedExtras(sql, row, owed, money)),
  ]
  const already = free.reduce((sum, { left }) => sum + left, 0n)
  const owedNow = money.read(owed.total, "total")
  const taken = already < owedNow ? already : owedNow
  return {
    breakdown: {
      lines: owed.lines.map((line) => ({
        ...line,
        title: row.facts.lines.find(({ id }) => id === line.line)?.title ?? line.line,
      })),
      delivery: owed.delivery,
      total: owed.total,
      alreadyRefunded: money.write(taken),
      takenRefunds: takeFrom(free, taken, money),
      reason: { fr: owed.reason.fr, en: owed.reason.en },
      articles: owed.articles,
    },
    parts: spread(owedNow - taken, row.facts.payments, await plannedByPayment(sql, row, money), money),
  }
}

/** Plans of other withdrawals of this order, oldest first: one row each, whatever it was paid with. */
async function earlierWithdrawals(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow): Promise<RefundRow[]> {
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund" })
    .whereNotNull("withdrawal_id")
    .whereNot({ withdrawal_id: withdrawal.id })
    .orderBy("approved_at")
  return [...new Map(lines.map((line) => [line.withdrawal_id, line])).values()]
}

/**
 * What was paid for delivery, and the cheapest standard price that the cart offered. Where no record shows that the
 * customer expressly chose a dearer mode, all of it is refunded.
 */
async function deliveryFacts(sql: Knex, row: CaseRow, money: Currency) {
  if (row.facts.delivery.length === 0) return null
  const paid = money.write(
    total(
      money,
      row.facts.delivery.map((one) => one.paid),
    ),
  )
  const record = await sql<CheckoutRecordRow>("hamon_checkout_record")
    .where({ order_id: row.order_id })
    .first("content")
  const { cheapest_standard_delivery: standard, delivery_expressly_chosen: chosen } = record?.content ?? {}
  return { paid, standard: standard ?? paid, expresslyChosen: chosen === true }
}

type Untaken = { readonly id: string; readonly left: Minor }

/** What staff refunded in core since the declaration, less what other plans have taken of the very same refunds. */
async function untakenRefunds(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow, money: Currency): Promise<Untaken[]> {
  const taken = await takenBefore(sql, row)
  return foreignRefunds(row, withdrawal)
    .map(({ id, amount }) => {
      const gone = total(
        money,
        taken.filter(({ refund }) => refund === id).map((one) => one.amount),
      )
      return { id, left: money.read(amount, "amount") - gone }
    })
    .filter(({ left }) => left > 0n)
}

/** Extras without consent whose money went back already (L121-17): withdrawn afterwards, they are not paid twice. */
async function refundedExtras(
  sql: Knex,
  row: CaseRow,
  owed: ReturnType<typeof amountOwed>,
  money: Currency,
): Promise<Untaken[]> {
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund", withdrawal_id: null })
    .orderBy("id")
  const taken = await takenBefore(sql, row)
  return lines.flatMap(({ id, amount, breakdown }) => {
    const withdrawn = breakdown.lines.flatMap(({ line }) => owed.lines.filter((one) => one.line === line))
    const owedOfIt = total(money, breakdown.lines.length > 0 ? withdrawn.map((one) => one.amount) : [owed.delivery])
    const gone = total(
      money,
      taken.filter(({ refund }) => refund === id).map((one) => one.amount),
    )
    const left = money.read(amount, "amount") - gone
    const part = left < owedOfIt ? left : owedOfIt
    return part > 0n ? [{ id, left: part }] : []
  })
}

/** What plans of withdrawals have taken of refunds that were made otherwise. */
async function takenBefore(sql: Knex, row: CaseRow): Promise<RefundBreakdown["takenRefunds"][number][]> {
  const plans = await sql<RefundRow>("hamon_refund").where({ order_id: row.order_id }).whereNotNull("withdrawal_id")
  return [...new Map(plans.map((line) => [line.withdrawal_id, line.breakdown.takenRefunds])).values()].flat()
}

function takeFrom(free: readonly Untaken[], amount: Minor, money: Currency): RefundBreakdown["takenRefunds"] {
  let open = amount
  return free.flatMap(({ id, left }) => {
    const part = left < open ? left : open
    open -= part
    return part > 0n ? [{ refund: id, amount: money.write(part) }] : []
  })
}

/** What other plans will still take from each payment. */
export async function plannedByPayment(sql: Knex, row: CaseRow, money: Currency): Promise<Map<string, Minor>> {
  // What core has booked is counted among its refunds already, even where the money came back since.
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, core_refund_id: null })
    .whereNot({ state: "booked" })
  const planned = new Map<string, Minor>()
  for (const { payment_id, amount } of lines) {
    if (payment_id) planned.set(payment_id, (planned.get(payment_id) ?? 0n) + money.read(amount, "amount"))
  }
  return planned
}

/** An order whose lines were edited below what was withdrawn is for a person: said, not thrown at him. */
function amountOwed(facts: Parameters<typeof refundAmount>[0], options: Parameters<typeof refundAmount>[1]) {
  try {
    return refundAmount(facts, options)
  } catch (error) {
    if (!(error instanceof LawError)) throw error
    const sentence = `the order no longer has the units that were withdrawn (${error.message}); refund in Medusa instead`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
  }
}

/** Refunds that staff made with Medusa's own button since the declaration. */
export function foreignRefunds(row: CaseRow, withdrawal: WithdrawalRow): CoreRefund[] {
  return row.facts.payments
    .flatMap(({ refunds }) => refunds)
    .filter(({ key, createdAt }) => key === null && new Date(createdAt) >= withdrawal.informed_at)
}

/** @throws MedusaError not_allowed where the payments hold less */
export function spread(
  amount: Minor,
  payments: readonly OrderPayment[],
  planned: ReadonlyMap<string, Minor>,
  money: Currency,
): RefundPlan["parts"] {
  const parts: { payment: OrderPayment; amount: Amount }[] = []
  let left = amount
  for (const payment of payments) {
    const held = heldBy(payment, money) - (planned.get(payment.id) ?? 0n)
    const part = held < left ? held : left
    if (part <= 0n) continue
    parts.push({ payment, amount: money.write(part) })
    left -= part
  }
  if (left === 0n) return parts
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${money.write(left)} cannot be refunded through Medusa: the payments hold no more. What was never taken from the customer is not owed to him (L221-24): take nothing for withdrawn units, and cancel the order if nothing of it is left. What is held and owed, refund in Medusa`,
  )
}

/** What a payment took and has not given back, as core knows it, in minor units. */
function heldBy({ captured, refunds }: OrderPayment, money: Currency): Minor {
  const refunded = refunds.map(({ amount }) => amount)
  return money.read(captured, "captured") - total(money, refunded)
}

/** Whether the payments of an order hold an amount: of what was never taken nothing can be given back. */
export function paymentsHold({ payments }: OrderFacts, code: string, amount: Amount): boolean {
  const money = currency(code)
  const held = payments.reduce((sum, payment) => sum + heldBy(payment, money), 0n)
  return held >= money.read(amount, "amount")
}

function total(money: Currency, amounts: readonly Amount[]): Minor {
  return amounts.reduce((sum, amount) => sum + money.read(amount, "amount"), 0n)
}
