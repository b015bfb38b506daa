import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { emailKey } from "../email-key"
import type { MerchantContent } from "../merchant"
import type { HamonOptions } from "../options"
import type {
  CaseRow,
  DeadlineRow,
  DeductionRow,
  LetterRow,
  RefundBreakdown,
  RefundRow,
  UploadRow,
  WithdrawalLineRow,
  WithdrawalRow,
} from "../types"
import type { CheckoutRecordRow } from "./checkout"
import { informedBefore } from "./information-day"
import { readWithdrawal } from "./matching"
import { publishedProfile } from "./merchant-profiles"
import { type SurchargeNow, surchargeNow } from "./money-picture"
import { receptionsInForce } from "./receptions"
import { planOf } from "./refund-plan"

/** Everything that the status page of one declaration is made of, read at one moment. */
export type Followed = {
  readonly withdrawal: WithdrawalRow
  readonly lines: readonly (WithdrawalLineRow & { readonly decision_ground: string | null })[]
  readonly deadlines: readonly DeadlineRow[]
  readonly refunds: readonly RefundRow[]
  /** What is owed: as approved, or, before, as it would be approved now; null where nobody can say yet. */
  readonly breakdown: RefundBreakdown | null
  readonly surcharge: SurchargeNow | null
  readonly deductions: readonly DeductionRow[]
  readonly uploads: readonly Omit<UploadRow, "content">[]
  /** Letters to the address of the declaration alone: one to the order's address is not its sender's to read. */
  readonly letters: readonly Pick<LetterRow, "id" | "kind" | "subject" | "state" | "sent_at">[]
  readonly order: CaseRow | null
  /** Parcels that somebody recorded as received. */
  readonly received: readonly string[]
  readonly merchant: MerchantContent | null
  /** Who paid for returns, as the customer was told before the order; the profile in force where no record says. */
  readonly merchantThen: MerchantContent | null
  /** Whether the customer was told before the order that returns are at his cost (L221-23). */
  readonly informedBefore: boolean
}

/** @throws MedusaError not_found */
export async function readFollowed(sql: Knex, id: string, now: Date, options: HamonOptions): Promise<Followed> {
  const withdrawal = await readWithdrawal(sql, id)
  const { order_id: orderId } = withdrawal
  const order = orderId ? ((await sql<CaseRow>("hamon_order_case").where({ order_id: orderId }).first()) ?? null) : null
  const refunds = await sql<RefundRow>("hamon_refund").where({ withdrawal_id: id }).orderBy("id")
  const merchant = (await publishedProfile(sql))?.content ?? null
  return {
    withdrawal,
    order,
    refunds,
    merchant,
    merchantThen: (order && (await profileThen(sql, order))) ?? merchant,
    informedBefore: order ? await informedBefore(sql, order.order_id) : true,
    lines: await sql("hamon_withdrawal_line").where({ withdrawal_id: id }).orderBy("id"),
    deadlines: await sql("hamon_deadline").where({ subject_type: "withdrawal", subject_id: id }).orderBy("kind"),
    breakdown: refunds[0]?.breakdown ?? (order && (await planned(sql, order, withdrawal, options))),
    surcharge: order && (await surchargeNow(sql, order, withdrawal, now, options)),
    deductions: await sql("hamon_deduction")
      .where({ withdrawal_id: id })
      .whereNot({ state: "withdrawn" })
      .orderBy("proposed_at"),
    uploads: await sql("hamon_upload")
      .where({ withdrawal_id: id })
      .orderBy("created_at")
      .select("id", "purpose", "uploaded_by", "name", "content_type", "size", "hash", "created_at"),
    letters: await ownLetters(sql, withdrawal),
    received: order
      ? (await receptionsInForce(sql, order.order_id)).flatMap(({ fulfillment_id }) => fulfillment_id ?? [])
      : [],
  }
}

/** A file that the customer may have: his own, or a photo of the goods that a proposal rests on. */
export async function readOwnUpload(sql: Knex, withdrawalId: string, id: string): Promise<UploadRow | null> {
  const file = await sql<UploadRow>("hamon_upload").where({ id, withdrawal_id: withdrawalId }).first()
  return file && (file.uploaded_by === "customer" || file.purpose === "condition_photo") ? file : null
}

/** A letter that was frozen, to the address of the declaration. */
export async function readOwnLetter(sql: Knex, withdrawalId: string, id: string): Promise<LetterRow | null> {
  const withdrawal = await readWithdrawal(sql, withdrawalId)
  const letter = await sql<LetterRow>("hamon_letter").where({ id, withdrawal_id: withdrawalId }).first()
  return letter?.html && emailKey(letter.recipient) === withdrawal.email_key ? letter : null
}

async function ownLetters(sql: Knex, { id, email_key }: WithdrawalRow): Promise<Followed["letters"]> {
  const letters = await sql<LetterRow>("hamon_letter")
    .where({ withdrawal_id: id })
    .orderBy("created_at")
    .select("id", "kind", "subject", "state", "sent_at", "recipient")
  return letters
    .filter(({ recipient }) => emailKey(recipient) === email_key)
    .map(({ id, kind, subject, state, sent_at }) => ({ id, kind, subject, state, sent_at }))
}

async function profileThen(sql: Knex, { order_id }: CaseRow): Promise<MerchantContent | null> {
  const record = await sql<CheckoutRecordRow>("hamon_checkout_record").where({ order_id }).first("content")
  const version = record?.content.texts?.merchant_profile
  return version ? ((await publishedProfile(sql, version))?.content ?? null) : null
}

/** The plan as it would be approved now; null where something has to be decided, or paid, first. */
async function planned(sql: Knex, row: CaseRow, withdrawal: WithdrawalRow, options: HamonOptions) {
  try {
    return (await planOf(sql, row, withdrawal, options)).breakdown
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_ALLOWED) return null
    throw error
  }
}
