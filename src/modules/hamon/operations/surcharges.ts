import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import {
  type Amount,
  type ArticleId,
  type Bilingual,
  type CivilDate,
  civilDateIn,
  currency,
  type Currency,
  interestAfterCap,
  lateRefund,
  LawError,
  type LateRefund,
  type Minor,
} from "../../../law"
import { appendEvidence } from "../evidence/append"
import { type HamonOptions, merchantZone } from "../options"
import type { CaseRow, RefundBreakdown, RefundRow, WithdrawalRow } from "../types"
import { planOf } from "./refund-plan"
import { isPaid } from "./refunded-on"
import { total } from "./spread"

/** What a late refund costs the merchant on a day (L242-4). Amounts are decimals with the currency's digits. */
export type Surcharge = {
  readonly currency: string
  /** Last day to refund (L221-24). */
  readonly due: CivilDate
  /** The day for which this is said: it grows while anything is unpaid. */
  readonly on: CivilDate
  readonly accruing: boolean
  /** Whole days late of what was paid last, or is not paid yet. */
  readonly late: number
  /** What was, or is, paid late. */
  readonly sums: Amount
  /** Owed on top of the refund; null where a semester's legal interest rate is not loaded. */
  readonly owed: Amount | null
  /** What is missing then, in a sentence for staff; else null. */
  readonly missing: string | null
  readonly articles: readonly ArticleId[]
  readonly reason: Bilingual | null
}

type Clock = { readonly dueOn: CivilDate | null; readonly canceled?: boolean }

/**
 * The surcharge of a withdrawal on a day, from its refund clock and what was paid when: staff's own refunds count on the day
 * they made them. Computed from the facts each time, so that every reader says the same.
 * @param on civil date at the merchant's, `YYYY-MM-DD`
 * @returns null where no day is set, nobody can say yet what is owed, or a declaration sent after the period waits for a decision
 */
export async function surchargeOf(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  { dueOn, canceled }: Clock,
  on: CivilDate,
  options: HamonOptions,
): Promise<Surcharge | null> {
  if (!dueOn || canceled || withdrawal.flags.includes("late")) return null
  const lines = await sql<RefundRow>("hamon_refund")
    .where({ withdrawal_id: withdrawal.id, kind: "refund" })
    .orderBy("id")
  const breakdown = lines[0]?.breakdown ?? (on > dueOn ? await plannedBreakdown(sql, row, withdrawal, options) : null)
  if (!breakdown) return null
  const paid = [...paidLines(lines, options), ...(await paidByStaff(sql, row, breakdown, options))]
  return computeSurcharge({ currency: row.currency, due: dueOn, on, breakdown, paid }, options)
}

/**
 * The same from facts alone.
 * @param facts `paid`: what went back, each with its day; what is missing of the total is unpaid on `on`
 */
export function computeSurcharge(
  facts: {
    readonly currency: string
    readonly due: CivilDate
    readonly on: CivilDate
    readonly breakdown: RefundBreakdown
    readonly paid: readonly { readonly amount: Amount; readonly on: CivilDate }[]
  },
  { law }: Pick<HamonOptions, "law">,
): Surcharge {
  const { due, on, breakdown, paid } = facts
  const money = currency(facts.currency)
  const owed = money.read(breakdown.total, "total") - money.read(breakdown.notPaid ?? money.write(0n), "notPaid")
  const unpaid = owed - total(money, paid)
  const days = new Map<CivilDate, Minor>()
  for (const one of paid) days.set(one.on, (days.get(one.on) ?? 0n) + money.read(one.amount, "amount"))
  if (unpaid > 0n) days.set(on, (days.get(on) ?? 0n) + unpaid)
  const late = [...days].filter(([day, amount]) => day > due && amount > 0n).sort(([a], [b]) => a.localeCompare(b))
  const sums = late.reduce((sum, [, amount]) => sum + amount, 0n)
  const price = total(money, breakdown.lines)
  const said = {
    currency: facts.currency,
    due,
    on,
    accruing: unpaid > 0n,
    sums: money.write(sums),
  }
  try {
    const parts = late.map(([paidOn, amount]) => {
      // The price of the product bounds the steps of each part by its share.
      const share = owed > 0n ? (price * amount) / owed : 0n
      const part = {
        currency: facts.currency,
        due,
        paidOn,
        amount: money.write(amount),
        productPrice: money.write(share),
      }
      return { law: lateRefund(part, law), after: interestAfterCap(part, law) }
    })
    return { ...said, ...summed(parts, money) }
  } catch (error) {
    if (!(error instanceof LawError) || error.field !== "u3LegalInterestRates") throw error
    const last = late.at(-1)?.[0] ?? on
    return {
      ...said,
      late: daysBetween(due, last),
      owed: null,
      missing: `${error.message}: add it to the plugin's option law.u3LegalInterestRates; the amount is said once it is there`,
      articles: ["L242-4"],
      reason: null,
    }
  }
}

