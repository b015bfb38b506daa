import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type LineRefund, refundOfKey } from "../../../gateways/refund-of-key"
import type { GatewayPayment, PaymentGateway } from "../../../gateways/types"
import { nextAttempt } from "../../../kit/back-off"
import { type Amount, currency } from "../../../law"
import { appendEvidence, type Fact } from "../evidence/append"
import type { HamonOptions } from "../options"
import { type Trouble, trouble, troubleColumns } from "../troubles"
import type { CaseRow, RefundRow } from "../types"
import { lockCase } from "./case"
import { recomputeDeadlines } from "./deadlines"
import { writeDispute } from "./disputes"
import { reopenRefund } from "./close-refund"

/**
 * Brings the ledger up to what the provider's books say of one payment: what became of each refund, and its disputes. The
 * whole payment is read at once, so that events told late, twice, out of order or never end the same.
 */
export async function applyProviderPayment(
  sql: Knex,
  payment: { readonly id: string; readonly orderId: string; readonly provider: PaymentGateway["name"] },
  books: GatewayPayment,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const row = await lockCase(sql, payment.orderId)
  const news: (Fact | null)[] = []
  for (const dispute of books.disputes) {
    news.push(await writeDispute(sql, row, { ...payment, currency: books.currency }, dispute, now))
  }
  const lines = await sql<RefundRow>("hamon_refund").where({ payment_id: payment.id }).orderBy("id")
  for (const line of lines) {
    const refund = refundOfKey(books, line.key)
    if (refund) news.push(await applyProviderRefund(sql, row, line, refund, now))
    else if (line.state === "booked" && line.next_attempt_at) await lookAgain(sql, line, now)
  }
  await recomputeDeadlines(sql, row, now, options)
  for (const fact of news) if (fact) await appendEvidence(sql, fact, now)
}

/** @returns what is new about the refund, for the evidence */
async function applyProviderRefund(
  sql: Knex,
  row: CaseRow,
  line: RefundRow,
  refund: LineRefund,
  now: Date,
): Promise<Fact | null> {
  const known = { provider_refund_id: refund.id, provider_status: refund.status }
  if (refund.status === "failed" || refund.status === "canceled") {
    // What staff recorded as paid by the provider is this very refund.
    const otherwise = line.paid_otherwise !== null && line.paid_otherwise.means !== "provider"
    return otherwise || line.provider_status === refund.status ? null : refundCameBack(sql, row, line, refund, now)
  }
  if (line.state === "booked") {
    const otherwise = line.paid_otherwise !== null && line.paid_otherwise.means !== "provider"
    await sql("hamon_refund")
      .where({ id: line.id })
      .update({ ...known, ...(otherwise && { last_error: paidTwice(refund) }), updated_at: now })
    if (refund.status === "pending") await lookAgain(sql, line, now)
    else await sql("hamon_refund").where({ id: line.id }).update({ next_attempt_at: null, locked_until: null })
    return null
  }
  // The provider has paid what core has not booked yet: the sweeper books it, now.
  if (line.state === "unknown") {
    await sql("hamon_refund")
      .where({ id: line.id })
      .update({ ...known, next_attempt_at: now, updated_at: now })
  }
  return null
}

/** Said where staff paid otherwise what the provider has paid too. */
export function paidTwice({ id, kept }: LineRefund): string {
  return `the provider has paid this refund (${id}, ${kept}): it counts as paid by the provider; ask the customer for what you paid him besides`
}

/** The money has not arrived yet: it is looked for again, ever more rarely. */
async function lookAgain(sql: Knex, line: RefundRow, now: Date): Promise<void> {
  await sql("hamon_refund")
    .where({ id: line.id })
    .update({ next_attempt_at: nextAttempt(Math.max(1, line.attempts), now), locked_until: null })
}

/**
 * The customer's bank sent the money back: the customer has not been refunded, whatever was booked. The clock runs again
 * from its facts (L221-24), and staff ask for another means, free of charge.
 */
async function refundCameBack(sql: Knex, row: CaseRow, line: RefundRow, refund: LineRefund, now: Date): Promise<Fact> {
  await sql("hamon_refund")
    .where({ id: line.id })
    .update({
      state: "failed",
      provider_refund_id: refund.id,
      provider_status: refund.status,
      next_attempt_at: null,
      locked_until: null,
      ...troubleColumns(cameBack(line, refund)),
      updated_at: now,
    })
  if (line.withdrawal_id) await reopenRefund(sql, line.withdrawal_id, now)
  return {
    kind: "refund.came_back",
    subject: { type: "refund", id: line.id },
    orderId: row.order_id,
    facts: { key: line.key, amount: line.amount, currency: line.currency, provider_refund: refund.id },
  }
}

/** Of a refund in parts some may have arrived: paid again whole, the customer would get them twice. */
function cameBack(line: RefundRow, { id, reason, kept }: LineRefund): Trouble {
  const money = currency(line.currency)
  const arrived = money.read(kept, "amount")
  if (arrived === 0n) return trouble("came_back", { refund: id }, reason)
  const missing = money.write(money.read(line.amount, "amount") - arrived)
  const sum = (amount: Amount) => ({ amount, currency: line.currency })
  return trouble("came_back_in_part", { refund: id, kept: sum(kept), missing: sum(missing) }, reason)
}
