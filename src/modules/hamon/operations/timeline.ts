import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Canonical } from "../../../kit/canonical-json"
import type { EvidenceText } from "../evidence/format"
import type { LetterRow } from "../types"

/** Something that happened to a declaration, by code and facts: whoever shows it says it in his reader's language. */
export type TimelineEntry = {
  readonly id: string
  readonly at: string
  /** A kind of evidence, such as `withdrawal.decided`, or `letter.queued`, `letter.sent`, `letter.failed`. */
  readonly code: string
  /** Without personal data: names and words stay with the declaration itself. */
  readonly facts: { readonly [name: string]: Canonical }
  /** The member of staff or the machine, where the fact has an author. */
  readonly by: string | null
}

/** Everything that happened to a declaration, oldest first: its evidence, and its letters as they now stand. */
export async function timelineOf(sql: Knex, withdrawalId: string): Promise<TimelineEntry[]> {
  const [refunds, deductions, uploads] = [
    await sql("hamon_refund").where({ withdrawal_id: withdrawalId }).pluck("id"),
    await sql("hamon_deduction").where({ withdrawal_id: withdrawalId }).pluck("id"),
    await sql("hamon_upload").where({ withdrawal_id: withdrawalId }).pluck("id"),
  ]
  const rows: { id: string; recorded_at: Date; text: string }[] = await sql("hamon_evidence")
    .where({ subject_type: "withdrawal", subject_id: withdrawalId })
    .orWhere((refund) => refund.where({ subject_type: "refund" }).whereIn("subject_id", refunds))
    .orWhere((deduction) => deduction.where({ subject_type: "deduction" }).whereIn("subject_id", deductions))
    .orWhere((upload) => upload.where({ subject_type: "upload" }).whereIn("subject_id", uploads))
    .orderBy("sequence")
    .select("id", "recorded_at", "text")
  const letters = await sql<LetterRow & { created_at: Date; updated_at: Date }>("hamon_letter")
    .where({ withdrawal_id: withdrawalId })
    .orderBy("created_at")
  const told = letters.map(({ id, kind, state, sent_at, created_at, updated_at }) => ({
    id,
    at: instantOf({ sent: sent_at, failed: updated_at, queued: created_at, sending: created_at }[state] ?? created_at),
    code: state === "sending" ? "letter.queued" : `letter.${state}`,
    facts: { kind },
    by: null,
  }))
  // A stable sort: facts of one transaction stay in their order.
  return [...rows.map(entryOf), ...told].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function entryOf({ id, recorded_at, text }: { id: string; recorded_at: Date; text: string }): TimelineEntry {
  const { kind, facts } = JSON.parse(text) as EvidenceText
  return { id, at: instantOf(recorded_at), code: kind, facts, by: typeof facts.by === "string" ? facts.by : null }
}

function instantOf(at: Date): string {
  return at.toISOString()
}
