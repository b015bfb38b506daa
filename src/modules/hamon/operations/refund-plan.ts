import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type Amount, type Currency, currency, type Minor, refundAmount } from "../../../law"
import type { HamonOptions } from "../options"
import type { CheckoutRecordRow } from "./checkout"
import type {
  CaseRow,
  CoreRefund,
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
  const owed = refundAmount(
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
  const already = await refundedByStaff(sql, row, withdrawal, money)
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
      reason: { fr: owed.reason.fr, en: owed.reason.en },
      articles: owed.articles,
    },
    parts: spread(owedNow - taken, row.facts.payments, money),
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

/** Refunds in core since the declaration that are not of our ledger, less what earlier plans have taken into account. */
async function refundedByStaff(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow, money: Currency): Promise<Minor> {
  const foreign = foreignRefunds(row, withdrawal).map(({ amount }) => amount)
  const plans = await sql<RefundRow>("hamon_refund").where({ order_id: row.order_id }).whereNotNull("withdrawal_id")
  const counted = [...new Map(plans.map((line) => [line.withdrawal_id, line.breakdown.alreadyRefunded])).values()]
  const left = total(money, foreign) - total(money, counted)
  return left > 0n ? left : 0n
}

/** Refunds that staff made with Medusa's own button since the declaration. */
export function foreignRefunds(row: CaseRow, withdrawal: WithdrawalRow): CoreRefund[] {
  return row.facts.payments
    .flatMap(({ refunds }) => refunds)
    .filter(({ key, createdAt }) => key === null && new Date(createdAt) >= withdrawal.informed_at)
}

function spread(amount: Minor, payments: readonly OrderPayment[], money: Currency): RefundPlan["parts"] {
  const parts: { payment: OrderPayment; amount: Amount }[] = []
  let left = amount
  for (const payment of payments) {
    const refunded = total(
      money,
      payment.refunds.map((one) => one.amount),
    )
    const held = money.read(payment.captured, "captured") - refunded
    const part = held < left ? held : left
    if (part <= 0n) continue
    parts.push({ payment, amount: money.write(part) })
    left -= part
  }
  if (left === 0n) return parts
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${money.write(left)} cannot be refunded through Medusa: the payments hold no more; capture the payment, or refund outside and record it`,
  )
}

function total(money: Currency, amounts: readonly Amount[]): Minor {
  return amounts.reduce((sum, amount) => sum + money.read(amount, "amount"), 0n)
}
