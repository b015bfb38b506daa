import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { WITHDRAWAL_EXCEPTIONS } from "../../../law"
import type { HamonOptions } from "../options"
import type { WithdrawalLineRow } from "../types"
import { closeDeclaration, lockBoth, recordAct, refuseClosed, refusePlanned, tellDeclined, unitsOf } from "./closing"
import { recomputeDeadlines } from "./deadlines"
import { refitPlans } from "./fit-plan"
import { stepDue } from "./steps"
import { unitsFreed } from "./take-again"

/** Grounds of a refused article that are no exception of L221-28: it was withdrawn before, or its buyer has no such right. */
export const LINE_BASES = ["withdrawn_before", "no_right"] as const
export type LineBasis = (typeof LINE_BASES)[number]

export type Decision = {
  readonly lineId: string
  readonly decision: "withdrawn" | "declined"
  /** What a customer can be told: why the exception holds, or why it does not. */
  readonly ground: string
  /** On what a refusal rests in law: the number in L221-28 of the exception, 1 to 13, or else the named ground. */
  readonly exception?: number | null
  readonly basis?: LineBasis | null
  /**
   * Of an exception that rests on the customer's consent (L221-28, 1° and 13°): when and how he asked to begin and
   * acknowledged the loss of his right, and, of 13°, when that was confirmed to him.
   */
  readonly consent?: string | null
}

/** Numbers in L221-28 of exceptions that hold with the customer's express consent and acknowledgement alone. */
const BY_CONSENT = new Set(
  WITHDRAWAL_EXCEPTIONS.filter(({ whenPayable }) => whenPayable.includes("beginConsent")).map(({ number }) => number),
)

/**
 * A person decides on units: the machine never does. Units that were announced as excepted (L221-28) wait for it; others may
 * be declined too, where the condition of an exception came true (a seal was broken). What is declined is told to the
 * customer with its ground; a declaration of which nothing is left is closed. Decided again in the same way, nothing happens.
 * @throws MedusaError invalid_data for a refusal that rests on nothing
 * @throws MedusaError not_allowed for units on which nothing is to be decided, or on which somebody decided otherwise
 */
export async function decideLines(
  sql: Knex,
  withdrawalId: string,
  decisions: readonly Decision[],
  actor: string,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  decisions.forEach(checkBasis)
  const { row, withdrawal } = await lockBoth(sql, withdrawalId)
  if (!row) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "match the declaration to its order first")
  const before = await unitsOf(sql, withdrawalId)
  const news = decisions.filter((one) => isNews(before, one))
  if (news.length === 0) return
  refuseClosed(withdrawal)
  for (const one of news) checkConsent(one)
  if (news.some(({ decision }) => decision === "declined")) await refusePlanned(sql, withdrawalId)
  for (const { lineId, decision, ground } of news) {
    await sql<WithdrawalLineRow>("hamon_withdrawal_line")
      .where({ id: lineId })
      .update({ decision, ...{ decision_ground: ground, decided_by: actor, decided_at: now } })
  }
  const units = await unitsOf(sql, withdrawalId)
  const open = units.some(({ decision }) => decision === "pending")
  const flags = open ? withdrawal.flags : withdrawal.flags.filter((flag) => flag !== "excepted" && flag !== "reopened")
  await sql("hamon_withdrawal")
    .where({ id: withdrawalId })
    .update({ flags, ...stepDue(now), updated_at: now })
  const whole = units.every(({ decision }) => decision === "declined")
  if (whole) await closeDeclaration(sql, withdrawal, "declined", actor, now)
  await unitsFreed(sql, row.order_id, now)
  await refitPlans(sql, row, now, options)
  await recomputeDeadlines(sql, row, now, options)
  const declined = news.filter(({ decision }) => decision === "declined")
  if (declined.length > 0) {
    const lines = declined.map(({ lineId, ground, exception = null, basis = null }) => {
      const { title, quantity } = before.find(({ id }) => id === lineId) as WithdrawalLineRow
      return { title, quantity, ground, exception, basis }
    })
    await tellDeclined(sql, { row, withdrawal }, { lines, ground: null, basis: "exception" }, now)
  }
  const consents = news.flatMap(({ lineId, consent }) => (consent ? [[lineId, consent] as const] : []))
  await recordAct(
    sql,
    withdrawal,
    "withdrawal.decided",
    {
      by: actor,
      closed: whole,
      lines: news.map(({ lineId, decision, ground, exception = null, basis = null }) => ({
        ...{ line: lineId, decision, ground },
        ...(exception !== null && { article: `L221-28, ${exception}°` }),
        ...(basis !== null && { basis }),
      })),
    },
    now,
    consents.length > 0 ? Object.fromEntries(consents) : undefined,
  )
}

/** Without consent, acknowledgement and, of digital content, their confirmation, the right stands (L221-26, L221-28). */
function checkConsent({ decision, exception, consent }: Decision): void {
  if (decision !== "declined" || !exception || !BY_CONSENT.has(exception) || consent) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `consent: L221-28, ${exception}° holds only where the customer expressly asked to begin and acknowledged that he loses his right${exception === 13 ? ", and had that confirmed on a durable medium" : ""}: say when and how, or do not decline on it`,
  )
}

/** Whoever refuses says on what it rests: the right of withdrawal has no other end than those that the law names. */
function checkBasis({ decision, exception = null, basis = null }: Decision): void {
  if (decision !== "declined" || (exception === null) !== (basis === null)) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `say on what the refusal rests, the customer is told: \`exception\`, the number in L221-28 (1 to 13), or else \`basis\`, one of ${LINE_BASES.join(", ")}`,
  )
}

/** @returns whether it changes anything @throws MedusaError not_allowed where it cannot be decided any more */
function isNews(units: readonly WithdrawalLineRow[], { lineId, decision }: Decision): boolean {
  const unit = units.find(({ id }) => id === lineId)
  if (!unit) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `nothing is to be decided on ${lineId}`)
  if (unit.decision === decision) return false
  if (unit.decision === "pending" || decision === "declined") return true
  const what = unit.decision === "declined" ? "declined" : "already counted as withdrawn"
  const why = unit.decision_ground ? ` (“${unit.decision_ground}”)` : ""
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `nothing is to be decided on ${lineId}: “${unit.title}” is ${what}${why}; reopen the declaration to decide again`,
  )
}