type Part = { readonly law: LateRefund; readonly after: ReturnType<typeof interestAfterCap> }

function summed(
  parts: readonly Part[],
  money: Currency,
): Pick<Surcharge, "late" | "owed" | "missing" | "articles" | "reason"> {
  const sum = parts.reduce(
    (all, { law, after }) =>
      all + money.read(law.increase, "increase") + (after ? money.read(after.interest, "interest") : 0n),
    0n,
  )
  const reasons = parts.flatMap(({ law, after }) => [law.reason, ...(after ? [after.reason] : [])])
  const said = (locale: keyof Bilingual) => reasons.map((reason) => reason[locale]).join(" ")
  return {
    late: Math.max(0, ...parts.map(({ law }) => law.late)),
    owed: money.write(sum),
    missing: null,
    articles: [...new Set(parts.flatMap(({ law }) => law.articles))],
    reason: parts.length > 0 ? { fr: said("fr"), en: said("en") } : null,
  }
}

function daysBetween(from: CivilDate, to: CivilDate): number {
  const day = 24 * 60 * 60 * 1000
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day))
}

/** What would be planned now; null where a person has to decide first. */
async function plannedBreakdown(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow, options: HamonOptions) {
  try {
    return (await planOf(sql, row, withdrawal, options)).breakdown
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) return null
    throw error
  }
}

function paidLines(lines: readonly RefundRow[], options: HamonOptions) {
  return lines.filter(isPaid).flatMap(({ amount, booked_at, paid_otherwise: otherwise }) => {
    if (otherwise) return [{ amount, on: otherwise.on }]
    return booked_at ? [{ amount, on: civilDateIn(booked_at.toISOString(), merchantZone(options)) }] : []
  })
}

/** What the plan has taken of refunds that were made otherwise, on the days they were made. */
async function paidByStaff(sql: Knex, row: CaseRow, { takenRefunds }: RefundBreakdown, options: HamonOptions) {
  const core = row.facts.payments.flatMap(({ refunds }) => refunds)
  const extras = await sql<RefundRow>("hamon_refund").whereIn(
    "id",
    takenRefunds.map(({ refund }) => refund),
  )
  return takenRefunds.flatMap(({ refund, amount }) => {
    const at =
      core.find(({ id }) => id === refund)?.createdAt ??
      extras.find(({ id }) => id === refund)?.booked_at?.toISOString()
    return at ? [{ amount, on: civilDateIn(at, merchantZone(options)) }] : []
  })
}

/**
 * Once the last of a refund is paid, and late, what is owed besides stops growing: a line of its own kind, paid outside
 * Medusa, since core refuses more than was captured. It follows its facts until staff have paid it.
 */
export async function freezeSurcharge(
  sql: Knex,
  row: CaseRow,
  withdrawal: WithdrawalRow,
  clock: Clock & { readonly metOn: CivilDate | null },
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const key = `surcharge:${withdrawal.id}`
  const known = await sql<RefundRow>("hamon_refund").where({ key }).first()
  if (known && known.state !== "planned") return
  const late = clock.metOn !== null && clock.dueOn !== null && clock.metOn > clock.dueOn
  const found = late ? await surchargeOf(sql, row, withdrawal, clock, clock.metOn as CivilDate, options) : null
  const owed = found?.owed && /[1-9]/.test(found.owed) ? found : null
  // A refund that came back is not paid: what it costs grows again.
  if (known && !owed && !found?.missing) await sql("hamon_refund").where({ id: known.id }).delete()
  if (!owed || known?.amount === owed.owed) return
  const breakdown: RefundBreakdown = {
    lines: [],
    delivery: currency(row.currency).write(0n),
    total: owed.owed as Amount,
    alreadyRefunded: currency(row.currency).write(0n),
    takenRefunds: [],
    reason: { fr: owed.reason?.fr ?? "", en: owed.reason?.en ?? "" },
    articles: owed.articles,
  }
  const values = { amount: owed.owed as Amount, breakdown: JSON.stringify(breakdown) as unknown as RefundBreakdown }
  if (known)
    await sql("hamon_refund")
      .where({ id: known.id })
      .update({ ...values, updated_at: now })
  else {
    await sql<RefundRow>("hamon_refund").insert({
      id: generateEntityId(undefined, "hamrf"),
      key,
      kind: "surcharge",
      order_id: row.order_id,
      withdrawal_id: withdrawal.id,
      currency: row.currency,
      ...values,
      state: "planned",
      approved_at: now,
    })
  }
  await appendEvidence(
    sql,
    {
      kind: "surcharge.owed",
      subject: { type: "withdrawal", id: withdrawal.id },
      orderId: row.order_id,
      facts: {
        due: owed.due,
        paid_on: owed.on,
        late: String(owed.late),
        sums: owed.sums,
        amount: owed.owed,
        currency: row.currency,
      },
    },
    now,
  )
}
