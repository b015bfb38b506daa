import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Canonical } from "../../../kit/canonical-json"
import { commit, GENESIS, writeEvidence } from "./format"

/** A legal fact. `personal` holds what names or touches a person: only commitments to it enter the chain. */
export type Fact = {
  readonly kind: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly orderId: string | null
  readonly facts: { readonly [name: string]: Canonical }
  readonly personal?: { readonly [name: string]: Canonical }
}

/** One chain for the whole shop; the number only has to be ours in the database. */
const CHAIN_LOCK = 7_263_001

/**
 * Adds a fact to the chain, in the caller's transaction: the fact and its evidence are stored together or not at all.
 * Writers queue on a lock that lives to the end of the transaction; call it last.
 */
export async function appendEvidence(sql: Knex, fact: Fact, recordedAt: Date): Promise<{ id: string; hash: string }> {
  await sql.raw("SELECT pg_advisory_xact_lock(?)", [CHAIN_LOCK])
  const last = await sql("hamon_evidence").select("sequence", "hash").orderBy("sequence", "desc").first()
  const sequence = (last?.sequence ?? 0) + 1
  const previous: string = last?.hash ?? GENESIS

  const committed = Object.entries(fact.personal ?? {}).map(([name, value]) => commit(name, value))
  const { text, hash } = writeEvidence({
    sequence,
    previous,
    kind: fact.kind,
    subject: { type: fact.subject.type, id: fact.subject.id },
    order: fact.orderId,
    recorded_at: recordedAt.toISOString(),
    facts: fact.facts,
    commitments: Object.fromEntries(committed.map(({ opening, commitment }) => [opening.name, commitment])),
  })

  const id = generateEntityId(undefined, "hamev")
  await sql("hamon_evidence").insert({
    id,
    sequence,
    kind: fact.kind,
    subject_type: fact.subject.type,
    subject_id: fact.subject.id,
    order_id: fact.orderId,
    recorded_at: recordedAt,
    text,
    previous_hash: previous,
    hash,
  })
  if (committed.length > 0) {
    await sql("hamon_evidence_opening").insert(
      committed.map(({ opening }) => ({ id: generateEntityId(undefined, "hameo"), evidence_id: id, ...opening })),
    )
  }
  return { id, hash }
}
