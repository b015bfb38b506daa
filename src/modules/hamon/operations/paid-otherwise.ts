import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { appendEvidence } from "../evidence/append"
import type { HamonOptions } from "../options"
import { isManual } from "../manual-payment"
import { NO_TROUBLE } from "../troubles"
import type { PaidOtherwise, RefundRow, WithdrawalRow } from "../types"
import { lockCase } from "./case"
import { closeWithdrawal } from "./close-refund"
import { recomputeDeadlines } from "./deadlines"
import { wayOf } from "./refund-ways"
import { isOwedByHand } from "./refunded-on"
import { checkTypedDay } from "./typed-day"

/**
 * Staff record that a refund was paid otherwise than by this machine: the provider's own pages show it, or the customer
 * agreed to another means (L221-24). A surcharge (L242-4) is always paid so: core refuses more than was captured.
 * @throws MedusaError not_found; not_allowed for a line that the machine still works on or has paid; invalid_data without the
 * customer's consent to another means, and for a day before the order or in the future
 */
export async function recordRefundPaid(
  sql: Knex,
  id: string,
  paid: PaidOtherwise,
  actor: string,
  now: Date,
  options: HamonOptions,
): Promise<RefundRow> {
  const known = await sql<RefundRow>("hamon_refund").where({ id }).first()
  if (!known) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no refund ${id}`)
  const consent = paid.consent ?? (await consentBefore(sql, known))
  if (paid.means !== "provider" && !consent && needsConsent(known)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "another means of refund needs the customer's express consent (L221-24): say when and how he gave it",
    )
  }
  const row = await lockCase(sql, known.order_id)
  checkTypedDay(row, "on", paid.on, now)
  const [line]: RefundRow[] = await sql("hamon_refund")
    .where({ id })
    .where((open) => {
      open.whereIn("state", ["unknown", "failed"]).orWhere({ state: "planned", payment_id: null })
      if (isOwedByHand(known)) open.orWhere({ state: "booked", paid_otherwise: null })
    })
    .update({
      state: "booked",
      paid_otherwise: JSON.stringify({ ...paid, consent }),
      booked_at: new Date(`${paid.on}T12:00:00Z`),
      approved_by: actor,
      next_attempt_at: null,
      locked_until: null,
      ...NO_TROUBLE,
      updated_at: now,
    })
    .returning("*")
  if (!line) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "only what this machine does not pay is recorded as paid: a refund that failed, one whose outcome is unknown, another means, a manual payment, a surcharge",
    )
  }
  if (line.withdrawal_id && line.kind === "refund") await closeWithdrawal(sql, row, line.withdrawal_id, now)
  await recomputeDeadlines(sql, row, now, options)
  await appendEvidence(
    sql,
    {
      kind: line.kind === "surcharge" ? "surcharge.recorded_as_paid" : "refund.recorded_as_paid",
      subject: { type: "refund", id },
      orderId: line.order_id,
      facts: { key: line.key, amount: line.amount, means: paid.means, on: paid.on, by: actor },
      personal: { proof: paid.proof, ...(consent && { consent }) },
    },
    now,
  )
  return line
}

/**
 * Paying more than was taken, giving back on the gift card that was used, or by hand what was paid by hand, needs nobody's
 * consent.
 */
function needsConsent(line: RefundRow): boolean {
  return line.kind === "refund" && wayOf(line) !== "credit" && !isManual(line.payment_provider_id)
}

/** The consent that the customer gave on his own page. */
async function consentBefore(sql: Knex, { withdrawal_id: id }: RefundRow): Promise<string | null> {
  const found = id && (await sql<WithdrawalRow>("hamon_withdrawal").where({ id }).first("other_means"))
  const given = found ? found.other_means : null
  return given ? `${given.noted?.on ?? given.at}: ${given.textShown}` : null
}
