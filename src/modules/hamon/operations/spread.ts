import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type Amount, currency, type Currency, type Minor } from "../../../law"
import type { CaseRow, OrderFacts, OrderPayment, RefundRow } from "../types"

export type Part = { readonly payment: OrderPayment; readonly amount: Amount }

/**
 * Takes an amount from the payments of an order, in their order, as far as they hold it (« en utilisant le même moyen de
 * paiement », L221-24).
 * @returns the parts, and in minor units what no payment holds
 */
export function takeFromPayments(
  amount: Minor,
  payments: readonly OrderPayment[],
  planned: ReadonlyMap<string, Minor>,
  money: Currency,
): { readonly parts: readonly Part[]; readonly left: Minor } {
  const parts: Part[] = []
  let left = amount
  for (const payment of payments) {
    const held = heldBy(payment, money) - (planned.get(payment.id) ?? 0n)
    const part = held < left ? held : left
    if (part <= 0n) continue
    parts.push({ payment, amount: money.write(part) })
    left -= part
  }
  return { parts, left }
}

/** @throws MedusaError not_allowed where the payments hold less */
export function spread(
  amount: Minor,
  payments: readonly OrderPayment[],
  planned: ReadonlyMap<string, Minor>,
  money: Currency,
): readonly Part[] {
  const { parts, left } = takeFromPayments(amount, payments, planned, money)
  if (left === 0n) return parts
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `${money.write(left)} cannot be refunded through Medusa: the payments hold no more. What is held, refund in Medusa`,
  )
}

/** What a payment took and has not given back, as core knows it, in minor units. */
export function heldBy({ captured, refunds }: OrderPayment, money: Currency): Minor {
  return money.read(captured, "captured") - total(money, refunds)
}

/** In minor units: what all payments of an order hold. */
export function heldByAll(payments: readonly OrderPayment[], money: Currency): Minor {
  return payments.reduce((sum, payment) => sum + heldBy(payment, money), 0n)
}

/**
 * In minor units: what was taken from the customer, by payments, gift cards and store credit (« sommes versées », L221-24),
 * whatever went back since.
 */
export function sumsPaid({ payments, credit }: OrderFacts, money: Currency): Minor {
  const byCredit = money.read(credit ?? money.write(0n), "credit")
  return payments.reduce((sum, { captured }) => sum + money.read(captured, "captured"), byCredit)
}

/** Whether the payments of an order hold an amount: of what was never taken nothing can be given back. */
export function paymentsHold({ payments }: OrderFacts, code: string, amount: Amount): boolean {
  const money = currency(code)
  return heldByAll(payments, money) >= money.read(amount, "amount")
}

/**
 * What lines of the ledger will still take from each payment, or have given back without core's knowing.
 * @param except ids of lines that do not count: they are being planned
 */
export async function plannedByPayment(
  sql: Knex,
  row: CaseRow,
  money: Currency,
  except: readonly string[] = [],
): Promise<Map<string, Minor>> {
  // What core has booked is counted among its refunds already, even where the money came back since.
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, core_refund_id: null })
    .whereNotIn("id", except)
  const planned = new Map<string, Minor>()
  for (const { payment_id, amount } of lines) {
    if (payment_id) planned.set(payment_id, (planned.get(payment_id) ?? 0n) + money.read(amount, "amount"))
  }
  return planned
}

export function total(money: Currency, amounts: readonly { readonly amount: Amount }[]): Minor {
  return amounts.reduce((sum, { amount }) => sum + money.read(amount, "amount"), 0n)
}
