import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { civilDateIn, type CivilDate, zoneOf } from "../../../law"
import { appendEvidence } from "../evidence/append"
import { refuse } from "../follow-refusals"
import type { HamonOptions } from "../options"
import type { CaseRow, UploadRow } from "../types"
import { LAW_SINCE, lockCase } from "./case"
import { informedOn } from "./deadlines"
import { lockWithdrawal, readWithdrawal } from "./matching"
import { recordProofOfDispatch } from "./returns"
import { addUploads, type NewUpload } from "./uploads"

/** What a customer gives to prove that the goods are on their way. */
export type CustomerProof = {
  readonly on: CivilDate
  readonly carrier: string
  readonly tracking: string
  readonly files: readonly NewUpload[]
}

/**
 * The customer proves the dispatch himself: what he gives is kept, and the refund waits for the goods no longer (L221-24,
 * al. 3), in one transaction. Files that come later are kept too; the first day stands.
 * @throws MedusaError not_allowed with the code of the refusal: see `follow-refusals.ts`
 */
export async function giveProofOfDispatch(
  sql: Knex,
  id: string,
  { on, carrier, tracking, files }: CustomerProof,
  now: Date,
  options: HamonOptions,
): Promise<void> {
  const { order_id: orderId } = await readWithdrawal(sql, id)
  const row = orderId ? await lockCase(sql, orderId) : null
  const withdrawal = await lockWithdrawal(sql, id)
  if (withdrawal.status === "closed") refuse("over")
  if (tracking === "" && files.length === 0) refuse("nothing_to_prove")
  if (!isDayOfDispatch(row, on, now)) refuse("not_a_day")
  const kept = await addUploads(sql, id, { purpose: "proof_of_dispatch", by: "customer", files })
  const text = [carrier, tracking, ...kept].filter(Boolean).join(" · ")
  await recordProofOfDispatch(
    sql,
    id,
    { on, given: informedOn(now, row?.place ?? {}, options), text, carrier, tracking, actor: "customer" },
    now,
    options,
  )
}

/** Since the order, and not after today where the customer is. */
function isDayOfDispatch(row: CaseRow | null, day: CivilDate, now: Date): boolean {
  return day <= civilDateIn(now.toISOString(), zoneOf(row?.place ?? {})) && day >= (row?.concluded_on ?? LAW_SINCE)
}

/** Staff keep files of a declaration: photos of the goods, a letter that came by post, the proof of a payment. */
export async function keepFiles(
  sql: Knex,
  id: string,
  { purpose, by, files }: { purpose: UploadRow["purpose"]; by: string; files: readonly NewUpload[] },
  now: Date,
): Promise<void> {
  const { order_id: orderId } = await lockWithdrawal(sql, id)
  const hashes = await addUploads(sql, id, { purpose, by, files })
  if (hashes.length === 0) return
  await appendEvidence(
    sql,
    { kind: "withdrawal.files_kept", subject: { type: "withdrawal", id }, orderId, facts: { purpose, by, hashes } },
    now,
  )
}
