import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../law"
import type { EvidenceText } from "../evidence/format"

/** What was given to prove that the goods are on their way (L221-24, al. 3); null what was not said, or was erased since. */
export type DispatchProof = {
  readonly id: string
  readonly on: CivilDate
  readonly recorded_at: Date
  /** `customer`, or the id of the member of staff. */
  readonly by: string
  readonly carrier: string | null
  readonly tracking: string | null
  /** All of it in one line, as staff write it down. */
  readonly text: string | null
}

/** The proofs of dispatch of a declaration, earliest first. Its customer's own words are in the openings of the evidence. */
export async function dispatchProofs(sql: Knex, withdrawalId: string): Promise<DispatchProof[]> {
  const rows: { id: string; recorded_at: Date; text: string }[] = await sql("hamon_evidence")
    .where({ subject_type: "withdrawal", subject_id: withdrawalId, kind: "withdrawal.dispatch_proven" })
    .orderBy("sequence")
    .select("id", "recorded_at", "text")
  const openings: { evidence_id: string; name: string; value: string | null }[] = await sql("hamon_evidence_opening")
    .whereIn(
      "evidence_id",
      rows.map(({ id }) => id),
    )
    .select("evidence_id", "name", "value")
  return rows.map(({ id, recorded_at, text }) => {
    const { facts } = JSON.parse(text) as EvidenceText
    const said = (name: string) => {
      const value = openings.find((one) => one.evidence_id === id && one.name === name)?.value ?? null
      return value === null ? null : (JSON.parse(value) as string)
    }
    const { on, by } = facts as { on: CivilDate; by: string }
    return { id, on, recorded_at, by, carrier: said("carrier"), tracking: said("tracking"), text: said("proof") }
  })
}
