import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type Amount, currency, type Currency, LawError, type RefundAmount, refundAmount } from "../../../law"
import type { HamonOptions } from "../options"
import type { CaseRow, DeductionRow, RefundBreakdown, RefundRow, WithdrawalLineRow, WithdrawalRow } from "../types"
import { boughtOf } from "./bought"
import type { CheckoutRecordRow } from "./checkout"
import { informedBefore } from "./information-day"
import { total } from "./spread"

export type Owed = Pick<RefundBreakdown, "lines" | "delivery" | "total" | "reason" | "articles"> & {
  readonly deductions: NonNullable<RefundBreakdown["deductions"]>
  /** Withdrawals whose units and delivery are counted before this one's. */
  readonly after: readonly string[]
  /** Whether everything that was bought is withdrawn, with those before. */
  readonly complete: boolean
}

/**
 * What a withdrawal is owed by law (L221-24), with the diminished value that the customer agreed to taken off (L221-23).
 * @returns null where no unit of it is withdrawn any more: declined, or kept
 * @throws MedusaError not_allowed while it or units of it wait for a decision, or the order no longer has them
 */
export async function owedOf(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  options: HamonOptions,
): Promise<Owed | null> {
  const money = currency(row.currency)
  const mine = await sql<WithdrawalLineRow>("hamon_withdrawal_line")
    .where({ order_id: row.order_id, withdrawal_id: withdrawal.id })
    .whereNot({ decision: "declined" })
  if (withdrawal.outcome === "declined" || withdrawal.outcome === "kept") return null
  if (withdrawal.flags.includes("late")) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "this declaration was sent after the period (L221-18): accept it first, or decline it",
    )
  }
  if (mine.some(({ decision }) => decision === "pending")) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "decide first on the articles that are announced as excepted (L221-28)",
    )
  }
  if (mine.length === 0) return null
  const earlier = await earlierPlans(sql, row, withdrawal)
  const delivery = await deliveryFacts(sql, row, money)
  const agreed = await agreedDeductions(sql, withdrawal, options)
  // What was declined since stays the customer's, at its whole price.
  const deductions = agreed.filter((one) => mine.some(({ order_line_id }) => order_line_id === one.order_line_id))
  const before = earlier.map(({ breakdown }) => ({ amount: breakdown.delivery }))
  const owed = amountOwed(
    {
      currency: row.currency,
      lines: boughtOf(row).lines.map(({ id, paid, quantity }) => ({ id, paid, quantity })),
      ...(delivery && {
        delivery: { ...delivery, ...(before.length > 0 && { refundedBefore: money.write(total(money, before)) }) },
      }),
      before: earlier.map(({ breakdown }) => breakdown.lines.map(({ line, quantity }) => ({ line, quantity }))),
      withdrawn: mine.map((unit) => ({ line: unit.order_line_id, quantity: unit.quantity })),
      ...(deductions.length > 0 && {
        diminishedValue: {
          amount: money.write(total(money, deductions)),
          decidedAndDocumented: true,
          consumerInformed: true,
        },
      }),
    },
    // What the customer agreed to is taken off whatever the merchant claims otherwise (U8).
    { ...options.law, u8DiminishedValue: "setOff" },
  )
  return {
    lines: owed.lines.map((line) => ({
      ...line,
      title: boughtOf(row).lines.find(({ id }) => id === line.line)?.title ?? line.line,
    })),
    delivery: owed.delivery,
    total: owed.total,
    reason: { fr: owed.reason.fr, en: owed.reason.en },
    articles: owed.articles,
    deductions: deductions.map(({ id, order_line_id: line, amount }) => ({ id, line, amount })),
    after: earlier.map(({ withdrawal_id }) => withdrawal_id as string),
    complete: owed.complete,
  }
}

/** Plans that come before this one's, one row each: those it was made after, or, of a new one, all there are. */
async function earlierPlans(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow): Promise<RefundRow[]> {
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ order_id: row.order_id, kind: "refund" })
    .whereNotNull("withdrawal_id")
    .orderBy("approved_at")
  const own = lines.find((line) => line.withdrawal_id === withdrawal.id)
  const after = own?.breakdown.after
  const others = lines.filter((line) => line.withdrawal_id !== withdrawal.id)
  // Plans older than that member come before those that know theirs.
  const counted = own
    ? others.filter((line) =>
        after
          ? after.includes(line.withdrawal_id as string)
          : !line.breakdown.after && Number(line.approved_at) < Number(own.approved_at),
      )
    : others
  return [...new Map(counted.map((line) => [line.withdrawal_id, line])).values()]
}

/**
 * What was paid for delivery, and the cheapest standard price that the cart offered. Where no record shows that the
 * customer expressly chose a dearer mode, all of it is refunded.
 */
async function deliveryFacts(sql: Knex, row: CaseRow, money: Currency) {
  const methods = boughtOf(row).delivery
  if (methods.length === 0) return null
  const paid = money.write(
    total(
      money,
      methods.map((one) => ({ amount: one.paid })),
    ),
  )
  const record = await sql<CheckoutRecordRow>("hamon_checkout_record")
    .where({ order_id: row.order_id })
    .first("content")
  const { cheapest_standard_delivery: standard, delivery_expressly_chosen: chosen, extras } = record?.content ?? {}
  const dearer = extras?.filter(({ kind }) => kind === "dearer_delivery") ?? []
  if (dearer.length === 0) return { paid, standard: standard ?? paid, expresslyChosen: chosen === true }
  // Of several parcels each has its own standard: what was paid more by choice is kept, and nothing else.
  const above = total(
    money,
    dearer.filter((one) => one.standing === "chosen").map(({ supplement }) => ({ amount: supplement })),
  )
  const left = money.read(paid, "paid") - above
  return { paid, standard: money.write(left > 0n ? left : 0n), expresslyChosen: above > 0n }
}

/**
 * Diminished value that counts: what the customer accepted; what he contests too, where the merchant sets documented
 * decisions off (U8) and the customer was told of his right (L221-23, al. 3). A proposal that waits for its answer never does.
 */
async function agreedDeductions(
  sql: Knex,
  { id, order_id: orderId }: WithdrawalRow,
  { law }: HamonOptions,
): Promise<DeductionRow[]> {
  const decides = law.u8DiminishedValue === "setOff" && (await informedBefore(sql, orderId as string))
  const counted: DeductionRow["state"][] = decides ? ["accepted", "contested"] : ["accepted"]
  return sql<DeductionRow>("hamon_deduction").where({ withdrawal_id: id }).whereIn("state", counted).orderBy("id")
}

/** An order whose lines were edited below what was withdrawn is for a person: said, not thrown at him. */
function amountOwed(
  facts: Parameters<typeof refundAmount>[0],
  options: Parameters<typeof refundAmount>[1],
): RefundAmount {
  try {
    return refundAmount(facts, options)
  } catch (error) {
    if (!(error instanceof LawError)) throw error
    const sentence = `the order no longer has the units that were withdrawn (${error.message}); refund in Medusa instead`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
  }
}

/** Amounts of a withdrawal that is owed nothing. */
export function nothing(row: CaseRow): Pick<Owed, "lines" | "delivery" | "total"> {
  const zero: Amount = currency(row.currency).write(0n)
  return { lines: [], delivery: zero, total: zero }
}
