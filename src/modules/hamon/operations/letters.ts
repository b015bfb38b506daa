import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { nextAttempt } from "../../../kit/back-off"
import { claimRows } from "../../../kit/claim-rows"
import { sha256 } from "../../../kit/secrets"
import { appendEvidence } from "../evidence/append"
import type { LetterLocale, LetterRow } from "../types"

/** Kinds of letters, with the version of the template that new ones use: an old letter is rendered by its own version. */
export const LETTER_TEMPLATES = {
  order_confirmation: 1,
  withdrawal_acknowledgement: 1,
  refund_made: 1,
  account_unlock: 1,
  orders_link: 1,
  withdrawal_declined: 1,
  withdrawal_reopened: 1,
  deduction_proposed: 1,
  keep_goods_answered: 1,
  staff_digest: 1,
  withdrawal_hold: 1,
} as const
export type LetterKind = keyof typeof LETTER_TEMPLATES

const QUEUE = { table: "hamon_letter", dueColumn: "due_at" }
/** Longer than a render and the provider's time-outs together. */
const LEASE_SECONDS = 120

export type NewLetter = {
  readonly kind: LetterKind
  readonly causeKey: string
  readonly recipient: string
  readonly locale: LetterLocale
  readonly orderId: string | null
  readonly withdrawalId: string | null
  /** Everything that the template shows, as it was when the cause happened. */
  readonly data: Record<string, unknown>
  /** When it may go; default: at once. */
  readonly dueAt?: Date
}

/** Puts a letter into the outbox, in the transaction of its cause. One cause, one letter. */
export async function writeLetter(sql: Knex, letter: NewLetter, now: Date): Promise<void> {
  const profile = await sql("hamon_merchant_profile")
    .where({ status: "published" })
    .orderBy("version", "desc")
    .first("version")
  const row = {
    id: generateEntityId(undefined, "hamlt"),
    kind: letter.kind,
    cause_key: letter.causeKey,
    recipient: letter.recipient,
    locale: letter.locale,
    order_id: letter.orderId,
    withdrawal_id: letter.withdrawalId,
    data: JSON.stringify(letter.data),
    template_version: LETTER_TEMPLATES[letter.kind],
    profile_version: profile?.version ?? null,
    state: "queued",
    due_at: letter.dueAt ?? now,
  }
  await sql("hamon_letter").insert(row).onConflict("cause_key").ignore()
}

/** Takes letters that are due, for one worker. */
export async function claimLetters(sql: Knex, now: Date, limit: number): Promise<LetterRow[]> {
  return claimRows<LetterRow>(sql, QUEUE, { now, limit, leaseSeconds: LEASE_SECONDS })
}

export type RenderedLetter = { readonly subject: string; readonly html: string; readonly text: string }

/** Freezes what will be sent, with its hash. What was frozen once stays: a second rendering is dropped. */
export async function freezeLetter(
  sql: Knex,
  id: string,
  rendered: RenderedLetter,
  profileVersion: number | null,
  now: Date,
): Promise<LetterRow> {
  const { subject, html, text } = rendered
  await sql("hamon_letter")
    .where({ id, hash: null })
    .update({
      ...{ subject, html, text, hash: letterHash(rendered) },
      profile_version: profileVersion,
      rendered_at: now,
      updated_at: now,
    })
  return sql<LetterRow>("hamon_letter").where({ id }).first() as Promise<LetterRow>
}

/** SHA-256 over the three parts, each closed by a byte that none of them holds. */
function letterHash({ subject, html, text }: RenderedLetter): string {
  return sha256([subject, html, text].join("\u0000"))
}

/** The order that a letter confirms; null for any other letter. */
export async function orderConfirmedBy(sql: Knex, id: string): Promise<string | null> {
  const letter = await sql<LetterRow>("hamon_letter").where({ id, kind: "order_confirmation" }).first("order_id")
  return letter?.order_id ?? null
}

/** The provider took the letter. */
export async function letterSent(sql: Knex, id: string, now: Date): Promise<void> {
  const [letter] = await sql<LetterRow>("hamon_letter")
    .where({ id })
    .whereNot({ state: "sent" })
    .update({ state: "sent", sent_at: now, due_at: null, last_error: null })
    .returning("*")
  if (!letter) return
  await sql("hamon_letter").where({ id }).update({ locked_until: null, updated_at: now })
  await appendEvidence(
    sql,
    {
      kind: "letter.sent",
      subject: { type: "letter", id },
      orderId: letter.order_id,
      facts: { kind: letter.kind, hash: letter.hash, withdrawal: letter.withdrawal_id },
      personal: { recipient: letter.recipient },
    },
    now,
  )
}

/** The letter has nobody to go to. */
export async function dropLetter(sql: Knex, id: string): Promise<void> {
  await sql("hamon_letter").where({ id }).whereNot({ state: "sent" }).delete()
}

/** The letter did not go: tried again later, or given up where the server refuses the address for good. */
export async function letterFailed(
  sql: Knex,
  { id, attempts }: { id: string; attempts: number },
  failure: { readonly permanent: boolean; readonly sentence: string },
  now: Date,
): Promise<void> {
  await sql("hamon_letter")
    .where({ id })
    .whereNot({ state: "sent" })
    .update({
      state: failure.permanent ? "failed" : "queued",
      due_at: failure.permanent ? null : nextAttempt(attempts, now),
      locked_until: null,
      last_error: failure.sentence,
      updated_at: now,
    })
}

/**
 * Staff have a letter sent again: the same bytes, to the same address.
 * @throws MedusaError not_found; not_allowed for a letter that did not fail
 */
export async function resendLetter(sql: Knex, id: string, now: Date): Promise<void> {
  const again = await sql("hamon_letter")
    .where({ id, state: "failed" })
    .update({ state: "queued", due_at: now, locked_until: null, updated_at: now })
  if (again > 0) return
  const known = await sql("hamon_letter").where({ id }).first("id")
  if (!known) throw new MedusaError(MedusaError.Types.NOT_FOUND, `there is no letter ${id}`)
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "only a letter that failed is sent again")
}
