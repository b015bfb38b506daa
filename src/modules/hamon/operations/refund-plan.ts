import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type Amount, currency, type Currency, type Minor } from "../../../law"
import type { HamonOptions } from "../options"
import type { CaseRow, OrderPayment, RefundBreakdown, RefundRow, WithdrawalRow } from "../types"
import { nothing, type Owed, owedOf } from "./owed"
import type { PartKind } from "./refund-ways"
import { heldBy, plannedByPayment, takeFromPayments, total } from "./spread"
import { foreignRefunds, refundedExtras, takeFrom, untakenRefunds } from "./staff-refunds"

export type PlannedPart = { readonly kind: PartKind; readonly payment: OrderPayment | null; readonly amount: Amount }

export type RefundPlan = { readonly breakdown: RefundBreakdown; readonly parts: readonly PlannedPart[] }

/**
 * What a withdrawal is owed (L221-24), and what of it is still to be given back, by what way. What staff have refunded in
 * Medusa since the declaration is taken off: our ledger never adds to it. What was never taken from the customer is no « somme
 * versée »: it is not owed.
 * @param lines lines of this withdrawal that stand as they are: sent, or in doubt
 * @param unsent lines of this withdrawal that are being planned anew
 * @throws MedusaError not_allowed with the reason, where nothing can be planned yet
 */
export async function planOf(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  options: HamonOptions,
  { lines = [], unsent = [] }: { lines?: readonly RefundRow[]; unsent?: readonly RefundRow[] } = {},
): Promise<RefundPlan> {
  const money = currency(row.currency)
  const owed = await owedOf(sql, row, withdrawal, options)
  const { complete: _, ...sums } = owed ?? { complete: false, ...nothing(row) }
  if (!owed && lines.length + unsent.length === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "say which units the declaration means first: it names none that are left",
    )
  }
  const free = [
    ...(await untakenRefunds(sql, row, withdrawal, money)),
    ...(await refundedExtras(sql, row, withdrawal, sums, money)),
  ]
  const owedNow = money.read(sums.total, "total")
  const open = atLeastNothing(owedNow - total(money, lines))
  const { taken, left } = takeFrom(free, open, money)
  const { parts, notPaid } = await waysOf(sql, row, withdrawal, left, unsent, money)
  return {
    breakdown: {
      ...sums,
      alreadyRefunded: money.write(open - left),
      takenRefunds: taken,
      notPaid: money.write(notPaid),
      deductions: owed?.deductions ?? [],
      after: owed?.after ?? [],
      seen: foreignRefunds(row, withdrawal).map(({ id }) => id),
      ...reasonOf(owed),
    },
    parts: [...parts, ...(owed && notPaid > 0n ? neverTaken(row, owed) : [])],
  }
}

/** The ways on which an amount goes back, and in minor units what of it was never paid. */
async function waysOf(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  amount: Minor,
  unsent: readonly RefundRow[],
  money: Currency,
): Promise<{ parts: PlannedPart[]; notPaid: Minor }> {
  const planned = await plannedByPayment(
    sql,
    row,
    money,
    unsent.map(({ id }) => id),
  )
  const { parts, left } = takeFromPayments(amount, row.facts.payments, planned, money)
  const ways: PlannedPart[] = withdrawal.other_means
    ? one("means", amount - left, money)
    : parts.map((part) => ({ kind: "payment", ...part }))
  const credit = await creditLeft(sql, row, unsent, money)
  const byCredit = left < credit ? left : credit
  return { parts: [...ways, ...one("credit", byCredit, money)], notPaid: left - byCredit }
}

function one(kind: PartKind, amount: Minor, money: Currency): PlannedPart[] {
  return amount > 0n ? [{ kind, payment: null, amount: money.write(amount) }] : []
}

/** What gift cards and store credit paid, less what other lines give back of it. */
async function creditLeft(sql: Knex, row: CaseRow, unsent: readonly RefundRow[], money: Currency): Promise<Minor> {
  const paid = money.read(row.facts.credit ?? money.write(0n), "credit")
  if (paid === 0n) return 0n
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund" })
    .whereLike("key", "%:credit%")
    .whereNotIn(
      "id",
      unsent.map(({ id }) => id),
    )
  return atLeastNothing(paid - total(money, lines))
}

/** Once nothing of the order is left, what the customer approved and was never taken is given up at the provider. */
function neverTaken(row: CaseRow, { complete }: Owed): PlannedPart[] {
  if (!complete) return []
  const money = currency(row.currency)
  return row.facts.payments
    .filter(
      (payment) =>
        !payment.canceled && money.read(payment.captured, "captured") === 0n && heldBy(payment, money) === 0n,
    )
    .map((payment) => ({ kind: "void", payment, amount: money.write(0n) }))
}

function reasonOf(owed: Owed | null): Pick<RefundBreakdown, "reason" | "articles"> {
  if (owed) return { reason: owed.reason, articles: owed.articles }
  const reason = {
    fr: "Plus aucun article n'est visé par la rétractation : rien n'est dû.",
    en: "No article is withdrawn any more: nothing is owed.",
  }
  return { reason, articles: ["L221-24"] }
}

function atLeastNothing(amount: Minor): Minor {
  return amount > 0n ? amount : 0n
}
